package com.configcat.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.api.SdkKey;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.model.EvaluationVersion;
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

/** The two shortcuts that the client has for flags by SDK key. */
class FlagShortcutsTest {
  private static final SdkKey KEY = SdkKey.of("an-sdk-key");
  private static final String V1 =
      "{\"config\":{\"evaluationVersion\":\"v1\"},\"value\":%s,\"rolloutRules\":[],"
          + "\"rolloutPercentageItems\":[]}";
  private static final String V2 =
      "{\"config\":{\"evaluationVersion\":\"v2\"},\"defaultValue\":{\"%s\":%s},"
          + "\"lastVersionId\":\"00000000-0000-0000-0000-00000000000b\"}";
  private final MockWebServer server = MockServers.create();
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

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private String sent() throws Exception {
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("X-CONFIGCAT-SDKKEY")).isEqualTo("an-sdk-key");
    return request.getMethod()
        + " "
        + request.getTarget()
        + (request.getBody() == null ? "" : " " + request.getBody().utf8());
  }

  private static Arguments row(
      Consumer<ConfigCatManagementClient> write, String query, String json) {
    return Arguments.of(write, query, json);
  }

  static Stream<Arguments> updates() {
    return Stream.of(
        row(c -> c.updateFlagBySdkKey(KEY, "k", true), "", "true"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", "x"), "", "\"x\""),
        row(c -> c.updateFlagBySdkKey(KEY, "k", 10), "", "10"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", 10L), "", "10"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", 10.0), "", "10.0"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", SettingValue.of(1.5)), "", "1.5"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", true, "r"), "?reason=r", "true"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", "x", "r"), "?reason=r", "\"x\""),
        row(c -> c.updateFlagBySdkKey(KEY, "k", 10, "r"), "?reason=r", "10"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", 1.5, "r"), "?reason=r", "1.5"),
        row(c -> c.updateFlagBySdkKey(KEY, "k", SettingValue.of("y"), "r"), "?reason=r", "\"y\""));
  }

  @ParameterizedTest
  @MethodSource("updates")
  void updatesByTheDocumentedPutAlone(
      Consumer<ConfigCatManagementClient> write, String query, String json) throws Exception {
    answer(200, "{}");

    write.accept(client);

    assertThat(sent()).isEqualTo("PUT /v1/settings/k/value" + query + " {\"value\":" + json + "}");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void updatesByThatPutWhateverIsKnownOfTheConfig() throws Exception {
    answer(200, V2.formatted("boolValue", "true"));
    answer(200, V2.formatted("boolValue", "true"));
    assertThat(client.flag(KEY, "k").get().evaluationVersion()).isEqualTo(EvaluationVersion.V2);
    answer(400, "");

    assertThatThrownBy(() -> client.updateFlagBySdkKey(KEY, "k", true))
        .hasMessageContaining("evaluation version");
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", true), "", "boolValue true"),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", "x"), "", "stringValue \"x\""),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", -1), "", "intValue -1"),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", 0.5), "", "doubleValue 0.5"),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", SettingValue.of(3)), "", "intValue 3"),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", true, "r"), "reason=r", "boolValue true"),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", "x", "r"), "reason=r", "stringValue \"x\""),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", 10, "r"), "reason=r", "intValue 10"),
        row(c -> c.setFlagDefaultBySdkKey(KEY, "k", 1.5, "r"), "reason=r", "doubleValue 1.5"),
        row(
            c -> c.setFlagDefaultBySdkKey(KEY, "k", SettingValue.of(3), "r"),
            "reason=r",
            "intValue 3"));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void setsTheDefaultOfAV1Flag(Consumer<ConfigCatManagementClient> write, String query, String json)
      throws Exception {
    String before = V1.formatted("\"before\"");
    answer(404, "");
    answer(200, before);
    answer(200, before);
    answer(200, before);

    write.accept(client);

    assertThat(sent()).isEqualTo("GET /v2/settings/k/value");
    assertThat(sent()).isEqualTo("GET /v1/settings/k/value");
    assertThat(sent()).isEqualTo("GET /v1/settings/k/value");
    assertThat(sent())
        .startsWith("PATCH /v1/settings/k/value" + (query.isEmpty() ? " " : "?" + query + " "))
        .contains(
            "{\"op\":\"replace\",\"path\":\"/value\",\"value\":"
                + json.replaceAll(".* ", "")
                + "}");
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void setsTheDefaultOfAV2Flag(Consumer<ConfigCatManagementClient> write, String query, String json)
      throws Exception {
    String member = json.replaceAll(" .*", "");
    String before = V2.formatted(member, "null");
    answer(200, before);
    answer(200, before);
    answer(200, before);

    write.accept(client);

    assertThat(sent()).isEqualTo("GET /v2/settings/k/value");
    assertThat(sent()).isEqualTo("GET /v2/settings/k/value");
    assertThat(sent())
        .startsWith("PATCH /v2/settings/k/value?latestVersionId=")
        .contains(query)
        .contains("\"path\":\"/defaultValue/" + member + "\"")
        .contains("\"value\":" + json.replaceAll(".* ", "") + "}");
  }

  @Test
  void checksArgumentsBeforeAnythingIsSent() {
    assertThatNullPointerException()
        .isThrownBy(() -> client.updateFlagBySdkKey(null, "k", true))
        .withMessageContaining("SdkKey.of");
    assertThatNullPointerException()
        .isThrownBy(() -> client.updateFlagBySdkKey(KEY, null, true))
        .withMessageContaining("settingKey");
    assertThatNullPointerException()
        .isThrownBy(() -> client.updateFlagBySdkKey(KEY, "k", (String) null));
    assertThatNullPointerException()
        .isThrownBy(() -> client.setFlagDefaultBySdkKey(KEY, "k", (SettingValue) null));
    assertThatNullPointerException()
        .isThrownBy(() -> client.setFlagDefaultBySdkKey(KEY, "k", 1, null))
        .withMessageContaining("reason");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.updateFlagBySdkKey(KEY, " ", true))
        .withMessageContaining("settingKey is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.updateFlagBySdkKey(KEY, "k", true, " "))
        .withMessageContaining("reason is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.updateFlagBySdkKey(KEY, "k", Double.NaN))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.setFlagDefaultBySdkKey(KEY, "k", Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.updateFlagBySdkKey(KEY, "..", true));
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void refusesNumbersThatDoNotFitIntoAV2Setting() {
    String before = V2.formatted("intValue", "1");
    for (int i = 0; i < 3; i++) {
      answer(200, before);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.flag(KEY, "k").replace(1L << 31))
        .withMessageContaining("32 bits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.setFlagDefaultBySdkKey(KEY, "k", -(1L << 31) - 1));
    assertThat(server.getRequestCount()).as("reads").isEqualTo(3);
  }

  @Test
  void setsTheDefaultOfAV2FlagWithTheGuardsOfTheHandle() throws Exception {
    String variation = "00000000-0000-0000-0000-00000000000c";
    String before =
        """
        {"config":{"evaluationVersion":"v2"},"defaultValue":{"stringValue":"a"},
         "setting":{"settingType":"string","predefinedVariations":[
           {"predefinedVariationId":"%s","value":{"stringValue":"b"}}]},
         "lastVersionId":"00000000-0000-0000-0000-00000000000b"}
        """
            .formatted(variation);
    for (int i = 0; i < 5; i++) {
      answer(200, before);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.setFlagDefaultBySdkKey(KEY, "k", true))
        .withMessageContaining("string");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.setFlagDefaultBySdkKey(KEY, "k", "c"))
        .withMessageContaining("predefined variations");
    client.setFlagDefaultBySdkKey(KEY, "k", "b");

    for (int i = 0; i < 4; i++) {
      assertThat(sent()).isEqualTo("GET /v2/settings/k/value");
    }
    assertThat(sent())
        .startsWith(
            "PATCH /v2/settings/k/value?latestVersionId=00000000-0000-0000-0000-00000000000b ")
        .contains("\"path\":\"/defaultValue/predefinedVariationId\"", variation)
        .contains("{\"op\":\"remove\",\"path\":\"/defaultValue/stringValue\"}");
  }

  @Test
  void saysThatNothingChanged() {
    answer(404, "");
    answer(200, V1.formatted("false"));
    answer(200, V1.formatted("false"));
    answer(204, "");
    answer(200, V1.formatted("false"));

    assertThat(client.setFlagDefaultBySdkKey(KEY, "k", true).changed()).isFalse();
  }

  @Test
  void hintsAtTheEvaluationVersion() {
    answer(404, "");
    assertThatThrownBy(() -> client.updateFlagBySdkKey(KEY, "k", true))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("evaluation version");
  }
}
