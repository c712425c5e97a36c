package com.configcat.management.it.readme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compiles every Java block of the README, and runs it against a service of its own. */
class ReadmeTest {
  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> everyExampleWorks() throws IOException {
    return Readme.examples(folder, false);
  }
}
