package com.configcat.management.it.tasks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at what a fake keeps. */
final class Rows {
  private Rows() {}

  /** The value of a flag; null if there is none. */
  static @Nullable JsonObject value(JsonObject tree, UUID environmentId, int settingId) {
    return tree.getAsJsonObject("values").getAsJsonObject(environmentId + "/" + settingId);
  }

  /** The flag that has a key; 0 if there is none. */
  static int flag(JsonObject tree, UUID configId, String key) {
    return tree.getAsJsonObject("settings").asMap().values().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(row -> row.get("configId").getAsString().equals(configId.toString()))
        .filter(row -> row.get("key").getAsString().equals(key))
        .mapToInt(row -> row.get("settingId").getAsInt())
        .findFirst()
        .orElse(0);
  }

  /** What of a value can be written, without what says nothing; null if there is none. */
  static @Nullable JsonElement content(@Nullable JsonObject row) {
    if (row == null) {
      return null;
    }
    JsonObject content = new JsonObject();
    for (String member :
        row.has("defaultValue")
            ? new String[] {"defaultValue", "targetingRules", "percentageEvaluationAttribute"}
            : new String[] {"value", "rolloutRules", "rolloutPercentageItems"}) {
      content.add(member, row.get(member));
    }
    return pruned(content);
  }

  /** A copy without nulls and empty lists. */
  static JsonElement pruned(JsonElement element) {
    if (element instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (!value.isJsonNull() && !(value instanceof JsonArray list && list.isEmpty())) {
                  copy.add(name, pruned(value));
                }
              });
      return copy;
    }
    if (element instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(each -> copy.add(pruned(each)));
      return copy;
    }
    return element;
  }

  /** Whether it is the same but for unknown members that a writer added. */
  static boolean isAs(@Nullable JsonElement now, JsonElement meant) {
    if (now instanceof JsonObject a && meant instanceof JsonObject b) {
      return b.keySet().stream().allMatch(name -> a.has(name) && isAs(a.get(name), b.get(name)))
          && a.keySet().stream()
              .allMatch(n -> b.has(n) || n.startsWith(ValueConcurrentWriters.UNKNOWN));
    }
    if (now instanceof JsonArray a && meant instanceof JsonArray b) {
      return a.size() == b.size()
          && IntStream.range(0, a.size()).allMatch(i -> isAs(a.get(i), b.get(i)));
    }
    return meant.equals(now);
  }
}
