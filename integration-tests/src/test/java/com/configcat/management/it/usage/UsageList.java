package com.configcat.management.it.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.check.ContractFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A list of what is used, and where to look for what it must hold. */
final class UsageList {
  private static final Path PROJECT =
      Path.of(System.getProperty("integration-tests.directory"))
          .toAbsolutePath()
          .resolveSibling("");

  /** Has a list written instead of compared. */
  private static final String WRITE = "used.by.tests.write";

  private UsageList() {}

  /** Returns a folder or file of the project. */
  static Path place(String name) {
    return PROJECT.resolve(name);
  }

  /**
   * Returns the facts of the pinned document: whatever the client was generated from, it is the one
   * that the lists are written for.
   */
  static ContractFacts facts() throws IOException {
    return ContractFacts.of(Path.of(System.getProperty("contract.directory"), "pinned.json"));
  }

  static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(place(folder))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** Compares a list with what it must hold, or writes it if told so. */
  static void compare(String name, Set<String> lines) throws IOException {
    Path file = place("openapi/contract/" + name);
    List<String> before = Files.readAllLines(file);
    if (Boolean.getBoolean(WRITE)) {
      Stream<String> head = before.stream().takeWhile(line -> line.startsWith("#"));
      Files.write(file, Stream.concat(head, lines.stream()).toList());
      return;
    }
    assertThat(before.stream().filter(line -> !line.isBlank() && !line.startsWith("#")))
        .as(
            "%s; run this test with -D%s=true to have it written, and read what changed",
            file, WRITE)
        .containsExactlyElementsOf(lines);
  }
}
