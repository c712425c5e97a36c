package com.configcat.management.resource;

/** Texts as a terminal shows them, in columns of which wide characters take two. */
final class TerminalText {
  private TerminalText() {}

  /** Replaces what would move the cursor, change the direction of the text, or not be shown. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ");
  }

  static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  /** Returns the beginning of a text, with an ellipsis in the last column if it is too wide. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int end = 0;
    int used = 0;
    while (true) {
      int character = text.codePointAt(end);
      used += width(character);
      if (used > columns - 1) {
        return text.substring(0, end) + "…";
      }
      end += Character.charCount(character);
    }
  }

  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  private static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(character) ? 2 : 1;
  }

  /** The ranges of Markus Kuhn's wcwidth, and emoji. */
  private static boolean isWide(int character) {
    return isIn(character, 0x1100, 0x115F)
        || (isIn(character, 0x2E80, 0xA4CF) && character != 0x303F)
        || isIn(character, 0xAC00, 0xD7A3)
        || isIn(character, 0xF900, 0xFAFF)
        || isIn(character, 0xFE30, 0xFE6F)
        || isIn(character, 0xFF00, 0xFF60)
        || isIn(character, 0xFFE0, 0xFFE6)
        || isIn(character, 0x1F300, 0x1F64F)
        || isIn(character, 0x1F680, 0x1F6FF)
        || isIn(character, 0x1F900, 0x1F9FF)
        || isIn(character, 0x20000, 0x3FFFD);
  }

  private static boolean isIn(int character, int first, int last) {
    return character >= first && character <= last;
  }
}
