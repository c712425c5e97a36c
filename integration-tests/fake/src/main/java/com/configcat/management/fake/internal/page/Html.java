package com.configcat.management.fake.internal.page;

/** Writes HTML. Text and attributes are escaped; names of elements and attributes are ours. */
final class Html {
  private final StringBuilder out = new StringBuilder(16_384);

  /**
   * Writes an element.
   *
   * @param content writes what is inside
   * @param attributes names and values in turn
   */
  Html element(String name, Runnable content, String... attributes) {
    open(name, attributes);
    content.run();
    out.append("</").append(name).append('>');
    return this;
  }

  Html element(String name, String text, String... attributes) {
    return element(name, () -> text(text), attributes);
  }

  /** Writes an element that has no end tag, or the start tag of one whose end tag may be absent. */
  Html open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** Writes what is HTML already: constants only. */
  Html raw(String html) {
    out.append(html);
    return this;
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isText(point) ? point : '\uFFFD');
              }
            });
  }

  /** Neither a control character nor half of a pair, nor what turns the direction of text. */
  private static boolean isText(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\t' || point == '\n' || point == '\r';
      case Character.SURROGATE -> false;
      default -> !(point >= 0x202A && point <= 0x202E) && !(point >= 0x2066 && point <= 0x2069);
    };
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
