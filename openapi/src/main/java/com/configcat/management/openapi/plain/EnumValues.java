package com.configcat.management.openapi.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells values that an enum can have constants for from those that stay texts or numbers. */
final class EnumValues {
  /** What a constant can be called after; no end of a comment, no sign that is seen as another. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.: -]*|[0-9]+");

  /** What the values are called that no class comes of. */
  private static final String VALUES = "values";

  private EnumValues() {}

  /** Takes away the values where no class comes of them, and null, which is no value. */
  static void clean(ObjectNode schema) {
    if (!(schema.path("enum") instanceof ArrayNode values)) {
      return;
    }
    ArrayNode kept = values.arrayNode();
    Set<JsonNode> seen = new java.util.LinkedHashSet<>();
    values.forEach(seen::add);
    seen.stream().filter(value -> !value.isNull()).forEach(kept::add);
    boolean isText = schema.path("type").asText("string").equals("string") && areConstants(kept);
    if (isText) {
      schema.set("enum", kept);
      return;
    }
    schema.remove("enum");
    LeftOut.add(schema, VALUES, kept);
    if (!schema.has("type")) {
      boolean allTexts = !kept.isEmpty();
      for (JsonNode value : kept) {
        allTexts &= value.isTextual();
      }
      if (allTexts) {
        schema.put("type", "string");
      }
    }
  }

  /** Says whether values are texts of which each gets a constant of its own. */
  static boolean areConstants(JsonNode values) {
    Set<String> constants = new TreeSet<>(Set.of("unrecognized"));
    for (JsonNode value : values) {
      if (!value.isTextual()
          || !PLAIN.matcher(value.asText()).matches()
          || !constants.add(constant(value.asText()))) {
        return false;
      }
    }
    return !values.isEmpty();
  }

  private static String constant(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
