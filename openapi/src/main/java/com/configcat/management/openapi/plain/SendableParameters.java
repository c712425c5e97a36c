package com.configcat.management.openapi.plain;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells parameters that the client can send from others, and leaves those of the others out that
 * need not be sent.
 */
public final class SendableParameters {
  /** Headers that are no parameters, as OpenAPI says. */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  private SendableParameters() {}

  /** Rewrites a document whose schemas are plain and whose parameters are all written out. */
  static void apply(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      if (operation.json().path("parameters") instanceof ArrayNode parameters) {
        ArrayNode kept = document.arrayNode();
        for (JsonNode parameter : parameters) {
          boolean needed = parameter.path("required").asBoolean();
          if (!isIgnored(parameter) && (needed || obstacle(document, parameter).isEmpty())) {
            kept.add(parameter);
          }
        }
        operation.json().set("parameters", kept);
        if (kept.isEmpty()) {
          operation.json().remove("parameters");
        }
      }
    }
  }

  private static boolean isIgnored(JsonNode parameter) {
    return parameter.path("in").asText().equals("header")
        && IGNORED.contains(parameter.path("name").asText().toLowerCase(Locale.ROOT));
  }

  /** Returns what keeps the client from sending a parameter; nothing if it can. */
  public static Optional<String> obstacle(ObjectNode document, JsonNode parameter) {
    String place = parameter.path("in").asText();
    if (place.equals("cookie")) {
      return Optional.of("is a cookie");
    }
    if (parameter.has("content")) {
      return Optional.of("is written as a media type");
    }
    String style = parameter.path("style").asText(place.equals("query") ? "form" : "simple");
    if (!style.equals(place.equals("query") ? "form" : "simple")) {
      return Optional.of("has the style " + style);
    }
    JsonNode schema = resolve(document, parameter.path("schema"));
    if (schema.path("type").asText().equals("array")) {
      if (!place.equals("query") || !parameter.path("explode").asBoolean(true)) {
        return Optional.of("is a list in one value");
      }
      schema = resolve(document, schema.path("items"));
    }
    return Set.of("string", "integer", "number", "boolean").contains(schema.path("type").asText())
        ? Optional.empty()
        : Optional.of("is neither text nor number");
  }

  private static JsonNode resolve(ObjectNode document, JsonNode schema) {
    return ApiOperations.resolve(document, schema.has("allOf") ? schema.at("/allOf/0") : schema);
  }
}
