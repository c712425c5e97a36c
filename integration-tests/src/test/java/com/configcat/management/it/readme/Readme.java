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

/** The Java blocks of the README and of the files that it leads to, as tests. */
final class Readme {
  static final Path PROJECT =
      Path.of(System.getProperty("integration-tests.directory")).toAbsolutePath().getParent();

  /** The README, and what it leads to beside the modules. */
  static final List<Path> FILES =
      Stream.of(
              "README.md",
              "facade/COOKBOOK.md",
              "facade/CALLS.md",
              "facade/RESOURCES.md",
              "facade/SPRING.md",
              "facade/MIGRATION.md",
              "facade/PERFORMANCE.md",
              "integration-tests/fake/README.md")
          .map(PROJECT::resolve)
          .toList();

  private Readme() {}

  /**
   * Compiles all that this version of Java can, and makes tests of those that run on Prism, or of
   * the others.
   */
  static Stream<DynamicTest> examples(Path folder, boolean onPrism) throws IOException {
    List<MarkdownExamples.Block> blocks = MarkdownExamples.in(FILES);
    assertThat(blocks).filteredOn(block -> block.onPrism() == onPrism).isNotEmpty();
    int fences = 0;
    for (Path file : FILES) {
      fences += Files.readString(file).split("```java", -1).length - 1;
    }
    assertThat(blocks).hasSize(fences);
    assertThat(MarkdownExamples.compile(blocks, folder)).isEmpty();
    ClassLoader classes =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    return blocks.stream()
        .filter(block -> block.onPrism() == onPrism && block.canRun())
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.heading() + ", " + block.file() + ":" + block.line(),
                    () -> run(classes, block)));
  }

  private static void run(ClassLoader classes, MarkdownExamples.Block block) throws Exception {
    try (Example example =
        (Example) classes.loadClass(block.className()).getConstructor().newInstance()) {
      example.run();
    }
  }
}
