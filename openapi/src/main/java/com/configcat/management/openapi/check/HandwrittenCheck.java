package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ContractException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses a fixed document in which a schema is not what the class says that is written by hand for
 * it.
 */
public final class HandwrittenCheck {
  private static final Set<String> VALUES = Set.of("boolean", "string", "number");
  private static final Set<String> OPERATION = Set.of("op", "path", "from", "value");
  private static final Set<String> OF_ALL_OPERATIONS = Set.of("op", "path");

  private HandwrittenCheck() {}

  /**
   * Passes a document that the classes written by hand suit; a schema may be missing.
   *
   * @throws ContractException if one does not
   */
  public static void check(ObjectNode fixedDocument) {
    JsonNode schemas = fixedDocument.at("/components/schemas");
    check(schemas, "SettingValueType", HandwrittenCheck::isValue);
    check(schemas, "JsonPatchOperation", HandwrittenCheck::isOperation);
  }

  private static void check(
      JsonNode schemas, String name, java.util.function.Predicate<JsonNode> suits) {
    JsonNode schema = schemas.path(name);
    if (!schema.isMissingNode() && !suits.test(schema)) {
      throw new ContractException(
          "the client cannot be generated: the schema "
              + name
              + " no longer fits the handwritten class for it");
    }
  }

  private static boolean isValue(JsonNode schema) {
    Set<String> types = new HashSet<>();
    for (String choice : List.of("oneOf", "anyOf")) {
      schema.path(choice).forEach(part -> types.add(part.path("type").asText()));
    }
    types.remove("integer");
    return types.equals(VALUES);
  }

  private static boolean isOperation(JsonNode schema) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    JsonNode properties = schema.path("properties");
    return OF_ALL_OPERATIONS.equals(required) && OPERATION.stream().allMatch(properties::has);
  }
}
