package com.configcat.management.internal.value;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON as the service means it: a member that is null, one that is left out and an empty
 * list say the same, and a number is what it counts, however it is written.
 */
final class JsonValues {
  private JsonValues() {}

  static boolean isNothing(@Nullable JsonElement element) {
    return element == null
        || element.isJsonNull()
        || (element instanceof JsonArray array && array.isEmpty());
  }

  static boolean same(@Nullable JsonElement one, @Nullable JsonElement other) {
    if (isNothing(one) || isNothing(other)) {
      return isNothing(one) && isNothing(other);
    }
    if (one instanceof JsonObject a && other instanceof JsonObject b) {
      return names(a, b).stream().allMatch(name -> same(a.get(name), b.get(name)));
    }
    if (one instanceof JsonArray a && other instanceof JsonArray b) {
      return a.size() == b.size() && eachSame(a, b);
    }
    return one instanceof JsonPrimitive a && other instanceof JsonPrimitive b && samePlain(a, b);
  }

  private static boolean eachSame(JsonArray one, JsonArray other) {
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean samePlain(JsonPrimitive one, JsonPrimitive other) {
    if (!one.isNumber() || !other.isNumber()) {
      return one.equals(other);
    }
    try {
      return one.getAsString().equals(other.getAsString())
          || one.getAsBigDecimal().compareTo(other.getAsBigDecimal()) == 0;
    } catch (NumberFormatException e) {
      return false; // Beyond what anyone counts with, and written differently.
    }
  }

  /** Says whether all of a part is there; there may be more members of objects. */
  static boolean contains(@Nullable JsonElement whole, @Nullable JsonElement part) {
    if (isNothing(part)) {
      return true;
    }
    if (whole instanceof JsonObject a && part instanceof JsonObject b) {
      return b.keySet().stream().allMatch(name -> contains(a.get(name), b.get(name)));
    }
    if (whole instanceof JsonArray a && part instanceof JsonArray b) {
      if (a.size() != b.size()) {
        return false;
      }
      for (int i = 0; i < a.size(); i++) {
        if (!contains(a.get(i), b.get(i))) {
          return false;
        }
      }
      return true;
    }
    return same(whole, part);
  }

  /** Returns a copy without members that say nothing. */
  static JsonElement pruned(JsonElement element) {
    if (element instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (!isNothing(value)) {
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

  /** Returns the names of the members of both, each once. */
  static Set<String> names(JsonObject one, JsonObject other) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }
}
