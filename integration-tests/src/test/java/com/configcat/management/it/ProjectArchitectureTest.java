package com.configcat.management.it;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for all modules at once; the facade has more of its own. */
class ProjectArchitectureTest {
  private static final Path PROJECT =
      Path.of(System.getProperty("integration-tests.directory")).toAbsolutePath().getParent();
  private static final List<String> MODULES =
      List.of(
          "openapi",
          "generated-client",
          "facade",
          "integration-tests",
          "integration-tests/bench",
          "integration-tests/fake",
          "integration-tests/quickstart");

  @Test
  void packagesHaveNoCycles() {
    ArchConfiguration.withThreadLocalScope(
        configuration -> {
          // Of other classes the names are enough.
          configuration.setResolveMissingDependenciesFromClassPath(false);
          slices()
              .matching("com.configcat.(**)")
              .should()
              .beFreeOfCycles()
              .because("a package may name those below it and none above it; see CONTRIBUTING.md")
              .check(
                  new ClassFileImporter()
                      .withImportOption(new ImportOption.DoNotIncludeTests())
                      .importPackages("com.configcat.management"));
        });
  }

  /** Maven switches the default profile off as soon as another one of the same file is on. */
  @Test
  void everyProfileOfTheParentBuildsTheContractTestsOrIsKnownNotTo() throws IOException {
    String pom = Files.readString(PROJECT.resolve("pom.xml"));
    List<String> without =
        Arrays.stream(pom.substring(pom.indexOf("<profiles>")).split("<profile>", -1))
            .skip(1)
            .filter(profile -> !profile.contains("<module>integration-tests</module>"))
            .map(profile -> profile.replaceFirst("(?s).*?<id>(.*?)</id>.*", "$1"))
            .toList();

    assertThat(without)
        .containsExactlyInAnyOrder("handwritten", "quickstart", "fuzz", "bench", "site");
  }

  @Test
  void handwrittenTypesHaveNamesOfTheirOwn() throws IOException {
    Map<String, List<Path>> filesByName = new TreeMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().endsWith("-info.java"))
            .map(PROJECT::relativize)
            .forEach(
                file ->
                    filesByName
                        .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                        .add(file));
      }
    }
    assertThat(filesByName).containsKey("ConfigCatFake.java");
    assertThat(filesByName.values().stream().filter(files -> files.size() > 1))
        .as("top-level types of one simple name")
        .isEmpty();
  }
}
