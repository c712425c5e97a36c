package com.configcat.management.it.replay;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the tests that a document can break. The libraries that they need are loaded once for all
 * documents, in this very process: they stay warm.
 */
final class TestRun {
  private static final long MINUTES = 10;

  /** Those that look at what was generated, or that go by what the document says. */
  private static final List<String> TESTS =
      List.of(
          "com.configcat.management.api.GeneratedSurfaceTest",
          "com.configcat.management.api.GeneratedModelsTest",
          "com.configcat.management.api.GeneratedAdaptersTest",
          "com.configcat.management.api.AdditionalPropertiesTest",
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
  private final ClassLoader shared;

  TestRun(Path project, List<Path> libraries) {
    this.project = project;
    this.libraries = libraries;
    this.shared = new URLClassLoader(urls(libraries), ClassLoader.getPlatformClassLoader());
  }

  /**
   * Runs them.
   *
   * @throws ReplayFailure if one fails
   */
  void run(Path contract, List<Path> classes) throws IOException {
    Path log = contract.resolveSibling("tests.log");
    System.setProperty("contract.directory", contract.toString());
    System.setProperty("contract.sources", project.resolve("openapi/contract").toString());
    System.setProperty(
        "integration-tests.directory", project.resolve("integration-tests").toString());
    // Where the tests of the README look for what to compile with.
    System.setProperty(
        "surefire.test.class.path",
        Stream.concat(classes.stream(), libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    StringWriter output = new StringWriter();
    FutureTask<Integer> tests = new FutureTask<>(() -> launch(new PrintWriter(output)));
    try (URLClassLoader loader = new URLClassLoader(urls(classes), shared)) {
      Thread thread = new Thread(tests, "tests of " + contract);
      thread.setContextClassLoader(loader);
      thread.setDaemon(true);
      thread.start();
      int exit = tests.get(MINUTES, TimeUnit.MINUTES);
      Files.writeString(log, output.toString());
      if (exit != 0) {
        throw new ReplayFailure("fails in tests: see " + log + "\n" + failures(log));
      }
    } catch (TimeoutException e) {
      throw new ReplayFailure("makes tests hang: " + output);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The tests cannot be run", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ReplayFailure("was interrupted");
    }
  }

  /** Starts JUnit where the tests find the same classes as it does. */
  private int launch(PrintWriter output) throws ReflectiveOperationException {
    List<String> words =
        new ArrayList<>(List.of("execute", "--disable-banner", "--details=summary"));
    TESTS.forEach(test -> words.add("--select-class=" + test));
    Object result =
        shared
            .loadClass("org.junit.platform.console.ConsoleLauncher")
            .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
            .invoke(null, output, output, words.toArray(String[]::new));
    return (int) result.getClass().getMethod("getExitCode").invoke(result);
  }

  private static URL[] urls(List<Path> places) {
    URL[] urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      try {
        urls[i] = places.get(i).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return urls;
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
