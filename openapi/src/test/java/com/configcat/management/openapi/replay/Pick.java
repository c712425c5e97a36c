package com.configcat.management.openapi.replay;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Picks parts of a document by chance, and visits all of a kind. */
final class Pick {
  private Pick() {}

  static <T> T one(Collection<T> from, Random random) {
    return new ArrayList<>(from).get(random.nextInt(from.size()));
  }

  static ApiOperation operation(ObjectNode document, Random random) {
    return one(ApiOperations.of(document), random);
  }

  static ObjectNode schemas(ObjectNode document) {
    return (ObjectNode) document.at("/components/schemas");
  }

  /** The name of a schema that has properties. */
  static String model(ObjectNode document, Random random) {
    return one(
        schemas(document).properties().stream()
            .filter(schema -> !schema.getValue().path("properties").isEmpty())
            .filter(schema -> !schema.getKey().equals("JsonPatchOperation"))
            .map(Map.Entry::getKey)
            .toList(),
        random);
  }

  static String enumeration(ObjectNode document, Random random) {
    return one(
        schemas(document).properties().stream()
            .filter(schema -> schema.getValue().has("enum"))
            .map(Map.Entry::getKey)
            .toList(),
        random);
  }

  /** A property, as {@code Schema.property}. */
  static String property(ObjectNode document, Random random) {
    String model = model(document, random);
    List<String> names =
        Edits.schema(document, model)
            .get("properties")
            .propertyStream()
            .map(Map.Entry::getKey)
            .toList();
    return model + "." + one(names, random);
  }

  /** Visits every object below a node, the innermost first. */
  static void each(JsonNode node, Consumer<ObjectNode> visitor) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    children.forEach(child -> each(child, visitor));
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
    }
  }

  /** Visits every property of every schema in components. */
  static void eachProperty(ObjectNode document, Consumer<Map.Entry<String, JsonNode>> visitor) {
    for (JsonNode schema : schemas(document)) {
      List.copyOf(schema.path("properties").properties()).forEach(visitor);
    }
  }
}
