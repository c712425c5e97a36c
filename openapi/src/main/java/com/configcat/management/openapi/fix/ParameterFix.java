package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the parameters of each operation in an order that does not depend on the document's.
 *
 * <p>Path parameters come as in the path, then headers, queries and cookies, those required first,
 * each by name. Parameters of the whole path and shared ones are written out; header parameters
 * that the fixes name become required.
 */
final class ParameterFix {
  private static final List<String> PLACES = List.of("path", "header", "query", "cookie");
  private final Set<String> required;

  ParameterFix(Set<String> required) {
    this.required = required;
  }

  void apply(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      List<ObjectNode> parameters = collect(document, operation);
      parameters.forEach(this::requireListed);
      parameters.sort(
          Comparator.comparingInt((ObjectNode p) -> PLACES.indexOf(p.path("in").asText()))
              .thenComparing(p -> placeInTemplate(operation.path(), p))
              .thenComparing(p -> !p.path("required").asBoolean())
              .thenComparing(p -> p.path("name").asText()));
      operation.json().remove("parameters");
      if (!parameters.isEmpty()) {
        ArrayNode ordered = operation.json().putArray("parameters");
        parameters.forEach(ordered::add);
      }
    }
    for (JsonNode path : document.path("paths")) {
      if (path instanceof ObjectNode item) {
        item.remove("parameters");
      }
    }
  }

  private static List<ObjectNode> collect(ObjectNode document, ApiOperation operation) {
    Map<String, ObjectNode> byNameAndPlace = new TreeMap<>();
    List<JsonNode> all = new ArrayList<>();
    document.path("paths").path(operation.path()).path("parameters").forEach(all::add);
    operation.json().path("parameters").forEach(all::add);
    for (JsonNode parameter : all) {
      if (ApiOperations.resolve(document, parameter) instanceof ObjectNode resolved) {
        ObjectNode own = resolved.deepCopy();
        byNameAndPlace.put(own.path("in").asText() + " " + own.path("name").asText(), own);
      }
    }
    return new ArrayList<>(byNameAndPlace.values());
  }

  private static int placeInTemplate(String template, ObjectNode parameter) {
    return parameter.path("in").asText().equals("path")
        ? template.indexOf("{" + parameter.path("name").asText() + "}")
        : 0;
  }

  private void requireListed(ObjectNode parameter) {
    String name = parameter.path("name").asText();
    if (parameter.path("in").asText().equals("header")
        && required.stream().anyMatch(name::equalsIgnoreCase)) {
      parameter.put("required", true);
    }
  }
}
