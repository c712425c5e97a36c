package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Marks what the templates ask of bodies: models that are sent ({@code x-request-model}), answers
 * that may be empty ({@code x-empty-answer}), deletions with a body ({@code x-delete-with-body}).
 */
final class BodyFix {
  private static final String SCHEMAS = "#/components/schemas/";
  private final boolean requestBodiesRequired;

  BodyFix(boolean requestBodiesRequired) {
    this.requestBodiesRequired = requestBodiesRequired;
  }

  void apply(ObjectNode document) {
    Deque<JsonNode> sent = new ArrayDeque<>();
    for (ApiOperation operation : ApiOperations.of(document)) {
      ObjectNode json = operation.json();
      if (ApiOperations.resolve(document, json.path("requestBody")) instanceof ObjectNode shared) {
        ObjectNode body = shared.deepCopy();
        if (requestBodiesRequired) {
          body.put("required", true);
        }
        json.set("requestBody", body);
        sent.add(body);
        if (operation.method().equals("DELETE")) {
          json.put("x-delete-with-body", true);
        }
      }
      if (mayBeEmpty(document, json.path("responses"))) {
        json.put("x-empty-answer", true);
      }
    }
    markRequestModels(document, sent);
  }

  private static boolean mayBeEmpty(ObjectNode document, JsonNode responses) {
    boolean withContent = false;
    boolean withoutContent = false;
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      if (response.getKey().startsWith("2")) {
        boolean content =
            ApiOperations.schemaOf(ApiOperations.resolve(document, response.getValue())) != null;
        withContent |= content;
        withoutContent |= !content;
      }
    }
    return withContent && withoutContent;
  }

  private static void markRequestModels(ObjectNode document, Deque<JsonNode> sent) {
    Set<String> seen = new HashSet<>();
    while (!sent.isEmpty()) {
      JsonNode node = sent.pop();
      String reference = node.path("$ref").asText();
      if (reference.startsWith(SCHEMAS)
          && seen.add(reference)
          && document.at(reference.substring(1)) instanceof ObjectNode schema) {
        schema.put("x-request-model", true);
        sent.push(schema);
      }
      node.forEach(sent::push);
    }
  }
}
