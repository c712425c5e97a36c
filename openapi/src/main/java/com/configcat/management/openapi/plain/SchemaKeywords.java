package com.configcat.management.openapi.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Keeps of a schema what goes with its type, and the formats that the client has a type for. */
final class SchemaKeywords {
  /** Of these the schema's form is made. */
  private static final Set<String> FORM =
      Set.of("items", "additionalProperties", "properties", "required", "enum");

  private static final Map<String, Set<String>> OF_TYPE =
      Map.of(
          "string",
          Set.of("format", "minLength", "maxLength", "pattern", "default"),
          "integer",
          numeric(),
          "number",
          numeric(),
          "boolean",
          Set.of("default"),
          "array",
          // No uniqueItems: a list stays one when its author finds out that nothing is in it twice.
          Set.of("minItems", "maxItems"),
          "object",
          Set.of("minProperties", "maxProperties"));

  private static final Map<String, Set<String>> FORMATS =
      Map.of(
          "string", Set.of("uuid", "date-time"),
          "integer", Set.of("int32", "int64"),
          "number", Set.of("double"));

  /** Patterns that mean the same to Java, to JavaScript and to what makes texts of them. */
  private static final Pattern PLAIN_PATTERN =
      Pattern.compile(
          "(?!.*(\\(\\?|\\[\\[))([A-Za-z0-9"
              + " _@%/:=,;.^$*+?|{}()\\[\\]-]|\\\\[dws.+*?/$^|()\\[\\]{}-])*");

  private SchemaKeywords() {}

  private static Set<String> numeric() {
    return Set.of(
        "format",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "default");
  }

  static ObjectNode of(ObjectNode schema) {
    String type = type(schema);
    Set<String> kept = OF_TYPE.getOrDefault(type, Set.of());
    ObjectNode plain = schema.objectNode();
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (entry.getKey().equals("type")
          || SchemaParts.SURROUNDINGS.contains(entry.getKey())
          || kept.contains(entry.getKey())) {
        plain.set(entry.getKey(), entry.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      if (!plain.has(entry.getKey()) && !FORM.contains(entry.getKey())) {
        LeftOut.add(plain, entry.getKey(), entry.getValue());
      }
    }
    if (OF_TYPE.containsKey(type)) {
      plain.put("type", type);
    } else {
      leaveOut(plain, "type");
    }
    if (!FORMATS.getOrDefault(type, Set.of()).contains(plain.path("format").asText())) {
      leaveOut(plain, "format");
    }
    if (plain.has("pattern") && !PLAIN_PATTERN.matcher(plain.get("pattern").asText()).matches()) {
      leaveOut(plain, "pattern");
    }
    if (plain.has("default") && !fits(type, plain)) {
      leaveOut(plain, "default");
    }
    return plain;
  }

  private static void leaveOut(ObjectNode schema, String keyword) {
    if (schema.has(keyword)) {
      LeftOut.add(schema, keyword, schema.remove(keyword));
    }
  }

  private static String type(ObjectNode schema) {
    if (schema.has("type")) {
      return schema.get("type").asText();
    }
    if (schema.path("additionalProperties").isObject()) {
      return "object";
    }
    return schema.has("items") ? "array" : "";
  }

  private static boolean fits(String type, ObjectNode schema) {
    JsonNode value = schema.get("default");
    return switch (type) {
      case "string" -> value.isTextual() && !schema.has("format");
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      default -> value.isBoolean();
    };
  }
}
