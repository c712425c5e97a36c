package com.configcat.management.it;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The small documents of these tests. */
final class Documents {
  /** Two operations that are described right, and one whose example is wrong. */
  static final Path BOOKS = named("books.json");

  /** Ends in the middle. */
  static final Path BROKEN = named("broken.json");

  private Documents() {}

  private static Path named(String name) {
    try {
      return Path.of(Documents.class.getResource("/documents/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
