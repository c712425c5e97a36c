package com.configcat.management.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes JSON for a schema: members missing, null and out of order, and, in a few of the places
 * where that is allowed, unknown, twice, or of another type.
 */
final class RandomJson {
  private static final int DEEPEST = 5;
  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "0",
          "-7",
          "1.5",
          "1.0",
          "1e2",
          "1e400",
          "-0",
          "2147483648",
          "9223372036854775808",
          "9007199254740993",
          "\"\"",
          "\"12\"",
          "\"1.5\"",
          "\"true\"",
          "\"NaN\"",
          "NaN",
          "{}",
          "[]",
          "[null]",
          "[{}]",
          "[[]]",
          "[\"a\",[\"b\"]]",
          "{\"a\":null}",
          "{\"a\":1,\"a\":2}",
          "nul",
          "\"1-1-1-1-1\"",
          "\"2026-02-30T00:00:00Z\"");
  private static final List<String> TEXTS =
      List.of("", "a", "ключ", "a\\\"b\\\\\\n", "\\uD83D\\uDE00", "true", "17", "{}");
  private static final List<String> TIMES =
      List.of(
          "2026-08-14T09:30:00Z",
          "2026-08-14T09:30:00.1234567Z",
          "1890-01-01T00:00:00.5-05:00",
          "2026-08-14T09:30:00.12",
          "2024-02-29T23:59:59.999999999+00:00",
          "yesterday");

  private final JsonObject schemas;
  private final Random random;
  private final boolean unknown;
  private final boolean wrong;

  RandomJson(JsonObject schemas, Random random, boolean unknown, boolean wrong) {
    this.schemas = schemas;
    this.random = random;
    this.unknown = unknown;
    this.wrong = wrong;
  }

  String of(String schema) {
    return named(schema, 0);
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String named(String name, int depth) {
    if (name.equals("SettingValueType")) {
      return any(List.of("true", "false", "\"x\"", "10", "1.50", "-0", "1E3"));
    }
    if (name.equals("JsonPatchOperation")) {
      return "{\"op\":\"remove\",\"path\":\"/a\"}";
    }
    JsonObject schema = schemas.getAsJsonObject(name);
    if (schema.has("enum")) {
      return oneIn(4)
          ? "\"noSuchValue\""
          : schema
              .getAsJsonArray("enum")
              .get(random.nextInt(schema.getAsJsonArray("enum").size()))
              .toString();
    }
    List<String> members = new ArrayList<>();
    schema.getAsJsonObject("properties").entrySet().stream()
        .filter(property -> !oneIn(6))
        .forEach(
            property -> {
              members.add(member(property.getKey(), property.getValue().getAsJsonObject(), depth));
              if (wrong && oneIn(40)) {
                members.add(
                    member(property.getKey(), property.getValue().getAsJsonObject(), depth));
              }
            });
    if (unknown && oneIn(3)) {
      members.add("\"ofTomorrow\":" + any(OTHERS.subList(0, 20)));
    }
    if (oneIn(2)) {
      Collections.shuffle(members, random);
    }
    return "{" + String.join(",", members) + "}";
  }

  private String member(String name, JsonObject schema, int depth) {
    return new JsonPrimitive(name) + ":" + value(schema, depth + 1);
  }

  private String value(JsonObject schema, int depth) {
    if (wrong && oneIn(60)) {
      return any(OTHERS);
    }
    if (oneIn(10)) {
      return "null";
    }
    if (schema.has("allOf")) {
      return value(schema.getAsJsonArray("allOf").get(0).getAsJsonObject(), depth);
    }
    if (schema.has("$ref")) {
      return depth > DEEPEST
          ? "null"
          : named(schema.get("$ref").getAsString().replaceFirst(".*/", ""), depth);
    }
    String format = schema.has("format") ? schema.get("format").getAsString() : "";
    return switch (schema.has("type") ? schema.get("type").getAsString() : "any") {
      case "array" -> array(schema.getAsJsonObject("items"), depth);
      case "object" -> object(schema, depth);
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "integer" -> Integer.toString(random.nextInt());
      case "number" -> Double.toString(random.nextGaussian());
      case "string" ->
          "\""
              + switch (format) {
                case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong());
                case "date-time" -> any(wrong ? TIMES : TIMES.subList(0, 5));
                default -> any(TEXTS);
              }
              + "\"";
      default -> any(List.of("1", "{\"a\":null}", "[1.50,null]", "\"a\""));
    };
  }

  private String array(JsonObject items, int depth) {
    List<String> elements = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String element = value(items, depth);
      if (wrong || !element.equals("null")) {
        elements.add(element);
      }
    }
    return "[" + String.join(",", elements) + "]";
  }

  private String object(JsonObject schema, int depth) {
    List<String> members = new ArrayList<>();
    for (String name : List.of("a", "b.c", "")) {
      if (!oneIn(3)) {
        members.add(member(name, schema.getAsJsonObject("additionalProperties"), depth));
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  static List<String> names(JsonObject schemas, boolean enums) {
    return schemas.entrySet().stream()
        .filter(schema -> schema.getValue().getAsJsonObject().has("enum") == enums)
        .map(Map.Entry::getKey)
        .toList();
  }
}
