package com.configcat.management.openapi.pinned;

import com.configcat.management.openapi.document.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/**
 * Holds examples against the schemas of an OpenAPI 3.0 document, by way of JSON Schema.
 *
 * <p>Stricter than the document: a property that it does not declare is an error, for it is a
 * misspelt one. As Prism sees it, {@code nullable} means nothing beside {@code allOf}.
 */
public final class ExampleValidator {
  private static final String SCHEMAS = "#/components/schemas/";
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final ObjectNode definitions;

  public ExampleValidator(ObjectNode document) {
    definitions = document.objectNode();
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      definitions.set(schema.getKey(), converted(schema.getValue(), false));
    }
  }

  /** Returns what is wrong with an example of a schema, or nothing. */
  public List<String> errors(String schema, JsonNode example) {
    ObjectNode root = definitions.objectNode().put("$ref", "#/$defs/" + schema);
    root.set("$defs", definitions);
    Schema compiled = registry.getSchema(root);
    return compiled
        .validate(
            example,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  private static JsonNode converted(JsonNode node, boolean keysAreNames) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(converted(element, false)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = object.objectNode();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      boolean data = !keysAreNames && Vocabulary.isData(entry.getKey());
      copy.set(
          entry.getKey(),
          data
              ? entry.getValue()
              : converted(
                  entry.getValue(), !keysAreNames && Vocabulary.holdsNames(entry.getKey())));
    }
    if (!keysAreNames) {
      translate(copy);
    }
    return copy;
  }

  private static void translate(ObjectNode schema) {
    if (schema.path("$ref").asText().startsWith(SCHEMAS)) {
      schema.put("$ref", "#/$defs/" + schema.get("$ref").asText().substring(SCHEMAS.length()));
    }
    if (schema.path("nullable").asBoolean() && schema.has("type")) {
      String type = schema.get("type").asText();
      schema.putArray("type").add(type).add("null");
      if (schema.path("enum") instanceof ArrayNode values) {
        values.addNull();
      }
    }
    if (schema.has("properties") && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
  }
}
