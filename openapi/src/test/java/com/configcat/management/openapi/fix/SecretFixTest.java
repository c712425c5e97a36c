package com.configcat.management.openapi.fix;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFixTest {
  private static final String TEXT = "{type: 'string'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sdkKey", "primarySdkKey", "sdkKeys", "SDK_KEY", "signingKey", "signingKey2", "apiKey",
        "apikey", "api-key", "accessKey", "privateKey", "secret", "clientSecret", "secretToken",
        "token", "jiraJwtToken", "Password", "basicAuthPassword", "credentials", "passphrase"
      })
  void masksTextsNamedLikeASecret(String name) {
    assertThat(isSecret(name, TEXT)).isTrue();
    assertThat(isSecret(name, "{type: 'array', items: {type: 'string'}}")).isTrue();
    assertThat(isSecret(name, "{type: 'object', additionalProperties: {type: 'string'}}")).isTrue();
    assertThat(isSecret(name, "{$ref: '#/components/schemas/Text'}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key",
        "settingKey",
        "prerequisiteSettingKey",
        "clientKey",
        "tokenCount",
        "keyword"
      })
  void showsTextsNamedLikeNone(String name) {
    assertThat(isSecret(name, TEXT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: 'boolean'}",
        "{type: 'integer'}",
        "{type: 'object', properties: {a: {type: 'string'}}}",
        "{type: 'string', enum: ['a']}",
        "{$ref: '#/components/schemas/Other'}"
      })
  void showsWhatIsNoText(String type) {
    assertThat(isSecret("canViewSdkKey", type)).isFalse();
  }

  @Test
  void showsAListThatHoldsNothingButItself() {
    ObjectNode document =
        schemas(
            "A: {properties: {tokens: {$ref: '#/components/schemas/Loop'}}}, Loop: {type: 'array',"
                + " items: {$ref: '#/components/schemas/Loop'}}");
    new SecretFix(Set.of(), Set.of()).apply(document);

    assertThat(document.at("/components/schemas/A/properties/tokens").has("x-secret")).isFalse();
  }

  @Test
  void masksWhatIsListedAndShowsWhatIsListedAsNoSecret() {
    ObjectNode document =
        schemas(
            "A: {properties: {key: "
                + TEXT
                + ", reference: {$ref: '#/components/schemas/Text'}, token: "
                + TEXT
                + "}}, Text: "
                + TEXT);
    new SecretFix(Set.of("A.key", "A.reference", "A.gone", "Gone.key"), Set.of("A.token"))
        .apply(document);
    JsonNode properties = document.at("/components/schemas/A/properties");

    assertThat(properties.at("/key/x-secret").asBoolean()).isTrue();
    assertThat(properties.path("reference"))
        .isEqualTo(json("{allOf: [{$ref: '#/components/schemas/Text'}], 'x-secret': true}"));
    assertThat(properties.path("token").has("x-secret")).isFalse();
    assertThat(properties).hasSize(3);
  }

  @Test
  void refusesAListedSecretThatIsNoProperty(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("fixes.yaml"), "notSecret: [token]");

    assertThatThrownBy(() -> Fixes.read(file))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("'token'");
  }

  @Test
  void masksTheSecretsOfTheContract() {
    Set<String> secrets = new TreeSet<>();
    for (Map.Entry<String, JsonNode> schema :
        Documents.fixed(Documents.pinned()).at("/components/schemas").properties()) {
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        if (property.getValue().path("x-secret").asBoolean()) {
          secrets.add(schema.getKey() + "." + property.getKey());
        }
      }
    }

    // What comes later and is named like a secret may be masked as well.
    assertThat(secrets)
        .contains(
            "AddOrUpdateJiraIntegrationLinkModel.jiraJwtToken",
            "ConnectRequest.jiraJwtToken",
            "CreateIntegrationModel.parameters",
            "DetailedStatisticV2Model.sdkKey",
            "IntegrationModel.parameters",
            "ModifyIntegrationRequest.parameters",
            "ProxyProfileSdkKeyItem.primarySdkKey",
            "ProxyProfileSdkKeyItem.secondarySdkKey",
            "ProxyProfileSecretModel.secretToken",
            "SdkKeysModel.primary",
            "SdkKeysModel.secondary",
            "WebhookHeaderModel.value",
            "WebhookHeaderResponseModel.value",
            "WebhookNotification.signingKey1",
            "WebhookNotification.signingKey2",
            "WebhookSigningKeysModel.key1",
            "WebhookSigningKeysModel.key2");
  }

  private static boolean isSecret(String name, String type) {
    ObjectNode document =
        schemas(
            "A: {properties: {'"
                + name
                + "': "
                + type
                + "}}, Text: "
                + TEXT
                + ", Other: {type: 'object'}");
    new SecretFix(Set.of(), Set.of()).apply(document);
    return document.at("/components/schemas/A/properties").path(name).path("x-secret").asBoolean();
  }

  private static ObjectNode schemas(String schemas) {
    return json("{components: {schemas: {" + schemas + "}}}");
  }
}
