package com.configcat.management.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.SdkKey;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.model.SettingValue;
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

class FlagsBySdkKeyTest {
  private static final SdkKey KEY = SdkKey.of("an-sdk-key");
  private final MockWebServer server = new MockWebServer();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(server.url("/").uri())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private String sent(FlagsBySdkKey<?> flags, Consumer<FlagsBySdkKey<?>> write) throws Exception {
    server.enqueue(new MockResponse.Builder().body("{}").build());
    write.accept(flags);
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("X-CONFIGCAT-SDKKEY")).isEqualTo("an-sdk-key");
    return request.getMethod() + " " + request.getTarget() + " " + request.getBody().utf8();
  }

  static Stream<Arguments> writes() {
    return Stream.of(
        row(f -> f.updateFlagBySdkKey(KEY, "k", true), "PUT", "true", "boolValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", "x"), "PUT", "\"x\"", "stringValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", 10), "PUT", "10", "intValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", 10L), "PUT", "10", "intValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", 10.0), "PUT", "10.0", "doubleValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", SettingValue.of(1.5)), "PUT", "1.5", "doubleValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", true, "r"), "PUT?", "true", "boolValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", "x", "r"), "PUT?", "\"x\"", "stringValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", 10, "r"), "PUT?", "10", "intValue"),
        row(f -> f.updateFlagBySdkKey(KEY, "k", 1.5, "r"), "PUT?", "1.5", "doubleValue"),
        row(
            f -> f.updateFlagBySdkKey(KEY, "k", SettingValue.of("y"), "r"),
            "PUT?",
            "\"y\"",
            "stringValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", false), "PATCH", "false", "boolValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", "x"), "PATCH", "\"x\"", "stringValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", -1), "PATCH", "-1", "intValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", 0.5), "PATCH", "0.5", "doubleValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", true, "r"), "PATCH?", "true", "boolValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", "x", "r"), "PATCH?", "\"x\"", "stringValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", 10, "r"), "PATCH?", "10", "intValue"),
        row(f -> f.setFlagDefaultBySdkKey(KEY, "k", 1.5, "r"), "PATCH?", "1.5", "doubleValue"),
        row(
            f -> f.setFlagDefaultBySdkKey(KEY, "k", SettingValue.of(3), "r"),
            "PATCH?",
            "3",
            "intValue"));
  }

  private static Arguments row(
      Consumer<FlagsBySdkKey<?>> write, String method, String json, String member) {
    return Arguments.of(write, method, json, member);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writesV1Values(Consumer<FlagsBySdkKey<?>> write, String method, String json, String member)
      throws Exception {
    String reason = method.endsWith("?") ? "?reason=r" : "";
    String body =
        method.startsWith("PUT")
            ? "{\"value\":" + json + "}"
            : "[{\"op\":\"replace\",\"path\":\"/value\",\"value\":" + json + "}]";
    String expected = method.replace("?", "") + " /v1/settings/k/value" + reason + " " + body;

    assertThat(sent(client, write)).isEqualTo(expected);
    assertThat(sent(client.settingValuesBySdkKey(), write)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void writesV2Values(Consumer<FlagsBySdkKey<?>> write, String method, String json, String member)
      throws Exception {
    String reason = method.endsWith("?") ? "?reason=r" : "";
    String body =
        method.startsWith("PUT")
            ? "{\"defaultValue\":{\"" + member + "\":" + json + "}}"
            : "[{\"op\":\"replace\",\"path\":\"/defaultValue/"
                + member
                + "\",\"value\":"
                + json
                + "}]";

    assertThat(sent(client.settingValuesBySdkKeyV2(), write))
        .isEqualTo(method.replace("?", "") + " /v2/settings/k/value" + reason + " " + body);
  }

  @Test
  void checksArgumentsBeforeAnythingIsSent() {
    for (FlagsBySdkKey<?> flags : java.util.List.of(client, client.settingValuesBySdkKeyV2())) {
      assertThatNullPointerException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(null, "k", true))
          .withMessageContaining("SdkKey.of");
      assertThatNullPointerException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, null, true))
          .withMessageContaining("settingKey");
      assertThatNullPointerException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, "k", (String) null));
      assertThatNullPointerException()
          .isThrownBy(() -> flags.setFlagDefaultBySdkKey(KEY, "k", (SettingValue) null));
      assertThatNullPointerException()
          .isThrownBy(() -> flags.setFlagDefaultBySdkKey(KEY, "k", 1, null))
          .withMessageContaining("reason");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, " ", true))
          .withMessageContaining("settingKey is blank");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, "k", true, " "))
          .withMessageContaining("reason is blank");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, "k", Double.NaN))
          .withMessageContaining("finite");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flags.setFlagDefaultBySdkKey(KEY, "k", Double.POSITIVE_INFINITY));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, "..", true));
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void refusesNumbersThatDoNotFitIntoAV2Setting() {
    SettingValuesBySdkKeyV2 flags = client.settingValuesBySdkKeyV2();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> flags.updateFlagBySdkKey(KEY, "k", 1L << 31))
        .withMessageContaining("32 bits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> flags.setFlagDefaultBySdkKey(KEY, "k", -(1L << 31) - 1));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void saysThatNothingChanged() {
    server.enqueue(new MockResponse.Builder().code(204).build());
    assertThat(client.setFlagDefaultBySdkKey(KEY, "k", true)).isEmpty();
  }

  @Test
  void hintsAtTheEvaluationVersion() {
    server.enqueue(new MockResponse.Builder().code(404).build());
    assertThatThrownBy(() -> client.updateFlagBySdkKey(KEY, "k", true))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("evaluation version");
  }
}
