package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses references that leave the document, lead nowhere, or make a schema a part of itself.
 *
 * <p>It runs before any library sees the document: parser and generator would fetch what is outside
 * of it.
 */
final class ReferenceCheck {
  private static final String SCHEMAS = "#/components/schemas/";

  /** Keys whose text the tools may take for a place to read from. */
  private static final Set<String> PLACES = Set.of("$ref", "operationRef", "externalValue");

  private final ObjectNode document;
  private final Set<String> ended = new HashSet<>();

  private ReferenceCheck(ObjectNode document) {
    this.document = document;
  }

  static void check(ObjectNode document) {
    ReferenceCheck check = new ReferenceCheck(document);
    check.references(document);
    for (String schema : check.schemas().propertyStream().map(Map.Entry::getKey).toList()) {
      check.ends(SCHEMAS + schema, new HashSet<>());
    }
  }

  private void references(JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (PLACES.contains(key) && value.isTextual()) {
        isInside(value.asText());
      }
      if (key.equals("discriminator")) {
        value.path("mapping").forEach(this::mapping);
      }
    }
    node.forEach(this::references);
  }

  private void mapping(JsonNode target) {
    if (schemas().path(target.asText()).isMissingNode()) {
      isInside(target.asText());
    }
  }

  private void isInside(String target) {
    if (!target.startsWith("#/")) {
      throw new ContractException("the document refers to something outside itself: " + target);
    }
    if (document.at(target.substring(1)).isMissingNode()) {
      throw new ContractException("the document refers to something it does not have: " + target);
    }
  }

  private void ends(String reference, Set<String> onTheWay) {
    if (ended.contains(reference)) {
      return;
    }
    if (!onTheWay.add(reference)) {
      throw new ContractException("the document has a schema that contains itself: " + reference);
    }
    parts(document.at(reference.substring(1)), onTheWay);
    onTheWay.remove(reference);
    ended.add(reference);
  }

  /** Follows what a schema consists of; what its properties refer to may well lead back to it. */
  private void parts(JsonNode schema, Set<String> onTheWay) {
    String target = schema.path("$ref").asText();
    if (target.startsWith(SCHEMAS)) {
      ends(target, onTheWay);
    }
    for (String combination : List.of("allOf", "oneOf", "anyOf")) {
      schema.path(combination).forEach(part -> parts(part, onTheWay));
    }
  }

  private JsonNode schemas() {
    return document.path("components").path("schemas");
  }
}
