package com.configcat.management.openapi.compare;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.fix.NameFix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document made ready to compare.
 *
 * @param source as it came; the client never sees some of it, such as other media types than JSON
 * @param fixed as it is generated from
 * @param plain the fixed one in plain notation
 * @param operations by method and path
 * @param schemas those that Java has a class for, in plain notation
 * @param reach where they are used
 */
record ComparedDocument(
    ObjectNode source,
    ObjectNode fixed,
    ObjectNode plain,
    Map<String, ComparedOperation> operations,
    Map<String, JsonNode> schemas,
    Reach reach) {

  static ComparedDocument of(ChosenDocument document) {
    return of(document.source(), document.fixed(), Notation.plain(document.fixed()));
  }

  /** Returns the same document with schemas called otherwise. */
  ComparedDocument renamed(Map<String, String> names) {
    return of(renamed(source, names), fixed, renamed(plain, names));
  }

  private static ObjectNode renamed(ObjectNode document, Map<String, String> names) {
    ObjectNode renamed = document.deepCopy();
    ObjectNode schemas = (ObjectNode) renamed.at("/components/schemas");
    names.forEach(
        (from, to) -> {
          schemas.set(to, schemas.remove(from));
          repoint(renamed, "#/components/schemas/" + from, "#/components/schemas/" + to);
        });
    return renamed;
  }

  static void repoint(JsonNode node, String from, String to) {
    if (node instanceof ObjectNode object && object.path("$ref").asText().equals(from)) {
      object.put("$ref", to);
    }
    node.forEach(child -> repoint(child, from, to));
  }

  /** Writes shared bodies and answers out. */
  private static ObjectNode resolved(ObjectNode document, ObjectNode operation) {
    ObjectNode copy = operation.deepCopy();
    if (copy.has("requestBody")) {
      copy.set("requestBody", ApiOperations.resolve(document, copy.get("requestBody")));
    }
    copy.path("responses")
        .properties()
        .forEach(answer -> answer.setValue(ApiOperations.resolve(document, answer.getValue())));
    return copy;
  }

  private static ComparedDocument of(ObjectNode source, ObjectNode fixed, ObjectNode plain) {
    Map<String, JsonNode> sources = new HashMap<>();
    ObjectNode structure = NormalForm.structure(source);
    ApiOperations.of(structure).forEach(o -> sources.put(o.key(), resolved(structure, o.json())));
    Map<String, String> methods = new HashMap<>();
    ApiOperations.of(fixed)
        .forEach(o -> methods.put(o.key(), o.json().path("x-operation-name").asText()));
    Map<String, ComparedOperation> operations = new TreeMap<>();
    for (ApiOperation operation : ApiOperations.of(plain)) {
      String key = operation.key();
      operations.put(
          key,
          new ComparedOperation(
              key,
              operation.json().path("tags").path(0).asText(),
              methods.getOrDefault(key, ""),
              NameFix.camelCase(operation.json().path("operationId").asText()),
              operation.json(),
              sources.getOrDefault(key, source.objectNode())));
    }
    Map<String, JsonNode> schemas = new TreeMap<>();
    plain
        .at("/components/schemas")
        .properties()
        .forEach(s -> schemas.put(s.getKey(), s.getValue()));
    return new ComparedDocument(source, fixed, plain, operations, schemas, new Reach(plain));
  }
}
