package com.configcat.management.it.report;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser on this machine and the driver that steers it. */
record ChromePrograms(Path browser, Path driver) {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  /**
   * Looks where the variables CHROME and CHROMEDRIVER point, else on the PATH.
   *
   * @throws IllegalStateException when one is missing; the message says what to install
   */
  static ChromePrograms find(Map<String, String> environment) {
    return new ChromePrograms(
        find(environment, "CHROME", BROWSERS),
        find(environment, "CHROMEDRIVER", List.of("chromedriver")));
  }

  private static Path find(Map<String, String> environment, String variable, List<String> names) {
    String named = environment.get(variable);
    if (named != null && !named.isBlank()) {
      return program(named)
          .orElseThrow(() -> missing(variable + "=" + named + " is not a program"));
    }
    return names.stream()
        .flatMap(name -> onPath(environment, name))
        .findFirst()
        .orElseThrow(() -> missing("there is no " + String.join(" or ", names) + " on the PATH"));
  }

  private static Stream<Path> onPath(Map<String, String> environment, String name) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(
            folder ->
                Stream.of(name, name + ".exe")
                    .flatMap(file -> program(folder + File.separator + file).stream()));
  }

  private static Optional<Path> program(String file) {
    try {
      return Optional.of(Path.of(file))
          .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException(
        "The profile 'pages' tests the report in a real browser, but "
            + what
            + ". Install Chromium and ChromeDriver (Debian, Ubuntu: apt-get install chromium"
            + " chromium-driver), or set CHROME and CHROMEDRIVER to where they are.");
  }
}
