package com.configcat.management.openapi.compare;

import com.configcat.management.openapi.plain.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says which Java type the generator makes of a schema; generator.yaml has its settings. */
final class JavaTypes {
  /** Schemas that Java has a class for which is written by hand. */
  private static final Map<String, String> HANDWRITTEN =
      Map.of("SettingValueType", "SettingValue", "JsonPatchOperation", "JsonPatchOperation");

  private JavaTypes() {}

  /**
   * Returns a type without its package.
   *
   * @param schema in plain notation; null where there is no content
   * @param inline the name of the class that is made for a schema which has none of its own
   */
  static String of(@Nullable JsonNode schema, String inline) {
    if (schema == null) {
      return "void";
    }
    if (schema.has("$ref")) {
      return model(schema.get("$ref").asText().replaceFirst(".*/", ""));
    }
    if (schema.has("enum") || schema.has("properties")) {
      return inline;
    }
    return switch (schema.path("type").asText()) {
      case "array" -> "List<" + of(schema.path("items"), inline) + ">";
      case "object" ->
          schema.path("additionalProperties").isObject()
              ? "Map<String, " + of(schema.get("additionalProperties"), inline) + ">"
              : "JsonElement";
      case "boolean" -> "Boolean";
      case "integer" -> schema.path("format").asText().equals("int64") ? "Long" : "Integer";
      case "number" -> number(schema.path("format").asText());
      case "string" -> text(schema.path("format").asText());
      default -> "JsonElement";
    };
  }

  private static String number(String format) {
    return format.equals("double") ? "Double" : "BigDecimal";
  }

  private static String text(String format) {
    return switch (format) {
      case "uuid" -> "UUID";
      case "date-time" -> "OffsetDateTime";
      default -> "String";
    };
  }

  /** Says whether the class of a schema is not generated. */
  static boolean isHandwritten(String schema) {
    return HANDWRITTEN.containsKey(schema);
  }

  /** Returns the class of a schema that has a name. */
  static String model(String schema) {
    String known = HANDWRITTEN.get(schema);
    if (known != null) {
      return known;
    }
    String name = Words.upperCamel(schema);
    return name.isEmpty() ? "Model" : name;
  }
}
