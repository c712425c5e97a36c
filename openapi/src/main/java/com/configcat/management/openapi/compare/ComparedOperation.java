package com.configcat.management.openapi.compare;

import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the generator makes it, and as the document calls it.
 *
 * @param key such as {@code GET /v1/products}
 * @param resource such as {@code Products}
 * @param method the blocking method, such as {@code list}
 * @param javaId the method of the generated interface, such as {@code getProducts}
 * @param json what is compared, in plain notation
 * @param source the structure of the operation as it came, with shared bodies and answers written
 *     out
 */
record ComparedOperation(
    String key, String resource, String method, String javaId, JsonNode json, JsonNode source) {

  List<JsonNode> parameters() {
    return StreamSupport.stream(json.path("parameters").spliterator(), false).toList();
  }

  List<JsonNode> required() {
    return parameters().stream().filter(p -> p.path("required").asBoolean()).toList();
  }

  List<JsonNode> optional() {
    return parameters().stream().filter(p -> !p.path("required").asBoolean()).toList();
  }

  /** Returns the schema of the body, or null where the operation has none. */
  @Nullable JsonNode body() {
    return schema(json.path("requestBody"));
  }

  /** Returns the schema that a success answers with, or null where it has no content. */
  @Nullable JsonNode answer() {
    for (Map.Entry<String, JsonNode> response : json.path("responses").properties()) {
      JsonNode schema = schema(response.getValue());
      if (response.getKey().startsWith("2") && schema != null) {
        return schema;
      }
    }
    return null;
  }

  /** A media type without a schema is nothing to Java. */
  private static @Nullable JsonNode schema(JsonNode bodyOrAnswer) {
    JsonNode schema = ApiOperations.schemaOf(bodyOrAnswer);
    return schema == null || schema.isMissingNode() ? null : schema;
  }

  /** Says whether one success has content and another has none. */
  boolean mayBeEmpty() {
    return answer() != null
        && json.path("responses")
            .propertyStream()
            .anyMatch(
                response ->
                    response.getKey().startsWith("2") && schema(response.getValue()) == null);
  }

  /** Returns what the document calls the operation's group. */
  String tag() {
    return source.path("tags").path(0).asText();
  }
}
