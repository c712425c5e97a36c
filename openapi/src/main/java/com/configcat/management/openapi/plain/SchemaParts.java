package com.configcat.management.openapi.plain;

import static com.configcat.management.openapi.plain.SchemaNames.HANDWRITTEN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what a schema is composed of. */
final class SchemaParts {
  /** What may surround a reference without making it another schema. */
  static final Set<String> SURROUNDINGS =
      Set.of(
          "nullable",
          "deprecated",
          "readOnly",
          "writeOnly",
          "title",
          "description",
          "example",
          LeftOut.KEY);

  private final ObjectNode document;
  private final Map<String, ObjectNode> components = new HashMap<>();

  SchemaParts(ObjectNode document) {
    this.document = document;
  }

  /** Returns what may stand around a reference to a schema. */
  static ObjectNode surroundings(ObjectNode schema) {
    ObjectNode around = schema.objectNode();
    schema
        .properties()
        .forEach(
            entry -> {
              if (SURROUNDINGS.contains(entry.getKey())) {
                around.set(entry.getKey(), entry.getValue());
              }
            });
    return around;
  }

  /** Returns a component; one that only refers to another is a copy of that. */
  ObjectNode ofComponent(String name) {
    ObjectNode known = components.get(name);
    if (known == null) {
      JsonNode schema = document.at("/components/schemas").path(name);
      known = HANDWRITTEN.contains(name) ? (ObjectNode) schema : resolved(of(schema));
      components.put(name, known);
    }
    return known;
  }

  /**
   * Returns a schema without combinations: the parts of an {@code allOf} in one, a reference with
   * what surrounds it, and nothing but words of a choice between several.
   */
  ObjectNode of(JsonNode schema) {
    ObjectNode whole = document.objectNode();
    if (!(schema instanceof ObjectNode given)) {
      return whole;
    }
    if (given.path("$ref").isTextual()) {
      // What stands beside a reference does not count.
      return whole.put("$ref", given.get("$ref").asText());
    }
    whole = given.deepCopy();
    whole.remove(List.of("allOf", "oneOf", "anyOf", "not", "discriminator", "xml"));
    for (String keyword : List.of("not", "discriminator")) {
      if (given.has(keyword)) {
        LeftOut.add(whole, keyword, given.get(keyword));
      }
    }
    List<JsonNode> all = new ArrayList<>();
    given.path("allOf").forEach(all::add);
    boolean isChoice = false;
    for (String choice : List.of("oneOf", "anyOf")) {
      if (given.path(choice).size() == 1) {
        all.add(given.path(choice).path(0));
      } else if (!given.path(choice).isEmpty()) {
        isChoice = true;
        LeftOut.add(whole, choice, given.path(choice));
      }
    }
    if (isChoice) {
      return surroundings(whole);
    }
    return all.isEmpty() ? consistent(whole) : composed(whole, all);
  }

  private ObjectNode composed(ObjectNode own, List<JsonNode> all) {
    List<ObjectNode> parts = all.stream().map(this::of).filter(part -> !isNothing(part)).toList();
    boolean isReference = parts.size() == 1 && parts.get(0).has("$ref") && isNothing(own);
    if (isReference) {
      own.put("$ref", parts.get(0).get("$ref").asText());
      return own;
    }
    ObjectNode whole = document.objectNode();
    for (ObjectNode part : parts) {
      merge(whole, resolved(part));
    }
    merge(whole, own);
    return consistent(whole);
  }

  private ObjectNode resolved(ObjectNode part) {
    return part.has("$ref") ? ofComponent(SchemaNames.target(part)) : part;
  }

  private static boolean isNothing(ObjectNode part) {
    return part.propertyStream()
        .allMatch(
            entry ->
                SURROUNDINGS.contains(entry.getKey())
                    || entry.getKey().equals("default")
                    || (entry.getKey().equals("type") && entry.getValue().asText().equals("object"))
                    || (entry.getValue().isContainerNode() && entry.getValue().isEmpty()));
  }

  private static void merge(ObjectNode whole, ObjectNode part) {
    Set<String> required = new TreeSet<>();
    whole.path("required").forEach(name -> required.add(name.asText()));
    part.path("required").forEach(name -> required.add(name.asText()));
    ObjectNode properties = whole.objectNode();
    for (ObjectNode from : List.of(whole, part)) {
      if (from.path("properties") instanceof ObjectNode given) {
        properties.setAll(given);
      }
    }
    whole.setAll(part.deepCopy());
    if (!properties.isEmpty()) {
      whole.set("properties", properties.deepCopy());
    }
    ArrayNode all = whole.putArray("required");
    required.forEach(all::add);
  }

  /** Takes away what contradicts itself: required properties that there are not, no values. */
  private static ObjectNode consistent(ObjectNode whole) {
    if (whole.path("properties").isEmpty()) {
      whole.remove("properties");
    }
    if (whole.path("required") instanceof ArrayNode required) {
      ArrayNode kept = whole.arrayNode();
      for (JsonNode name : required) {
        if (whole.path("properties").has(name.asText())) {
          kept.add(name);
        }
      }
      whole.set("required", kept);
      if (kept.isEmpty()) {
        whole.remove("required");
      }
    }
    EnumValues.clean(whole);
    return whole;
  }
}
