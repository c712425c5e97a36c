package com.configcat.management.api;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Says which type of Java a schema of the fixed document becomes. */
final class JavaTypeNames {
  private static final String MODEL = "com.configcat.management.model.";

  private JavaTypeNames() {}

  private static boolean isObject(JsonObject schema) {
    return schema.get("type").getAsString().equals("object");
  }

  static String of(@Nullable JsonObject schema) {
    if (schema == null) {
      return "java.lang.Void";
    }
    if (schema.has("allOf")) {
      return of(schema.getAsJsonArray("allOf").get(0).getAsJsonObject());
    }
    if (schema.has("$ref")) {
      String name = schema.get("$ref").getAsString().replaceFirst(".*/", "");
      return MODEL + (name.equals("SettingValueType") ? "SettingValue" : name);
    }
    if (!schema.has("type") || (isObject(schema) && !schema.has("additionalProperties"))) {
      return "com.google.gson.JsonElement";
    }
    String format = schema.has("format") ? schema.get("format").getAsString() : "";
    return switch (schema.get("type").getAsString()) {
      case "array" -> "java.util.List<" + of(schema.getAsJsonObject("items")) + ">";
      case "object" ->
          "java.util.Map<java.lang.String, "
              + of(schema.getAsJsonObject("additionalProperties"))
              + ">";
      case "boolean" -> "java.lang.Boolean";
      case "integer" -> format.equals("int64") ? "java.lang.Long" : "java.lang.Integer";
      case "number" -> format.equals("double") ? "java.lang.Double" : "java.math.BigDecimal";
      case "string" ->
          switch (format) {
            case "uuid" -> "java.util.UUID";
            case "date-time" -> "java.time.OffsetDateTime";
            default -> "java.lang.String";
          };
      default -> throw new AssertionError(schema);
    };
  }
}
