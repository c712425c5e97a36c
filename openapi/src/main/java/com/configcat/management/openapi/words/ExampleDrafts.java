package com.configcat.management.openapi.words;

import com.configcat.management.openapi.document.NormalForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Drafts an example for each schema that has none, so that the mock can answer before somebody has
 * thought of a better one: from the examples of the schemas it refers to, from what a property of
 * the same name and type has elsewhere, else from its type.
 */
public final class ExampleDrafts {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "uuid", "08d8f29c-65fb-40ce-8d74-9a8b9f2c1e55",
          "date-time", "2026-08-14T09:30:00Z",
          "date", "2026-08-14",
          "email", "jane@example.com",
          "uri", "https://example.com");

  private final ObjectNode document;
  private final Map<String, JsonNode> known = new HashMap<>();

  private ExampleDrafts(ObjectNode document) {
    this.document = document;
  }

  /** Adds the drafts to a document; a schema for which none can be told stays without. */
  public static void add(ObjectNode document) {
    ExampleDrafts drafts = new ExampleDrafts(document);
    JsonNode schemas = document.at("/components/schemas");
    schemas.forEach(drafts::learn);
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      JsonNode example = drafts.ofReference(SCHEMAS + schema.getKey(), new HashSet<>());
      if (example != null && schema.getValue() instanceof ObjectNode object) {
        object.set("example", example);
      }
    }
  }

  private void learn(JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = schema.path("example").path(property.getKey());
      if (!value.isMissingNode() && !value.isNull()) {
        known.putIfAbsent(kind(property.getKey(), property.getValue()), value);
      }
    }
  }

  private static String kind(String name, JsonNode property) {
    ObjectNode structure = NormalForm.structure(((ObjectNode) property));
    structure.remove("nullable");
    structure.remove("readOnly");
    return name + " " + structure;
  }

  private @Nullable JsonNode ofReference(String reference, Set<String> onTheWay) {
    JsonNode schema = document.at(reference.substring(1));
    if (schema.has("example")) {
      return schema.get("example").deepCopy();
    }
    if (!onTheWay.add(reference)) {
      return null;
    }
    JsonNode draft = of(schema, reference.substring(reference.lastIndexOf('/') + 1), onTheWay);
    onTheWay.remove(reference);
    return draft;
  }

  private @Nullable JsonNode of(JsonNode schema, String name, Set<String> onTheWay) {
    if (schema.has("$ref")) {
      return ofReference(schema.get("$ref").asText(), onTheWay);
    }
    if (schema.path("enum").size() > 0) {
      return schema.get("enum").get(0);
    }
    for (String union : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.path(union).size() > 0) {
        return of(schema.get(union).get(0), name, onTheWay);
      }
    }
    return switch (schema.path("type").asText(schema.has("properties") ? "object" : "")) {
      case "object" -> object(schema, onTheWay);
      case "array" -> {
        JsonNode item = of(schema.path("items"), name, onTheWay);
        yield item == null ? JSON.arrayNode() : JSON.arrayNode().add(item);
      }
      case "boolean" -> JSON.booleanNode(true);
      case "integer" -> JSON.numberNode((long) Math.ceil(number(schema)));
      case "number" -> JSON.numberNode(number(schema));
      default -> text(schema, name);
    };
  }

  private @Nullable JsonNode object(JsonNode schema, Set<String> onTheWay) {
    ObjectNode object = JSON.objectNode();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode value = ofProperty(property.getKey(), property.getValue(), onTheWay);
      if (value != null) {
        object.set(property.getKey(), value);
      }
    }
    if (schema.path("additionalProperties").isObject()) {
      JsonNode value = of(schema.get("additionalProperties"), "value", onTheWay);
      if (value != null) {
        object.set("key", value);
      }
    }
    boolean complete =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .allMatch(name -> object.has(name.asText()));
    return complete ? object : null;
  }

  private @Nullable JsonNode ofProperty(String name, JsonNode property, Set<String> onTheWay) {
    JsonNode elsewhere = property.has("$ref") ? null : known.get(kind(name, property));
    return elsewhere != null ? elsewhere.deepCopy() : of(property, name, onTheWay);
  }

  private static double number(JsonNode schema) {
    double least = Math.max(1, schema.path("minimum").asDouble(1));
    return Math.min(least, schema.path("maximum").asDouble(least));
  }

  private static @Nullable JsonNode text(JsonNode schema, String name) {
    String format = schema.path("format").asText();
    if (BY_FORMAT.containsKey(format)) {
      return JSON.textNode(BY_FORMAT.get(format));
    }
    if (schema.has("pattern")) {
      return null;
    }
    String words = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    int shortest = schema.path("minLength").asInt(0);
    int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String padded = words + ".".repeat(Math.max(0, shortest - words.length()));
    return JSON.textNode(padded.substring(0, Math.min(padded.length(), longest)));
  }
}
