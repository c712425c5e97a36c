package com.configcat.management.it.prism;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what a program has written so far. */
final class LogFile {
  private static final int TAIL_LINES = 30;

  private LogFile() {}

  /**
   * The whole text; bytes that are no UTF-8 are replaced, since the end may be half a character.
   */
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PrismException("Cannot read the log " + file + ": " + e, e);
    }
  }

  /** The last lines, enough for a message. */
  static String tail(Path file) {
    List<String> lines = text(file).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }
}
