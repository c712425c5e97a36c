package com.configcat.management.openapi.fix;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Takes {@code nullable} away where it says nothing: on parameters, which cannot carry null, and on
 * schemas of any type, which allow it anyway.
 *
 * <p>Else validators take the whole operation for one that cannot be checked, and check nothing.
 */
final class NullabilityFix {
  private static final Set<String> TYPES =
      Set.of("$ref", "type", "allOf", "oneOf", "anyOf", "enum");

  private NullabilityFix() {}

  static void apply(ObjectNode document) {
    for (ApiOperation operation : ApiOperations.of(document)) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        if (parameter.path("schema") instanceof ObjectNode schema) {
          schema.remove("nullable");
          unwrap(schema);
        }
      }
    }
    document.at("/components/schemas").forEach(NullabilityFix::applyBelow);
  }

  private static void unwrap(ObjectNode schema) {
    if (schema.size() == 1
        && schema.path("allOf").size() == 1
        && schema.path("allOf").path(0) instanceof ObjectNode only) {
      schema.removeAll();
      schema.setAll(only);
    }
  }

  private static void applyBelow(JsonNode schema) {
    for (JsonNode property : schema.path("properties")) {
      if (property instanceof ObjectNode object) {
        if (TYPES.stream().noneMatch(object::has)) {
          object.remove("nullable");
        }
        applyBelow(object);
      }
    }
  }
}
