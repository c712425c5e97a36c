package com.configcat.management.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.resource.IntegrationParameters.DataDogSite;
import com.configcat.management.resource.IntegrationParameters.MixPanelServer;
import com.configcat.management.resource.IntegrationParameters.SegmentServer;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntegrationsTest {
  private static final UUID PRODUCT = UUID.fromString("08d8f29c-7a1c-4a53-89d2-1f3f2c9a7b02");

  static Stream<Arguments> parameters() {
    return Stream.of(
        Arguments.of(
            IntegrationParameters.dataDog().apiKey("k").site(DataDogSite.US1_FED).build(),
            "dataDog",
            Map.of("apikey", "k", "site", "Us1Fed")),
        Arguments.of(
            IntegrationParameters.slack()
                .incomingWebhookUrl("https://hooks.example.com/s")
                .includeSensitiveData(false)
                .build(),
            "slack",
            Map.of(
                "incoming_webhook.url", "https://hooks.example.com/s",
                "includeSensitiveData", "false")),
        Arguments.of(
            IntegrationParameters.amplitude().apiKey("k").secretKey("s").build(),
            "amplitude",
            Map.of("apiKey", "k", "secretKey", "s")),
        Arguments.of(
            IntegrationParameters.mixPanel()
                .serviceAccount("u", "s")
                .projectId("p")
                .server(MixPanelServer.EU_RESIDENCY)
                .build(),
            "mixPanel",
            Map.of(
                "serviceAccountUserName", "u",
                "serviceAccountSecret", "s",
                "projectId", "p",
                "server", "EUResidencyServer")),
        Arguments.of(
            IntegrationParameters.segment().writeKey("w").server(SegmentServer.EU).build(),
            "segment",
            Map.of("writeKey", "w", "server", "Eu")));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("parameters")
  void namesParametersAsTheServiceDoes(
      IntegrationParameters parameters, String type, Map<String, String> expected) {
    assertThat(parameters.type().wireValue()).isEqualTo(type);
    assertThat(parameters.toMap()).isEqualTo(expected);
  }

  @Test
  void showsNoSecret() {
    assertThat(IntegrationParameters.mixPanel().serviceAccount("who", "key").projectId("p").build())
        .hasToString(
            "mixPanel{serviceAccountUserName=***, serviceAccountSecret=***, projectId=***}");
  }

  @Test
  void refusesWhatIsMissingOrBlank() {
    assertThatIllegalStateException()
        .isThrownBy(() -> IntegrationParameters.amplitude().apiKey("k").build())
        .withMessage("amplitude needs secretKey: set it before build()");
    assertThatIllegalStateException().isThrownBy(() -> IntegrationParameters.dataDog().build());
    assertThatIllegalStateException().isThrownBy(() -> IntegrationParameters.slack().build());
    assertThatIllegalStateException().isThrownBy(() -> IntegrationParameters.mixPanel().build());
    assertThatIllegalStateException().isThrownBy(() -> IntegrationParameters.segment().build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntegrationParameters.segment().writeKey(" "))
        .withMessageContaining("writeKey is blank");
  }

  @Test
  void connectsWithEverythingOfTheProduct() throws Exception {
    try (MockWebServer server = MockServers.create()) {
      server.start();
      server.enqueue(new MockResponse.Builder().code(201).body("{}").build());
      try (ConfigCatManagementClient configcat =
          ConfigCatManagementClient.builder()
              .credentials("user", "password")
              .baseUrl(server.url("/").uri())
              .build()) {
        configcat
            .integrations()
            .create(PRODUCT, "Events", IntegrationParameters.segment().writeKey("w").build());
      }
      var request = server.takeRequest();
      assertThat(request.getTarget()).isEqualTo("/v1/products/" + PRODUCT + "/integrations");
      assertThat(JsonParser.parseString(request.getBody().utf8()))
          .isEqualTo(
              JsonParser.parseString(
                  """
                  {"integrationType": "segment", "name": "Events", "parameters": {"writeKey": "w"},
                   "configIds": [], "environmentIds": []}
                  """));
    }
  }
}
