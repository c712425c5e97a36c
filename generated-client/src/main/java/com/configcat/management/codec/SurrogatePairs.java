package com.configcat.management.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Refuses half of a surrogate pair, which UTF-8 cannot carry: it would be sent as a "?". */
final class SurrogatePairs {
  private SurrogatePairs() {}

  /**
   * Returns the text.
   *
   * @param name what the text is, for the message, which does not contain the text
   * @throws IllegalArgumentException if it contains half of a surrogate pair
   */
  static String check(String text, String name) {
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new IllegalArgumentException(
          name
              + " contains half of a surrogate pair, which cannot be sent: do not cut a text within"
              + " a character");
    }
    return text;
  }

  /** Checks all names and texts of a JSON element. */
  static void check(JsonElement json, String name) {
    if (json instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        String unused = check(member.getKey(), name);
        check(member.getValue(), name);
      }
    } else if (json instanceof JsonArray array) {
      array.forEach(element -> check(element, name));
    } else if (json instanceof JsonPrimitive primitive && primitive.isString()) {
      String unused = check(primitive.getAsString(), name);
    }
  }
}
