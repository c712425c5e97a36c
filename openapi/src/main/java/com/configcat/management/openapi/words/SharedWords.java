package com.configcat.management.openapi.words;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Describes a new response or parameter with the sentence that the document has wherever the same
 * status or parameter occurs. One that is described in different ways is left alone.
 */
public final class SharedWords {
  /** How often a sentence has to be there to be taken for one that fits everywhere. */
  private static final int OFTEN = 5;

  private SharedWords() {}

  public static void spread(ObjectNode document) {
    Map<String, List<ObjectNode>> alike = new HashMap<>();
    for (ApiOperation operation : ApiOperations.of(document)) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        String name = parameter.path("in").asText() + " " + parameter.path("name").asText();
        collect(alike, "parameter " + name, parameter);
      }
      operation
          .json()
          .path("responses")
          .properties()
          .forEach(
              response -> collect(alike, "response " + response.getKey(), response.getValue()));
    }
    alike.values().forEach(SharedWords::describe);
  }

  private static void collect(
      Map<String, List<ObjectNode>> alike, String name, JsonNode described) {
    if (described instanceof ObjectNode object && !object.has("$ref")) {
      alike.computeIfAbsent(name, none -> new ArrayList<>()).add(object);
    }
  }

  private static void describe(List<ObjectNode> alike) {
    List<String> sentences =
        alike.stream()
            .map(described -> described.path("description").asText())
            .filter(sentence -> !sentence.isBlank())
            .toList();
    if (sentences.size() >= OFTEN && new HashSet<>(sentences).size() == 1) {
      alike.stream()
          .filter(described -> described.has("description"))
          .filter(described -> described.get("description").asText().isBlank())
          .forEach(described -> described.put("description", sentences.get(0)));
    }
  }
}
