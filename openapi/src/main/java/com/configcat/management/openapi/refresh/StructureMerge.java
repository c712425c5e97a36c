package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.document.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings the structure of another document into ours: our words stay where their place still
 * exists, our order stays where it means nothing, and nothing of the other's words comes along.
 */
final class StructureMerge {
  /** Parts that are ours alone: what the document calls itself. */
  private static final Set<String> OURS = Set.of("openapi", "info");

  private StructureMerge() {}

  static ObjectNode merge(ObjectNode ours, ObjectNode other) {
    ObjectNode structure = NormalForm.structureInOrder(other);
    OURS.forEach(part -> structure.set(part, ours.path(part)));
    listTags(structure);
    ObjectNode merged = objects(ours, structure, false);
    ApiOperations.of(merged)
        .forEach(
            operation ->
                operation
                    .json()
                    .path("responses")
                    .properties()
                    .forEach(response -> response.setValue(described(response.getValue()))));
    return merged;
  }

  /** Lists every tag that an operation has: a document need not list them itself. */
  private static void listTags(ObjectNode document) {
    List<String> listed = document.path("tags").findValuesAsText("name");
    Set<String> unlisted = new LinkedHashSet<>();
    ApiOperations.of(document)
        .forEach(
            operation -> operation.json().path("tags").forEach(tag -> unlisted.add(tag.asText())));
    listed.forEach(unlisted::remove);
    unlisted.forEach(name -> document.withArray("tags").addObject().put("name", name));
  }

  /** OpenAPI wants a description of every response. */
  private static JsonNode described(JsonNode response) {
    if (!(response instanceof ObjectNode object) || object.has("$ref")) {
      return response;
    }
    ObjectNode described = object.objectNode().put("description", "");
    described.setAll(object);
    return described;
  }

  private static JsonNode merge(String key, JsonNode ours, JsonNode theirs, boolean isName) {
    if (!isName && Vocabulary.isData(key) && !key.equals("enum")) {
      return theirs;
    }
    if (ours instanceof ObjectNode ourObject && theirs instanceof ObjectNode theirObject) {
      return objects(ourObject, theirObject, !isName && Vocabulary.holdsNames(key));
    }
    if (ours instanceof ArrayNode ourArray && theirs instanceof ArrayNode theirArray) {
      return arrays(ourArray, theirArray, !isName && isUnordered(key, theirArray));
    }
    return theirs;
  }

  private static boolean isUnordered(String key, ArrayNode array) {
    return switch (key) {
      case "enum", "parameters", "required" -> true;
      // Those of the document; the first one of an operation is its own.
      case "tags" -> !array.path(0).isTextual();
      default -> false;
    };
  }

  private static ObjectNode objects(ObjectNode ours, ObjectNode theirs, boolean keysAreNames) {
    List<String> kept = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : ours.properties()) {
      String key = entry.getKey();
      boolean own = !keysAreNames && (Vocabulary.isWord(key) || Vocabulary.isExtension(key));
      if (own || theirs.has(key)) {
        kept.add(key);
      }
    }
    List<String> wanted = new ArrayList<>();
    theirs.fieldNames().forEachRemaining(wanted::add);
    ObjectNode merged = ours.objectNode();
    for (String key : inOrder(kept, wanted)) {
      JsonNode our = ours.path(key);
      JsonNode their = theirs.path(key);
      if (their.isMissingNode() || our.isMissingNode()) {
        merged.set(key, their.isMissingNode() ? our : their);
      } else {
        merged.set(key, merge(key, our, their, keysAreNames));
      }
    }
    return merged;
  }

  private static ArrayNode arrays(ArrayNode ours, ArrayNode theirs, boolean unordered) {
    Map<String, JsonNode> before = byIdentity(ours);
    Map<String, JsonNode> after = byIdentity(theirs);
    List<String> kept = before.keySet().stream().filter(after::containsKey).toList();
    List<String> wanted = List.copyOf(after.keySet());
    ArrayNode merged = ours.arrayNode();
    for (String identity : unordered ? inOrder(kept, wanted) : wanted) {
      JsonNode our = before.get(identity);
      JsonNode their = after.get(identity);
      if (their != null) {
        merged.add(our == null ? their : merge("", our, their, true));
      }
    }
    return merged;
  }

  /** Returns the elements of an array by what tells them apart. */
  static Map<String, JsonNode> byIdentity(ArrayNode array) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    for (int i = 0; i < array.size(); i++) {
      String identity = identity(array.get(i), i);
      elements.put(elements.containsKey(identity) ? identity + " #" + i : identity, array.get(i));
    }
    return elements;
  }

  /**
   * Parameters and tags are told apart by name, references by where they lead, values by
   * themselves, parts of a union by place.
   */
  private static String identity(JsonNode element, int place) {
    if (!element.isObject()) {
      return element.toString();
    }
    if (element.has("name")) {
      return element.path("in").asText() + " " + element.path("name").asText();
    }
    return element.has("$ref") ? element.path("$ref").asText() : "#" + place;
  }

  /** Puts what is new behind what it stands behind over there. */
  private static List<String> inOrder(List<String> kept, List<String> wanted) {
    List<String> order = new ArrayList<>(kept);
    Set<String> known = new HashSet<>(kept);
    String previous = null;
    for (String key : wanted) {
      if (known.add(key)) {
        order.add(previous == null ? 0 : order.indexOf(previous) + 1, key);
      }
      previous = key;
    }
    return order;
  }
}
