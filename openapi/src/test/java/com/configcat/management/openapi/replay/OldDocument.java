package com.configcat.management.openapi.replay;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The document as it may have been in June 2025: the pinned one with what came later taken away.
 */
public final class OldDocument {
  static final int OPERATIONS = 92;

  private OldDocument() {}

  /** Returns a document with the oldest operations, as far as version and name tell. */
  public static ObjectNode document() {
    ObjectNode document = Documents.pinned();
    List<ApiOperation> newestFirst =
        ApiOperations.of(document).stream()
            .sorted(
                Comparator.comparing(
                        (ApiOperation operation) -> !operation.path().startsWith("/v2"))
                    .thenComparing(operation -> !operation.path().contains("profile"))
                    .thenComparing(operation -> !operation.path().contains("hook"))
                    .thenComparing(ApiOperation::key))
            .toList();
    newestFirst.stream()
        .limit(Math.max(0, newestFirst.size() - OPERATIONS))
        .forEach(operation -> Edits.removeOperation(document, operation.key()));
    Pick.schemas(document).retain(reachable(document));
    return document;
  }

  private static Set<String> reachable(ObjectNode document) {
    Set<String> names = new TreeSet<>();
    Deque<JsonNode> todo = new ArrayDeque<>(List.of(document.get("paths")));
    while (!todo.isEmpty()) {
      JsonNode node = todo.pop();
      String name = node.path("$ref").asText().replaceFirst(".*/", "");
      if (!name.isEmpty() && names.add(name)) {
        todo.push(Pick.schemas(document).get(name));
      }
      node.forEach(todo::push);
    }
    return names;
  }
}
