package com.configcat.management.it.prism;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The small documents of these tests. */
final class TestDocuments {
  /** Two operations that are described right, and one whose example is wrong. */
  static final Path BOOKS = named("books.json");

  /** Ends in the middle. */
  static final Path BROKEN = named("broken.json");

  private TestDocuments() {}

  private static Path named(String name) {
    try {
      return Path.of(TestDocuments.class.getResource("/documents/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
