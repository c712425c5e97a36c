package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Marks properties that no {@code toString()} may show as {@code x-secret}: texts, alone or in
 * lists and maps, whose name ends like that of a secret, and what {@code fixes.yaml} lists besides.
 */
final class SecretFix {
  private static final Pattern NAME_OF_SECRET =
      Pattern.compile(
          "(.*(sdk|signing|api|access|private|secret|auth|encryption|master|license)[-_]?key"
              + "|.*(secret|token|password|passwd|passphrase|credential|jwt))s?\\d*",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> secrets;
  private final Set<String> notSecret;

  SecretFix(Set<String> secrets, Set<String> notSecret) {
    this.secrets = secrets;
    this.notSecret = notSecret;
  }

  void apply(ObjectNode document) {
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        String place = schema.getKey() + "." + property.getKey();
        if (property.getValue() instanceof ObjectNode json
            && (secrets.contains(place)
                || (isText(document, json, new HashSet<>())
                    && NAME_OF_SECRET.matcher(property.getKey()).matches()
                    && !notSecret.contains(place)))) {
          mark(json);
        }
      }
    }
  }

  /** Follows references, but none twice: a list may hold lists like itself. */
  private static boolean isText(ObjectNode document, JsonNode schema, Set<String> seen) {
    if (schema.has("$ref") && !seen.add(schema.get("$ref").asText())) {
      return false;
    }
    JsonNode type = ApiOperations.resolve(document, schema);
    return switch (type.path("type").asText()) {
      case "string" -> !type.has("enum");
      case "array" -> isText(document, type.path("items"), seen);
      case "object" -> isText(document, type.path("additionalProperties"), seen);
      default -> false;
    };
  }

  private static void mark(ObjectNode property) {
    if (property.has("$ref")) {
      ObjectNode reference = property.deepCopy();
      property.removeAll();
      property.putArray("allOf").add(reference);
    }
    property.put("x-secret", true);
  }
}
