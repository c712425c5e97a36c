package com.configcat.management.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table of what simulations gave, for people to read: {@code target/simulation-....txt}. */
final class ResultTable {
  private final String name;
  private final String format;
  private final List<String> lines = new ArrayList<>();

  ResultTable(String name, String format, Object... titles) {
    this.name = name;
    this.format = format;
    add(titles);
  }

  void add(Object... cells) {
    lines.add(format.formatted(cells).stripTrailing());
  }

  void write() {
    try {
      Files.write(Path.of("target", "simulation-" + name + ".txt"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
