package com.configcat.management.openapi.compare;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.plain.LeftOut;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes all documents of one meaning in one notation: no shared answers, no {@code allOf}, no
 * references to schemas that Java has no class for, no limits that limit nothing.
 *
 * <p>A reference can have siblings then, as in {@code {$ref: X, nullable: true}}.
 */
final class Notation {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final List<String> LOWER_LIMITS =
      List.of("minLength", "minItems", "minProperties");

  private final ObjectNode document;
  private final Map<String, JsonNode> plain = new HashMap<>();
  private final Set<String> onTheWay = new HashSet<>();

  private Notation(ObjectNode document) {
    this.document = document;
  }

  /** Returns the plain form of a fixed document, in which Java has a class for each schema. */
  static ObjectNode plain(ObjectNode fixed) {
    // The order of parameters is that of Java's arguments; the fixes have seen to it.
    ObjectNode structure = NormalForm.structureInOrder(LeftOut.restored(fixed));
    Notation notation = new Notation(structure.deepCopy());
    for (ApiOperation operation : ApiOperations.of(structure)) {
      operation
          .json()
          .path("responses")
          .properties()
          .forEach(
              answer ->
                  answer.setValue(ApiOperations.resolve(structure, answer.getValue()).deepCopy()));
      notation.contents(operation.json());
    }
    ObjectNode schemas = structure.withObject("/components").putObject("schemas");
    for (Map.Entry<String, JsonNode> schema :
        notation.document.path("components").path("schemas").properties()) {
      if (JavaTypes.isHandwritten(schema.getKey())
          || hasClass(notation.component(schema.getKey()))) {
        schemas.set(schema.getKey(), notation.component(schema.getKey()));
      }
    }
    return structure;
  }

  /** Says whether Java has a class for a schema; a list, a map or a text has none. */
  private static boolean hasClass(JsonNode schema) {
    return Stream.of("properties", "enum").anyMatch(schema::has);
  }

  /** Rewrites the schemas of parameters, bodies and answers. */
  private void contents(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("schema")) {
      object.set("schema", schema(object.get("schema")));
      return;
    }
    node.forEach(this::contents);
  }

  private JsonNode component(String name) {
    JsonNode known = plain.get(name);
    if (known == null) {
      onTheWay.add(name);
      known = schema(document.path("components").path("schemas").path(name));
      onTheWay.remove(name);
      plain.put(name, known);
    }
    return known;
  }

  private JsonNode schema(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = object.objectNode();
    object.properties().forEach(entry -> copy.set(entry.getKey(), child(entry)));
    if (copy.path("allOf") instanceof ArrayNode parts) {
      combine(copy, parts);
    }
    String name = copy.path("$ref").asText().replace(SCHEMAS, "");
    if (!name.isEmpty()
        && !onTheWay.contains(name)
        && !JavaTypes.isHandwritten(name)
        && !hasClass(component(name))) {
      copy.remove("$ref");
      component(name)
          .properties()
          .forEach(
              e ->
                  copy.set(
                      e.getKey(),
                      copy.path(e.getKey()).isMissingNode()
                          ? e.getValue().deepCopy()
                          : copy.get(e.getKey())));
    }
    LOWER_LIMITS.forEach(limit -> removeIf(copy, limit, "0"));
    List.of("exclusiveMinimum", "exclusiveMaximum")
        .forEach(limit -> removeIf(copy, limit, "false"));
    if (copy.has("properties")) {
      copy.put("type", "object");
    }
    return copy;
  }

  private JsonNode child(Map.Entry<String, JsonNode> entry) {
    JsonNode value = entry.getValue();
    return switch (entry.getKey()) {
      case "items", "additionalProperties", "not" -> schema(value);
      case "properties" -> {
        ObjectNode properties = document.objectNode();
        value.properties().forEach(p -> properties.set(p.getKey(), schema(p.getValue())));
        yield properties;
      }
      case "allOf", "oneOf", "anyOf" -> {
        ArrayNode parts = document.arrayNode();
        for (JsonNode part : value) {
          // What said words alone says nothing now.
          if (!part.isEmpty() || !entry.getKey().equals("allOf")) {
            parts.add(schema(part));
          }
        }
        yield parts;
      }
      default -> value;
    };
  }

  /** Does what the generator does: one part stands for the whole, several are put together. */
  private void combine(ObjectNode schema, ArrayNode parts) {
    if (parts.size() > 1
        && !parts.valueStream().allMatch(part -> resolved(part).has("properties"))) {
      return;
    }
    schema.remove("allOf");
    for (JsonNode part : parts) {
      JsonNode source = parts.size() == 1 ? part : resolved(part);
      for (Map.Entry<String, JsonNode> entry : source.properties()) {
        merge(schema, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void merge(ObjectNode schema, String key, JsonNode value) {
    JsonNode own = schema.path(key);
    if (own.isMissingNode()) {
      schema.set(key, value.deepCopy());
    } else if (key.equals("properties")) {
      value.properties().forEach(p -> ((ObjectNode) own).set(p.getKey(), p.getValue().deepCopy()));
    } else if (key.equals("required")) {
      Set<String> names = new TreeSet<>();
      own.forEach(name -> names.add(name.asText()));
      value.forEach(name -> names.add(name.asText()));
      ArrayNode all = schema.putArray(key);
      names.forEach(all::add);
    }
  }

  private JsonNode resolved(JsonNode part) {
    String name = part.path("$ref").asText().replace(SCHEMAS, "");
    return name.isEmpty() || onTheWay.contains(name) ? part : component(name);
  }

  private static void removeIf(ObjectNode schema, String key, String value) {
    if (schema.path(key).asText().equals(value)) {
      schema.remove(key);
    }
  }
}
