package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** Knows the parameters of each type of Integration. */
final class IntegrationParameterCheck {
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "dataDog", List.of("apikey"),
          "slack", List.of("incoming_webhook.url"),
          "amplitude", List.of("apiKey", "secretKey"),
          "mixPanel", List.of("serviceAccountUserName", "serviceAccountSecret", "projectId"),
          "segment", List.of("writeKey"));

  /** The texts that an optional parameter takes, by type and name. */
  private static final Map<String, Map<String, List<String>>> CHOICES =
      Map.of(
          "dataDog", Map.of("site", List.of("Us", "Eu", "Us1Fed", "Us3", "Us5")),
          "slack", Map.of("includeSensitiveData", List.of("true", "false")),
          "mixPanel", Map.of("server", List.of("StandardServer", "EUResidencyServer")),
          "segment", Map.of("server", List.of("Us", "Eu")));

  private IntegrationParameterCheck() {}

  /**
   * Checks the parameters of an Integration.
   *
   * @throws Refusal if a required one is missing, or one has a text that it does not take
   */
  static void check(String type, JsonObject parameters) {
    for (String name : REQUIRED.getOrDefault(type, List.of())) {
      String value = Json.textOrNull(parameters, name);
      if (value == null || value.isBlank()) {
        throw Refusal.field("Parameters", "The parameter " + name + " is required.");
      }
    }
    CHOICES
        .getOrDefault(type, Map.of())
        .forEach(
            (name, choices) -> {
              if (Json.has(parameters, name) && !choices.contains(Json.text(parameters, name))) {
                throw Refusal.field("Parameters", "The parameter " + name + " is not valid.");
              }
            });
  }
}
