package com.configcat.management.it.prism;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Node.js and npm of this machine.
 *
 * @param node the program {@code node}
 * @param npm the program {@code npm}
 * @param version the version of Node.js, for example {@code 20.20.2}
 * @param environment what they are started with
 */
record NodeTools(Path node, Path npm, String version, Map<String, String> environment) {
  private static final int[] OLDEST = {18, 20, 1};
  private static final String ADVICE =
      " Install Node.js 18.20.1 or newer with its npm, put it on the PATH and run the build again.";
  private static final Pattern VERSION = Pattern.compile("v((\\d+)\\.(\\d+)\\.(\\d+))\\S*");
  private static final boolean WINDOWS = File.separatorChar == '\\';

  NodeTools {
    environment = Map.copyOf(environment);
  }

  /**
   * Finds them on the {@code PATH} of an environment.
   *
   * @throws PrismException naming what to install, if one is missing or too old
   */
  static NodeTools find(Map<String, String> environment) {
    Path node = program(environment, WINDOWS ? "node.exe" : "node");
    if (node == null) {
      throw new PrismException("Prism needs Node.js, and there is no node on the PATH." + ADVICE);
    }
    String version = version(node, environment);
    Path npm = program(environment, WINDOWS ? "npm.cmd" : "npm");
    if (npm == null) {
      throw new PrismException(
          "Prism is installed by npm, and there is no npm on the PATH." + ADVICE);
    }
    return new NodeTools(node, npm, version, environment);
  }

  private static String version(Path node, Map<String, String> environment) {
    Command.Outcome outcome =
        new Command(List.of(node.toString(), "--version"), environment)
            .run(Path.of("").toAbsolutePath(), Duration.ofSeconds(20));
    Matcher matcher = VERSION.matcher(outcome.output().strip());
    if (outcome.code() != 0 || !matcher.matches()) {
      throw new PrismException(
          node + " does not print its version: " + outcome.output().strip() + "." + ADVICE);
    }
    int[] found = {
      Integer.parseInt(matcher.group(2)),
      Integer.parseInt(matcher.group(3)),
      Integer.parseInt(matcher.group(4))
    };
    if (Arrays.compare(found, OLDEST) < 0) {
      throw new PrismException(
          "Prism needs a newer Node.js: " + node + " is " + matcher.group(1) + "." + ADVICE);
    }
    return matcher.group(1);
  }

  private static @Nullable Path program(Map<String, String> environment, String name) {
    for (String directory : searchPath(environment).split(File.pathSeparator, -1)) {
      Path candidate = Path.of(directory, name);
      if (!directory.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return candidate.toAbsolutePath();
      }
    }
    return null;
  }

  private static String searchPath(Map<String, String> environment) {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      if (WINDOWS ? variable.getKey().equalsIgnoreCase("PATH") : variable.getKey().equals("PATH")) {
        return variable.getValue();
      }
    }
    return "";
  }
}
