package com.configcat.management.internal.json;

import com.configcat.management.internal.core.JsonContents;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON by meaning: null, absent and an empty list are equal, and numbers are compared by
 * value.
 */
public final class JsonValues {
  private JsonValues() {}

  /** Returns whether an element is absent, JSON null or an empty list. */
  public static boolean isNothing(@Nullable JsonElement element) {
    return element == null
        || element.isJsonNull()
        || (element instanceof JsonArray array && array.isEmpty());
  }

  public static boolean same(@Nullable JsonElement one, @Nullable JsonElement other) {
    if (isNothing(one) || isNothing(other)) {
      return isNothing(one) && isNothing(other);
    }
    if (one instanceof JsonObject a && other instanceof JsonObject b) {
      return names(a, b).stream().allMatch(name -> same(a.get(name), b.get(name)));
    }
    if (one instanceof JsonArray a && other instanceof JsonArray b) {
      return pairwise(a, b, JsonValues::same);
    }
    return one instanceof JsonPrimitive a && other instanceof JsonPrimitive b && samePlain(a, b);
  }

  /** Returns whether lists have equal length, and the rule is true for each pair of elements. */
  public static boolean pairwise(
      JsonArray one, JsonArray other, BiPredicate<JsonElement, JsonElement> rule) {
    return one.size() == other.size()
        && IntStream.range(0, one.size()).allMatch(i -> rule.test(one.get(i), other.get(i)));
  }

  /** Compares numbers by value, and other primitives by equality. */
  public static boolean samePlain(JsonPrimitive one, JsonPrimitive other) {
    if (!one.isNumber() || !other.isNumber()) {
      return one.equals(other);
    }
    try {
      return one.getAsString().equals(other.getAsString())
          || one.getAsBigDecimal().compareTo(other.getAsBigDecimal()) == 0;
    } catch (NumberFormatException e) {
      return false; // The exponent is out of range, and the digits differ.
    }
  }

  /** Returns a text that elements have in common exactly if they are the {@link #same}. */
  static String canonical(JsonElement element) {
    if (isNothing(element)) {
      return "null";
    }
    if (element instanceof JsonObject object) {
      return object.entrySet().stream()
          .filter(member -> !isNothing(member.getValue()))
          .map(member -> new JsonPrimitive(member.getKey()) + ":" + canonical(member.getValue()))
          .sorted()
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (element instanceof JsonArray array) {
      return JsonContents.elements(array).stream()
          .map(JsonValues::canonical)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return canonicalPlain(element.getAsJsonPrimitive());
  }

  private static String canonicalPlain(JsonPrimitive primitive) {
    if (!primitive.isNumber()) {
      return primitive.toString();
    }
    try {
      return primitive.getAsBigDecimal().stripTrailingZeros().toString();
    } catch (NumberFormatException e) {
      return primitive.getAsString(); // The exponent is out of range.
    }
  }

  /** Returns whether a whole contains all of a part; its objects may have additional members. */
  static boolean contains(@Nullable JsonElement whole, @Nullable JsonElement part) {
    if (isNothing(part)) {
      return true;
    }
    if (whole instanceof JsonObject a && part instanceof JsonObject b) {
      return b.keySet().stream().allMatch(name -> contains(a.get(name), b.get(name)));
    }
    if (whole instanceof JsonArray a && part instanceof JsonArray b) {
      return pairwise(a, b, JsonValues::contains);
    }
    return same(whole, part);
  }

  /** Returns a copy without members that are null or an empty list. */
  public static JsonElement pruned(JsonElement element) {
    if (element instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      JsonContents.members(object)
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

  public static Set<String> names(JsonObject one, JsonObject other) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }
}
