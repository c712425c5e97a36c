package com.configcat.management.it.replay;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the tests that a document can break, in a process of their own. */
final class TestRun {
  private static final long MINUTES = 10;

  /** Those that look at what was generated, or that go by what the document says. */
  private static final List<String> TESTS =
      List.of(
          "com.configcat.management.api.GeneratedSurfaceTest",
          "com.configcat.management.api.GeneratedModelsTest",
          "com.configcat.management.api.SecretsTest",
          "com.configcat.management.api.WireTest",
          "com.configcat.management.codec.ManagementGsonTest",
          "com.configcat.management.badinput.BadInputTest",
          "com.configcat.management.conformance.ConformanceTest",
          "com.configcat.management.internal.rest.JsonApiTest",
          "com.configcat.management.resource.ResourceArgumentsTest",
          "com.configcat.management.it.sweep.DecoderTest",
          "com.configcat.management.it.readme.ReadmeTest",
          "com.configcat.management.it.readme.ResourceTableTest",
          "com.configcat.management.UsedByFacadeTest",
          "com.configcat.management.it.usage.UsedByTestsTest");

  private final Path project;
  private final List<Path> libraries;

  TestRun(Path project, List<Path> libraries) {
    this.project = project;
    this.libraries = libraries;
  }

  /**
   * Runs them.
   *
   * @throws ReplayFailure if one fails
   */
  void run(Path contract, List<Path> classes) throws IOException {
    Path log = contract.resolveSibling("tests.log");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Soon over: what takes longest to compile well is hardly run.
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    words.add("-Djava.net.preferIPv4Stack=true");
    words.add("-Dcontract.directory=" + contract);
    words.add("-Dcontract.sources=" + project.resolve("openapi/contract"));
    words.add("-Dintegration-tests.directory=" + project.resolve("integration-tests"));
    words.add("-classpath");
    words.add(
        Stream.concat(classes.stream(), libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    words.add("org.junit.platform.console.ConsoleLauncher");
    words.addAll(List.of("execute", "--disable-banner", "--details=summary"));
    TESTS.forEach(test -> words.add("--select-class=" + test));
    Process process =
        new ProcessBuilder(words)
            .directory(project.resolve("facade").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new ReplayFailure("makes tests hang: see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayFailure("was interrupted");
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new ReplayFailure("fails in tests: see " + log + "\n" + failures(log));
    }
  }

  private static String failures(Path log) throws IOException {
    return Files.readString(log)
        .lines()
        .dropWhile(line -> !line.startsWith("Failures"))
        .filter(line -> !line.contains("[...]") && !line.matches("\\s+(org|java)\\..*"))
        .limit(40)
        .collect(Collectors.joining("\n"));
  }
}
