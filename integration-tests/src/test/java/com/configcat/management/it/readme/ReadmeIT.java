package com.configcat.management.it.readme;

import com.configcat.management.it.contract.Contract;
import com.configcat.management.it.prism.Prism;
import com.configcat.management.it.prism.PrismOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the Java blocks of the README that want Prism: on the pinned document, since they look at
 * its examples.
 */
class ReadmeIT {
  @TempDir static Path folder;

  private static Prism prism;

  @BeforeAll
  static void callPrism() {
    prism = Prism.start(Contract.ofBuild().pinned(), PrismOptions.EXAMPLES);
    Example.call(prism.baseUrl());
  }

  @AfterAll
  static void callNoMore() {
    Example.call(null);
    if (prism != null) {
      prism.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleWorks() throws IOException {
    return Readme.examples(folder, true);
  }
}
