package com.configcat.management.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns a document into the one that is generated from; the result does not depend on the order of
 * anything in it.
 */
final class Fixer {
  private final Fixes fixes;

  Fixer(Fixes fixes) {
    this.fixes = fixes;
  }

  ObjectNode fix(ObjectNode source) {
    ObjectNode document = source.deepCopy();
    sort(document.path("paths"));
    document.path("paths").forEach(Fixer::sort);
    document.path("components").forEach(Fixer::sort);
    new TagFix(fixes.tags()).apply(document);
    new NameFix(fixes).apply(Operations.of(document));
    new ParameterFix(fixes.requiredParameters()).apply(document);
    new BodyFix(fixes.requestBodiesRequired(), fixes.secrets()).apply(document);
    Operations.of(document).forEach(operation -> sort(operation.json().path("responses")));
    return document;
  }

  private static void sort(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      object.removeAll();
      object.setAll(sorted);
    }
  }
}
