package com.configcat.management.it.sweep;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what was lost or changed when JSON of a schema was read into a model and written again. */
final class JsonComparison {
  private final OpenApi document;
  private final List<String> differences = new ArrayList<>();

  private JsonComparison(OpenApi document) {
    this.document = document;
  }

  /**
   * Returns a line for each difference in what the schema declares; nulls and absence are the same.
   */
  static List<String> differences(
      OpenApi document, JsonObject schema, JsonElement original, JsonElement again) {
    JsonComparison comparison = new JsonComparison(document);
    comparison.compare(schema, original, again, "$");
    return comparison.differences;
  }

  private void compare(
      JsonObject declared,
      @Nullable JsonElement original,
      @Nullable JsonElement again,
      String path) {
    if (isNothing(original) || isNothing(again)) {
      if (isNothing(original) != isNothing(again)) {
        differ(path, original, again);
      }
      return;
    }
    JsonObject schema = document.resolve(declared);
    if (original.isJsonObject() && again.isJsonObject()) {
      objects(schema, original.getAsJsonObject(), again.getAsJsonObject(), path);
    } else if (original.isJsonArray() && again.isJsonArray()) {
      arrays(schema, original, again, path);
    } else if (!original.isJsonPrimitive()
        || !again.isJsonPrimitive()
        || !same(schema, original.getAsJsonPrimitive(), again.getAsJsonPrimitive())) {
      differ(path, original, again);
    }
  }

  private void objects(JsonObject schema, JsonObject original, JsonObject again, String path) {
    if (schema.has("properties")) {
      JsonObject properties = schema.getAsJsonObject("properties");
      for (String name : properties.keySet()) {
        compare(
            properties.getAsJsonObject(name),
            original.get(name),
            again.get(name),
            path + "." + name);
      }
      TreeSet<String> undeclared = new TreeSet<>(again.keySet());
      if (schema.has("x-request-model")) {
        undeclared.addAll(original.keySet()); // What can be sent keeps them.
      }
      undeclared.removeAll(properties.keySet());
      for (String name : undeclared) {
        if (schema.has("x-request-model")) {
          compare(new JsonObject(), original.get(name), again.get(name), path + "." + name);
        } else {
          differences.add(path + "." + name + " is not declared");
        }
      }
      return;
    }
    boolean isMap =
        schema.has("additionalProperties") && schema.get("additionalProperties").isJsonObject();
    TreeSet<String> names = new TreeSet<>(original.keySet());
    names.addAll(again.keySet());
    for (String name : names) {
      JsonObject value = isMap ? schema.getAsJsonObject("additionalProperties") : new JsonObject();
      compare(value, original.get(name), again.get(name), path + "." + name);
    }
  }

  private void arrays(JsonObject schema, JsonElement original, JsonElement again, String path) {
    if (original.getAsJsonArray().size() != again.getAsJsonArray().size()) {
      differ(path, original, again);
      return;
    }
    JsonObject items = schema.has("items") ? schema.getAsJsonObject("items") : new JsonObject();
    for (int i = 0; i < original.getAsJsonArray().size(); i++) {
      compare(
          items,
          original.getAsJsonArray().get(i),
          again.getAsJsonArray().get(i),
          path + "[" + i + "]");
    }
  }

  private static boolean same(JsonObject schema, JsonPrimitive original, JsonPrimitive again) {
    if (original.isNumber() && again.isNumber()) {
      return new BigDecimal(original.getAsString()).compareTo(new BigDecimal(again.getAsString()))
              == 0
          || (isFormat(schema, "double") && original.getAsDouble() == again.getAsDouble());
    }
    if (original.isString() && again.isString()) {
      String text = original.getAsString();
      return isFormat(schema, "date-time")
          ? OffsetDateTime.parse(text).equals(OffsetDateTime.parse(again.getAsString()))
          : isFormat(schema, "uuid")
              ? text.equalsIgnoreCase(again.getAsString())
              : text.equals(again.getAsString());
    }
    return original.isBoolean() && again.isBoolean() && original.equals(again);
  }

  private static boolean isFormat(JsonObject schema, String format) {
    return schema.has("format") && schema.get("format").getAsString().equals(format);
  }

  private static boolean isNothing(@Nullable JsonElement element) {
    return element == null || element.isJsonNull();
  }

  private void differ(String path, @Nullable JsonElement original, @Nullable JsonElement again) {
    differences.add(path + " was " + original + " and is " + again);
  }
}
