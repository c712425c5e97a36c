package com.configcat.management.openapi.plain;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what operations share into each of them, and takes away what a client does not follow:
 * servers, links, callbacks, headers of answers, bodies of failures.
 */
public final class WrittenOut {
  private static final List<String> IGNORED = List.of("servers", "callbacks", "externalDocs");

  /** Methods whose bodies mean nothing to HTTP. */
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final ObjectNode document;

  private WrittenOut(ObjectNode document) {
    this.document = document;
  }

  public static void apply(ObjectNode document) {
    new WrittenOut(document).apply();
  }

  private void apply() {
    for (ApiOperation operation : ApiOperations.of(document)) {
      ObjectNode json = operation.json();
      json.remove(IGNORED);
      parameters(json);
      body(operation);
      responses(json);
    }
    for (JsonNode path : document.path("paths")) {
      parameters((ObjectNode) path);
      ((ObjectNode) path).remove(List.of("servers", "summary", "description"));
    }
    if (document.path("components") instanceof ObjectNode components) {
      components.retain("schemas", "securitySchemes");
    }
  }

  private void parameters(ObjectNode holder) {
    if (holder.path("parameters") instanceof ArrayNode parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        parameters.set(i, copy(parameters.get(i)));
      }
    }
  }

  private void body(ApiOperation operation) {
    ObjectNode json = operation.json();
    if (!json.has("requestBody")) {
      return;
    }
    if (WITHOUT_BODY.contains(operation.method())) {
      json.remove("requestBody");
      return;
    }
    JsonNode body = copy(json.get("requestBody"));
    json.set("requestBody", body);
    onlyJson(body);
  }

  private void responses(ObjectNode json) {
    if (!(json.path("responses") instanceof ObjectNode responses)) {
      return;
    }
    for (Map.Entry<String, JsonNode> response : List.copyOf(responses.properties())) {
      if (copy(response.getValue()) instanceof ObjectNode own) {
        own.remove(List.of("headers", "links"));
        // What is said of all statuses may be said of the success.
        if (response.getKey().matches("2..|default")) {
          onlyJson(own);
        } else {
          own.remove("content");
        }
        responses.set(response.getKey(), own);
      }
    }
  }

  /**
   * Keeps one media type, under the name that the client sends and asks for.
   *
   * <p>Generators take the first of several, which may be {@code application/*+json}, and send it
   * as it stands.
   */
  private static void onlyJson(JsonNode withContent) {
    if (withContent.path("content") instanceof ObjectNode content) {
      MediaTypes.json(content)
          .ifPresent(
              type -> {
                JsonNode kept = content.get(type);
                content.removeAll();
                content.set(MediaTypes.JSON, kept);
              });
    }
  }

  private JsonNode copy(JsonNode shared) {
    return ApiOperations.resolve(document, shared).deepCopy();
  }
}
