package com.configcat.management.openapi.plain;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.NormalForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets each operation have one type of answer, under statuses that are numbers: what succeeds in
 * different ways answers with any JSON.
 */
final class Answers {
  /** Statuses that HTTP knows without content. */
  private static final Set<String> EMPTY = Set.of("204", "205");

  private Answers() {}

  /** Rewrites a document in which nothing is shared but schemas. */
  static void apply(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      if (operation.json().path("responses") instanceof ObjectNode responses) {
        numbered(responses);
        empty(operation, responses);
        ofOneType(document, responses);
        contentUnderTheLowestSuccess(responses);
        withContentFirst(responses);
      }
    }
  }

  private static void numbered(ObjectNode responses) {
    List<String> statuses = responses.propertyStream().map(Map.Entry::getKey).toList();
    statuses.stream().filter(status -> status.startsWith("1")).forEach(responses::remove);
    for (String range : List.of("2XX", "2xx", "default")) {
      boolean succeeds = statuses.stream().anyMatch(status -> status.matches("2\\d\\d"));
      JsonNode response = responses.path(range);
      if (response.isObject() && !succeeds && !responses.has("200")) {
        responses.set("200", response);
      }
      responses.remove(range);
    }
  }

  private static void empty(ApiOperation operation, ObjectNode responses) {
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      if (EMPTY.contains(response.getKey()) || operation.method().equals("HEAD")) {
        ((ObjectNode) response.getValue()).remove("content");
      }
    }
  }

  private static void ofOneType(ObjectNode document, ObjectNode responses) {
    Set<JsonNode> types = new HashSet<>();
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      JsonNode schema = ApiOperations.schemaOf(response.getValue());
      if (response.getKey().startsWith("2") && schema != null) {
        types.add(NormalForm.structure(document.objectNode().set("schema", schema)));
      }
    }
    if (types.size() > 1) {
      for (Map.Entry<String, JsonNode> response : responses.properties()) {
        for (JsonNode media : response.getValue().path("content")) {
          ((ObjectNode) media).putObject("schema");
        }
      }
    }
  }

  /**
   * The generator asks the success of the lowest status alone what an operation returns: one
   * without content exchanges its status with one that has some.
   */
  private static void contentUnderTheLowestSuccess(ObjectNode responses) {
    List<String> successes =
        responses
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(status -> status.startsWith("2"))
            .sorted()
            .toList();
    Optional<String> withContent =
        successes.stream().filter(status -> responses.get(status).has("content")).findFirst();
    if (withContent.isPresent() && !withContent.get().equals(successes.get(0))) {
      JsonNode content = responses.get(withContent.get());
      responses.set(withContent.get(), responses.get(successes.get(0)));
      responses.set(successes.get(0), content);
    }
  }

  /** So that those who read the document find it first. */
  private static void withContentFirst(ObjectNode responses) {
    ObjectNode ordered = responses.objectNode();
    responses
        .propertyStream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, JsonNode> response) -> !response.getKey().startsWith("2"))
                .thenComparing(response -> !response.getValue().has("content"))
                .thenComparing(Map.Entry::getKey))
        .forEach(response -> ordered.set(response.getKey(), response.getValue()));
    responses.removeAll();
    responses.setAll(ordered);
  }
}
