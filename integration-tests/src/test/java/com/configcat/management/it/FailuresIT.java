package com.configcat.management.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.TooManyRequestsException;
import com.configcat.management.error.TransportException;
import com.configcat.management.error.UnauthorizedException;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.it.prism.SharedPrism;
import com.configcat.management.model.CreateProductRequest;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How calls fail, on a server that holds the client to the contract. */
@ExtendWith(SharedPrism.class)
class FailuresIT {
  private static final UUID ID = UUID.fromString("08d8f29c-6b0d-4e5d-8f3a-5f6b3f4f8c01");

  private static ConfigCatManagementClient client(URI baseUrl) {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .baseUrl(baseUrl)
        .callOptions(CallOptions.defaults().maxAttempts(1))
        .build();
  }

  @Test
  void saysThatCredentialsAreMissing(Prism prism) {
    try (Recorder recorder = new Recorder(prism.baseUrl());
        ConfigCatManagementClient configcat = client(recorder.baseUrl())) {
      recorder.restart(request -> request.newBuilder().removeHeader("Authorization").build());

      UnauthorizedException thrown =
          catchThrowableOfType(UnauthorizedException.class, () -> configcat.products().list());

      assertThat(thrown.statusCode()).isEqualTo(401);
      assertThat(thrown).hasMessageStartingWith("GET /v1/products answered 401");
    }
  }

  @Test
  void saysThatARequestBreaksTheContract(Prism prism) {
    try (Recorder recorder = new Recorder(prism.baseUrl());
        ConfigCatManagementClient configcat = client(recorder.baseUrl())) {
      CreateProductRequest tooLong = CreateProductRequest.builder().name("x".repeat(1001)).build();

      BadRequestException thrown =
          catchThrowableOfType(
              BadRequestException.class, () -> configcat.products().create(ID, tooLong));

      assertThat(thrown.statusCode()).isEqualTo(400);
      assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
      assertThat(recorder.only().violations().all())
          .anySatisfy(violation -> assertThat(violation.location()).contains("body", "name"));
    }
  }

  @Test
  void turnsADeclaredStatusIntoItsException(Prism prism) {
    try (Recorder recorder = asking(prism, 404);
        ConfigCatManagementClient configcat = client(recorder.baseUrl())) {
      check(catchThrowableOfType(NotFoundException.class, () -> update(configcat)), 404);
    }
  }

  @Test
  void saysWhenItWasToldToWaitTooLong(Prism prism) {
    try (Recorder recorder = asking(prism, 429);
        ConfigCatManagementClient configcat = client(recorder.baseUrl())) {
      DeadlineExceededException thrown =
          catchThrowableOfType(DeadlineExceededException.class, () -> update(configcat));

      assertThat(thrown.notBefore()).isPresent();
      assertThat(thrown).hasCauseInstanceOf(TooManyRequestsException.class);
      check((ApiException) thrown.getCause(), 429);
    }
  }

  private static Recorder asking(Prism prism, int status) {
    Recorder recorder = new Recorder(prism.baseUrl());
    recorder.restart(request -> request.newBuilder().header("Prefer", "code=" + status).build());
    return recorder;
  }

  private static void update(ConfigCatManagementClient configcat) {
    configcat.updateFlagBySdkKey(SdkKey.of("an-sdk-key"), "aFlag", true);
  }

  private static void check(ApiException thrown, int status) {
    assertThat(thrown.statusCode()).isEqualTo(status);
    assertThat(thrown.operation()).hasToString("PUT /v1/settings/{settingKeyOrId}/value");
    assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
  }

  @Test
  void saysThatAHostIsUnknown() {
    try (ConfigCatManagementClient configcat = client(URI.create("https://nothing.invalid"))) {
      neverSent(configcat, "nothing.invalid");
    }
  }

  @Test
  void saysThatAServerIsGone() {
    Prism stopped = Prism.startOnContract();
    stopped.close();
    try (ConfigCatManagementClient configcat = client(stopped.baseUrl())) {
      neverSent(configcat, stopped.baseUrl().getAuthority());
    }
  }

  private static void neverSent(ConfigCatManagementClient configcat, String where) {
    ConfigCatException thrown =
        catchThrowableOfType(TransportException.class, () -> update(configcat));

    assertThat(thrown)
        .hasMessageContaining(where)
        .hasMessageContaining("PUT /v1/settings/{settingKeyOrId}/value");
    assertThat(thrown.requestMayHaveBeenApplied()).isFalse();
    assertThat(thrown.getMessage()).doesNotContain("an-sdk-key", "p4ssw0rd");
  }
}
