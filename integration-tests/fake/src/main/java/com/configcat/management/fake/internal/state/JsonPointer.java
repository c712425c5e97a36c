package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * A place in a JSON document, as RFC 6901 writes it.
 *
 * @param steps names and indexes, unescaped; none for the whole document
 */
record JsonPointer(List<String> steps) {
  JsonPointer {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a pointer.
   *
   * @throws Refusal if it is none
   */
  static JsonPointer parse(String text) {
    if (text.isEmpty()) {
      return new JsonPointer(List.of());
    }
    if (!text.startsWith("/") || text.matches(".*~(?![01]).*")) {
      throw Refusal.because("The path '" + text + "' is not a JSON Pointer.");
    }
    return new JsonPointer(
        Arrays.stream(text.substring(1).split("/", -1))
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList());
  }

  boolean isWhole() {
    return steps.isEmpty();
  }

  String last() {
    return steps.get(steps.size() - 1);
  }

  JsonPointer parent() {
    return new JsonPointer(steps.subList(0, steps.size() - 1));
  }

  boolean isAbove(JsonPointer other) {
    return other.steps.size() > steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /**
   * Follows the pointer.
   *
   * @throws Refusal if there is nothing
   */
  JsonElement in(JsonElement document) {
    JsonElement place = document;
    for (String step : steps) {
      if (place instanceof JsonArray array) {
        place = array.get(index(step, array.size() - 1));
      } else if (place instanceof JsonObject object && object.has(step)) {
        place = object.get(step);
      } else {
        throw missing();
      }
    }
    return place;
  }

  /**
   * Reads an index of an array.
   *
   * @throws Refusal if it is none or beyond the highest
   */
  int index(String step, int highest) {
    if (!step.matches("0|[1-9][0-9]{0,8}") || Integer.parseInt(step) > highest) {
      throw missing();
    }
    return Integer.parseInt(step);
  }

  Refusal missing() {
    return Refusal.because("The target location '/" + String.join("/", steps) + "' was not found.");
  }
}
