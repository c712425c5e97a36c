package com.configcat.management.it.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.it.readme.ReadmeSources;
import com.configcat.management.openapi.check.ContractFacts;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsedByTestsTest {
  private static final List<String> CLASSES =
      List.of(
          "generated-client/target/test-classes",
          "facade/target/test-classes",
          "integration-tests/target/classes",
          "integration-tests/target/test-classes");
  private static final List<String> SOURCES =
      List.of(
          "generated-client/src/test/java",
          "facade/src/test/java",
          "integration-tests/src/main/java",
          "integration-tests/src/test/java");

  @TempDir Path folder;

  @Test
  void theFileSaysWhatTestsVectorsAndTheReadmeUse() throws Exception {
    ContractFacts facts = UsageList.facts();
    UsageReader reader = new UsageReader(facts);
    assertThat(ReadmeSources.compile(folder)).isEmpty();
    List<Path> classes = new ArrayList<>(List.of(folder));
    CLASSES.forEach(place -> classes.add(UsageList.place(place)));
    ArchConfiguration.withThreadLocalScope(
        configuration -> {
          // Whatever else the tests use is of no interest, and much.
          configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
          configuration.setClassResolverArguments("com.configcat.management");
          new ClassFileImporter().importPaths(classes).forEach(reader::read);
        });
    for (String place : SOURCES) {
      for (Path source : UsageList.sources(place)) {
        reader.readImports(Files.readString(source), source.toString());
      }
    }
    new VectorUse(facts, reader).read(UsageList.place("openapi/conformance"));

    UsageList.compare("used-by-tests.txt", reader.lines());
  }
}
