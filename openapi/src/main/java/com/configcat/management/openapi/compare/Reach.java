package com.configcat.management.openapi.compare;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which schemas are sent, which are read, and by which resources. */
final class Reach {
  private static final String SCHEMAS = "#/components/schemas/";
  private final Set<String> sent = new HashSet<>();
  private final Set<String> read = new HashSet<>();
  private final Map<String, Set<String>> resources = new HashMap<>();
  private final ObjectNode document;

  Reach(ObjectNode document) {
    this.document = document;
    for (ApiOperation operation : ApiOperations.of(document)) {
      String resource = operation.json().path("tags").path(0).asText();
      add(operation.json().path("parameters"), sent, resource);
      add(operation.json().path("requestBody"), sent, resource);
      add(operation.json().path("responses"), read, resource);
    }
  }

  Direction of(String schema) {
    return new Direction(sent.contains(schema), read.contains(schema));
  }

  /** Returns the one resource whose operations send or read a schema, or nothing for several. */
  String resource(String schema) {
    Set<String> all = resources.getOrDefault(schema, Set.of());
    return all.size() == 1 ? all.iterator().next() : "";
  }

  private void add(JsonNode from, Set<String> found, String resource) {
    Set<String> seen = new HashSet<>();
    Deque<JsonNode> todo = new ArrayDeque<>();
    todo.push(from);
    while (!todo.isEmpty()) {
      JsonNode node = todo.pop();
      String reference = node.path("$ref").asText();
      if (reference.startsWith(SCHEMAS)) {
        String schema = reference.substring(SCHEMAS.length());
        if (seen.add(schema)) {
          found.add(schema);
          resources.computeIfAbsent(schema, none -> new TreeSet<>()).add(resource);
          todo.push(document.path("components").path("schemas").path(schema));
        }
      }
      node.forEach(todo::push);
    }
  }
}
