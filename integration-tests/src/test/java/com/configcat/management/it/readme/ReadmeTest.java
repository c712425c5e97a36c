package com.configcat.management.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every Java block of the README, and runs it against a service of its own. */
class ReadmeTest {
  private static final Path README =
      Path.of(System.getProperty("integration-tests.directory")).resolveSibling("README.md");

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> everyExampleWorks() throws Exception {
    List<Examples.Block> blocks = Examples.in(README);
    assertThat(blocks).as("Java blocks in the README").hasSizeGreaterThan(5);
    assertThat(Files.readString(README).split("```java", -1)).hasSize(blocks.size() + 1);
    assertThat(Examples.compile(blocks, folder)).isEmpty();
    URLClassLoader classes =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    return blocks.stream()
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
