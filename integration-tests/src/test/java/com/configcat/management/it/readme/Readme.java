package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The README's Java blocks as tests. */
final class Readme {
  static final Path FILE =
      Path.of(System.getProperty("integration-tests.directory")).resolveSibling("README.md");

  private Readme() {}

  /** Compiles all of them, and makes tests of those that run on Prism, or of the others. */
  static Stream<DynamicTest> examples(Path folder, boolean onPrism) throws IOException {
    List<Examples.Block> blocks = Examples.in(FILE);
    assertThat(blocks).filteredOn(block -> block.onPrism() == onPrism).isNotEmpty();
    assertThat(Files.readString(FILE).split("```java", -1)).hasSize(blocks.size() + 1);
    assertThat(Examples.compile(blocks, folder)).isEmpty();
    ClassLoader classes =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    return blocks.stream()
        .filter(block -> block.onPrism() == onPrism)
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.heading() + ", line " + block.line(), () -> run(classes, block)));
  }

  private static void run(ClassLoader classes, Examples.Block block) throws Exception {
    try (Example example =
        (Example) classes.loadClass(block.className()).getConstructor().newInstance()) {
      example.run();
    }
  }
}
