package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Marks required headers with an SDK key as {@code x-sdk-key}: in Java they have a type of their
 * own, so that they cannot be mistaken for the key of a flag.
 */
final class SdkKeyFix {
  private static final Pattern NAME = Pattern.compile(".*sdk[-_]?key", Pattern.CASE_INSENSITIVE);

  private SdkKeyFix() {}

  static void apply(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        if (parameter instanceof ObjectNode json && isSdkKey(json)) {
          json.put("x-sdk-key", true);
        }
      }
    }
  }

  private static boolean isSdkKey(ObjectNode parameter) {
    JsonNode schema = parameter.path("schema");
    return parameter.path("in").asText().equals("header")
        && parameter.path("required").asBoolean()
        && NAME.matcher(parameter.path("name").asText()).matches()
        && schema.path("type").asText().equals("string")
        && !schema.has("format")
        && !schema.has("enum");
  }
}
