package com.configcat.management.it.report;

import java.util.Locale;

/** Text and numbers as they stand in HTML. */
final class Markup {
  private static final char REPLACEMENT = '\uFFFD';

  private Markup() {}

  /** Escapes text for HTML content and for attributes in quotes. */
  static String text(String raw) {
    StringBuilder escaped = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isForbidden(point) ? REPLACEMENT : point);
              }
            });
    return escaped.toString();
  }

  /** Escapes a path, sets its parameters apart and lets it break before a slash. */
  static String path(String raw) {
    return text(raw)
        .replaceAll("(?<=.)/", "<wbr>/")
        .replaceAll("\\{[^{}/]*}", "<span class=\"param\">$0</span>");
  }

  /** Escapes a name and lets it break before a dot and between its humps. */
  static String name(String raw) {
    return text(raw).replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?=\\.)", "<wbr>");
  }

  /** A number with commas between thousands. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number and what it counts: 1 case, 2 cases. */
  static String count(long number, String noun) {
    return number(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static boolean isForbidden(int point) {
    boolean control = point < ' ' && point != '\t' && point != '\n' && point != '\r';
    boolean loneSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return control || loneSurrogate;
  }
}
