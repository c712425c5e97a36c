package com.configcat.management.openapi.plain;

import static com.configcat.management.openapi.plain.SchemaNames.HANDWRITTEN;
import static com.configcat.management.openapi.plain.SchemaNames.PLACE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes schemas where they are used, and moves those that become classes to the components. */
final class SchemaForms {
  private final ObjectNode document;
  private final SchemaNames names;
  private final SchemaParts parts;
  private final ObjectNode classes;

  /** What is written out just now; what leads back to it has no end. */
  private final Set<String> onTheWay = new HashSet<>();

  SchemaForms(ObjectNode document, SchemaNames names) {
    this.document = document;
    this.names = names;
    this.parts = new SchemaParts(document);
    this.classes = document.objectNode();
  }

  /** Rewrites the components: those that become classes stay, with those found on the way. */
  void components() {
    if (!(document.at("/components/schemas") instanceof ObjectNode schemas)) {
      return;
    }
    for (String name : schemas.propertyStream().map(Map.Entry::getKey).toList()) {
      if (isClass(parts.ofComponent(name))) {
        addClass(name, parts.ofComponent(name));
      } else if (HANDWRITTEN.contains(name)) {
        classes.set(name, schemas.get(name));
      }
    }
    schemas.removeAll();
    classes
        .propertyStream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> schemas.set(entry.getKey(), entry.getValue()));
  }

  /**
   * Returns the form of a schema where it is used.
   *
   * @param name what its class would be called, if it needs one
   */
  JsonNode use(JsonNode schema, String name) {
    if (schema.has("$ref")) {
      return reference(SchemaNames.target(schema), name);
    }
    ObjectNode whole = parts.of(schema);
    if (whole.has("$ref")) {
      return wrapped(whole, name);
    }
    if (isClass(whole)) {
      String own = names.free(name);
      addClass(own, whole);
      ObjectNode used = SchemaParts.surroundings(whole);
      used.put("$ref", PLACE + own);
      return wrapped(used, own);
    }
    return value(whole, name);
  }

  private JsonNode reference(String target, String name) {
    if (isClass(target)) {
      return document.objectNode().put("$ref", PLACE + target);
    }
    if (!onTheWay.add(target)) {
      return document.objectNode();
    }
    try {
      return use(parts.ofComponent(target), name);
    } finally {
      onTheWay.remove(target);
    }
  }

  /** Puts what is said beside a reference around it, since it would not count beside it. */
  private JsonNode wrapped(ObjectNode surrounded, String name) {
    ObjectNode around = SchemaParts.surroundings(surrounded);
    JsonNode used = reference(SchemaNames.target(surrounded), name);
    if (around.isEmpty()) {
      return used;
    }
    if (used.has("$ref")) {
      around.putArray("allOf").add(used);
      return around;
    }
    return ((ObjectNode) used).setAll(around);
  }

  private boolean isClass(String component) {
    return HANDWRITTEN.contains(component)
        || classes.has(component)
        || isClass(parts.ofComponent(component));
  }

  private static boolean isClass(JsonNode whole) {
    return whole.has("properties") || EnumValues.areConstants(whole.path("enum"));
  }

  private void addClass(String name, ObjectNode whole) {
    ObjectNode own = whole.deepCopy();
    own.remove("nullable");
    if (own.path("properties") instanceof ObjectNode properties) {
      // Taken before its properties are looked at: they may lead back to it.
      classes.set(name, own);
      own.put("type", "object");
      own.remove("additionalProperties");
      for (Map.Entry<String, JsonNode> property : List.copyOf(properties.properties())) {
        properties.set(
            property.getKey(),
            use(property.getValue(), name + Words.upperCamel(property.getKey())));
      }
    } else {
      own.put("type", "string");
      own.remove("format");
      classes.set(name, own);
    }
  }

  /** A schema that is no class: the keywords that go with its type, and its parts. */
  private JsonNode value(ObjectNode whole, String name) {
    ObjectNode value = SchemaKeywords.of(whole);
    if (value.path("type").asText().equals("array")) {
      value.set("items", use(whole.path("items"), name));
    } else if (value.path("type").asText().equals("object")
        && (whole.path("additionalProperties").isObject()
            || whole.path("additionalProperties").asBoolean())) {
      value.set("additionalProperties", use(whole.path("additionalProperties"), name));
    }
    return value;
  }
}
