package com.configcat.management.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.FacadeClasses;
import com.configcat.management.RetrofitCalls;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.call.ManagedCallAdapterFactory;
import com.configcat.management.internal.flag.ScriptedFlags;
import com.configcat.management.model.TagModel;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskResponsesTest {
  private static final UUID PRODUCT = new UUID(0, 8);
  private static final String TAGS = "GET /v1/products/" + PRODUCT + "/tags";

  @Test
  void knowsOperationsOfTheContractOnly() {
    assertThat(FacadeClasses.readApis().stream())
        .flatMap(type -> RetrofitCalls.of(type.reflect()).toList())
        .map(method -> ManagedCallAdapterFactory.operation(method.getAnnotations()))
        .containsAll(TaskResponses.operations());
  }

  @Test
  void refusesForATaskWhatAnOperationTakes() {
    try (ScriptedFlags service = new ScriptedFlags()) {
      ConfigCatManagementClient client = service.client;
      service.on(TAGS, 200, "[{'tagId':1,'name':'web'},{'tagId':2,'name':null}]");

      assertThat(client.tags().list(PRODUCT))
          .extracting(TagModel::getTagId)
          .containsExactly(1L, 2L);
      assertThatExceptionOfType(DecodingException.class)
          .isThrownBy(() -> client.tags().find(PRODUCT, "web"))
          .satisfies(
              e -> {
                assertThat(e.jsonPath()).isEqualTo("$[1].name");
                assertThat(e.operation()).hasToString("GET /v1/products/{productId}/tags");
                assertThat(e.attempts()).isEqualTo(1);
                assertThat(e.requestMayHaveBeenApplied()).isFalse();
              });
    }
  }

  @Test
  void nobodyTakesAListWithNull() {
    try (ScriptedFlags service = new ScriptedFlags()) {
      service.on(TAGS, 200, "[{'tagId':1,'name':'web'},null]");

      assertThatExceptionOfType(DecodingException.class)
          .isThrownBy(() -> service.client.tags().list(PRODUCT))
          .satisfies(e -> assertThat(e.jsonPath()).isEqualTo("$[1]"));
    }
  }
}
