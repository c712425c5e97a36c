package com.configcat.management.codec.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Refuses half of a surrogate pair, which UTF-8 cannot carry: it would be sent as a "?". */
public final class SurrogatePairs {
  private SurrogatePairs() {}

  /**
   * Returns the text.
   *
   * @param name what the text is, for the message, which does not contain the text
   * @throws IllegalArgumentException if it contains half of a surrogate pair
   */
  public static String check(String text, String name) {
    if (hasHalfPair(text)) {
      throw new IllegalArgumentException(
          name
              + " contains half of a surrogate pair, which cannot be sent: do not cut a text within"
              + " a character");
    }
    return text;
  }

  private static boolean hasHalfPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean whole =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!whole) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Checks all names and texts of a JSON element. */
  public static void check(JsonElement json, String name) {
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
