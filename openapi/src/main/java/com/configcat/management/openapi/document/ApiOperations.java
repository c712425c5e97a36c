package com.configcat.management.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the operations of a document. */
public final class ApiOperations {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private ApiOperations() {}

  /** Returns every operation, by path and method, whatever order the document has them in. */
  public static List<ApiOperation> of(ObjectNode document) {
    List<ApiOperation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          if (METHODS.contains(entry.getKey())
                              && entry.getValue() instanceof ObjectNode json) {
                            operations.add(
                                new ApiOperation(
                                    entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), json));
                          }
                        }));
    operations.sort(
        java.util.Comparator.comparing(ApiOperation::path).thenComparing(ApiOperation::method));
    return operations;
  }

  /** Says whether a key of a path holds an operation. */
  public static boolean isMethod(String key) {
    return METHODS.contains(key);
  }

  /** Follows a local reference, if the node is one. */
  public static JsonNode resolve(ObjectNode document, JsonNode node) {
    JsonNode target = node;
    for (int hops = 0; target.path("$ref").isTextual(); hops++) {
      if (hops > 10) {
        throw new ContractException(
            "the document's references form a cycle at " + node.get("$ref").asText());
      }
      target = document.at(target.get("$ref").asText().substring(1));
    }
    return target;
  }

  /** Returns the schema of the first media type, or null where there is no content. */
  public static @Nullable JsonNode schemaOf(JsonNode bodyOrResponse) {
    JsonNode content = bodyOrResponse.path("content");
    JsonNode json = content.path("application/json");
    JsonNode chosen = json.isMissingNode() && !content.isEmpty() ? content.elements().next() : json;
    return chosen.isMissingNode() ? null : chosen.path("schema");
  }
}
