package com.configcat.management.it.readme;

import com.configcat.management.it.Prism;
import com.configcat.management.it.SharedPrism;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs the Java blocks of the README that want Prism. */
@ExtendWith(SharedPrism.class)
class ReadmeIT {
  @TempDir static Path folder;

  @BeforeAll
  static void callPrism(Prism prism) {
    Example.call(prism.baseUrl());
  }

  @AfterAll
  static void callNoMore() {
    Example.call(null);
  }

  @TestFactory
  Stream<DynamicTest> everyExampleWorks() throws IOException {
    return Readme.examples(folder, true);
  }
}
