package com.configcat.management.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.api.SdkKey;
import com.configcat.management.api.SettingValuesApi.ReplaceSettingValueOptions;
import com.configcat.management.core.CallOptions;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Half of a surrogate pair, which would be sent as a question mark, in what operations send. */
class SurrogatePairTest {
  private static final String HALF = "a\uD83Db";
  private static final String WHOLE = "a\uD83D\uDE00b";
  private static final UUID ID = new UUID(0, 1);

  private final MockWebServer server = MockServers.create();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(server.url("/").uri())
            .callOptions(CallOptions.defaults().deadline(Duration.ofSeconds(2)).maxAttempts(1))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static Arguments row(String name, Consumer<ConfigCatManagementClient> call) {
    return Arguments.of(name, call);
  }

  private static JsonPatchOperation patch(Object value) {
    return JsonPatchOperation.replace("/hint", value);
  }

  static Stream<Arguments> calls() {
    JsonObject named = new JsonObject();
    named.addProperty(HALF, true);
    JsonArray listed = new JsonArray();
    listed.add(HALF);
    UpdateSettingValueModel value =
        UpdateSettingValueModel.builder().value(SettingValue.of(true)).build();
    return Stream.of(
        row("name", c -> c.configs().create(ID, CreateConfigRequest.builder().name(HALF).build())),
        row("wanted", c -> c.tags().ensure(ID, CreateTagModel.builder().name(HALF).build())),
        row("found", c -> c.tags().find(ID, HALF)),
        row(
            "value",
            c ->
                c.settingValues()
                    .replace(
                        ID,
                        1,
                        UpdateSettingValueModel.builder().value(SettingValue.of(HALF)).build())),
        row(
            "reason",
            c ->
                c.settingValues()
                    .replace(
                        ID, 1, value, ReplaceSettingValueOptions.builder().reason(HALF).build())),
        row("text in a patch", c -> c.flags().patch(1, List.of(patch(HALF)))),
        row("list in a patch", c -> c.flags().patch(1, List.of(patch(listed)))),
        row("name in a patch", c -> c.flags().patch(1, List.of(patch(named)))),
        row(
            "path in a patch",
            c -> c.flags().patch(1, List.of(JsonPatchOperation.remove("/" + HALF)))),
        row(
            "origin in a patch",
            c -> c.flags().patch(1, List.of(JsonPatchOperation.move("/" + HALF, "/hint")))),
        row("path", c -> c.settingValuesBySdkKey().get(HALF, SdkKey.of("sdk-key"))),
        row("link", c -> c.hal().get("/v1/products/" + HALF)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void isRefusedBeforeAnythingIsSent(String name, Consumer<ConfigCatManagementClient> call) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.accept(client))
        .withMessageContaining("half of a surrogate pair")
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(HALF));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void wholePairsAreSentAndReadAsTheyAre() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body("{\"tagId\":1,\"name\":\"" + WHOLE + "\"}").build());

    assertThat(client.tags().create(ID, CreateTagModel.builder().name(WHOLE).build()).getName())
        .isEqualTo(WHOLE);
    assertThat(server.takeRequest().getBody().utf8()).contains(WHOLE);
  }

  @Test
  void halvesThatTheServiceSendsAreRead() {
    server.enqueue(new MockResponse.Builder().body("{\"tagId\":1,\"name\":\"a\\uD83Db\"}").build());

    assertThat(client.tags().get(1L).getName()).isEqualTo(HALF);
  }
}
