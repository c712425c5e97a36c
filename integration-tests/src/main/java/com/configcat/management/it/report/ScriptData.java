package com.configcat.management.it.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.util.HexFormat;

/** JSON that can stand in a script element. */
final class ScriptData {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private ScriptData() {}

  /**
   * Writes JSON without anything that ends the element, begins a comment in it, ends a line in it,
   * or cannot be written as UTF-8. All of that occurs only in strings, where it can be escaped.
   */
  static String of(JsonElement json) {
    String raw = GSON.toJson(json);
    StringBuilder safe = new StringBuilder(raw.length() + 1024);
    raw.codePoints()
        .forEach(
            point -> {
              if (isSafe(point)) {
                safe.appendCodePoint(point);
              } else {
                safe.append("\\u").append(HexFormat.of().toHexDigits((char) point));
              }
            });
    return safe.toString();
  }

  private static boolean isSafe(int point) {
    return switch (point) {
      case '<', '>', '&', '\u2028', '\u2029' -> false;
      default -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE;
    };
  }
}
