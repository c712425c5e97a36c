package com.configcat.management.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The values of an enum in the pinned document.
 *
 * <p>Not those of the document that was built from: one that only adds must pass, and whoever
 * refreshes the pinned one is told to add what is missing.
 */
final class PinnedEnum {
  private PinnedEnum() {}

  static List<String> values(String schema) throws IOException {
    List<String> values =
        Files.readAllLines(
                Path.of(System.getProperty("contract.sources"), "configcat-management-api.yaml"))
            .stream()
            .dropWhile(line -> !line.equals("    " + schema + ":"))
            .dropWhile(line -> !line.equals("      enum:"))
            .skip(1)
            .takeWhile(line -> line.startsWith("      - "))
            .map(line -> line.substring("      - ".length()).replace("'", "").replace("\"", ""))
            .toList();
    assertThat(values).as("the enum %s in the pinned document", schema).isNotEmpty();
    return values;
  }
}
