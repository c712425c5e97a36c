package com.configcat.management.it.prism;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what Prism needs of this machine: Node.js with npm, or an engine of Docker.
 *
 * <p>The root module launches this file from source before anything is built, so it uses nothing
 * but the JDK.
 */
final class PrismPrerequisites {
  /** A program that is missing or too old; the message says what to install. */
  static final class MissingException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingException(String message) {
      super(message);
    }

    MissingException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The programs, and the version of the first, for example {@code 20.20.2}. */
  record Node(Path node, Path npm, String version) {}

  private static final int[] OLDEST = {18, 20, 1};
  private static final String ADVICE =
      " Install Node.js 18.20.1 or newer with its npm, put it on the PATH and run the build again.";
  private static final Pattern VERSION = Pattern.compile("v((\\d+)\\.(\\d+)\\.(\\d+))\\S*");
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final String NO_DOCKER =
      "No engine listens. Start Docker, or say by DOCKER_HOST where it listens.";
  private static final List<String> PHASES_WITH_PRISM =
      List.of("integration-test", "post-integration-test", "verify", "install", "deploy");

  /** Where an engine listens if nothing else is known. */
  static final Path DEFAULT_SOCKET = Path.of("/var/run/docker.sock");

  private final Map<String, String> environment;
  private final Path home;

  PrismPrerequisites(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * Writes a file that says what is missing, if this build will need Prism and nothing here can run
   * it; else there is no such file.
   *
   * @param build {@code name=value} each: {@code goals} and {@code projects} of the build, {@code
   *     skip} for its tests, {@code mode} of Prism, {@code quickstart} if it runs on Prism, {@code
   *     out} for the file
   * @throws IOException if the file cannot be written
   */
  public static void main(String... build) throws IOException {
    Path out = Path.of(value(build, "out"));
    Files.deleteIfExists(out);
    Path home = Path.of(System.getProperty("user.home"));
    Optional<String> problem = new PrismPrerequisites(System.getenv(), home).problem(build);
    if (problem.isPresent()) {
      Files.createDirectories(out.getParent());
      Files.writeString(out, problem.get());
    }
  }

  /** Says what is missing for a build, if anything is. */
  Optional<String> problem(String... build) {
    if (!needsPrism(build)) {
      return Optional.empty();
    }
    String mode = value(build, "mode");
    Optional<String> node = nodeProblem();
    boolean asProcess = !mode.equals("docker") && node.isEmpty();
    boolean inDocker = !mode.equals("local") && mayHaveDocker();
    if (asProcess || inDocker) {
      return Optional.empty();
    }
    String missing =
        switch (mode) {
          case "docker" -> "in Docker. " + NO_DOCKER;
          case "local" -> "as a process. " + node.orElse("");
          default ->
              "in Docker or on Node.js, and neither is ready here.\n  Node.js: "
                  + node.orElse("")
                  + "\n  Docker: "
                  + NO_DOCKER;
        };
    return Optional.of(
        value(build, "quickstart").equals("true")
            ? "The quickstart runs on a mock server, Prism, " + missing
            : "The contract tests run on a mock server, Prism, "
                + missing
                + "\nTo build without tests: mvn install -DskipTests");
  }

  private static boolean needsPrism(String... build) {
    boolean uses =
        value(build, "quickstart").equals("true") || !value(build, "skip").contains("true");
    return uses
        && value(build, "projects").contains("configcat-management-integration-tests")
        && Arrays.stream(value(build, "goals").split("[\\[\\], ]+", -1))
            .anyMatch(PHASES_WITH_PRISM::contains);
  }

  private static String value(String[] build, String name) {
    return Arrays.stream(build)
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private Optional<String> nodeProblem() {
    try {
      Node unused = node();
      return Optional.empty();
    } catch (MissingException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Finds Node.js and npm on the {@code PATH}. */
  Node node() throws MissingException {
    Path node =
        program(WINDOWS ? "node.exe" : "node")
            .orElseThrow(
                () ->
                    new MissingException(
                        "Prism needs Node.js, and there is no node on the PATH." + ADVICE));
    String version = version(node);
    Path npm =
        program(WINDOWS ? "npm.cmd" : "npm")
            .orElseThrow(
                () ->
                    new MissingException(
                        "Prism is installed by npm, and there is none on the PATH." + ADVICE));
    return new Node(node, npm, version);
  }

  private String version(Path node) throws MissingException {
    String written = output(node, "--version");
    Matcher matcher = VERSION.matcher(written);
    if (!matcher.matches()) {
      throw new MissingException(node + " does not tell its version: " + written + "." + ADVICE);
    }
    int[] found = {
      Integer.parseInt(matcher.group(2)),
      Integer.parseInt(matcher.group(3)),
      Integer.parseInt(matcher.group(4))
    };
    if (Arrays.compare(found, OLDEST) < 0) {
      throw new MissingException(
          "Prism needs a newer Node.js: " + node + " is " + matcher.group(1) + "." + ADVICE);
    }
    return matcher.group(1);
  }

  private String output(Path program, String argument) throws MissingException {
    try {
      ProcessBuilder builder = new ProcessBuilder(program.toString(), argument);
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          throw new MissingException(program + " does not end." + ADVICE);
        }
        return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      } finally {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MissingException("Interrupted while running " + program + ".", e);
    } catch (IOException e) {
      throw new MissingException(program + " does not start: " + e.getMessage() + "." + ADVICE, e);
    }
  }

  private Optional<Path> program(String name) {
    return Arrays.stream(searchPath().split(File.pathSeparator, -1))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, name))
        .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  private String searchPath() {
    return environment.entrySet().stream()
        .filter(
            variable ->
                WINDOWS
                    ? variable.getKey().equalsIgnoreCase("PATH")
                    : variable.getKey().equals("PATH"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** Lists the sockets where an engine may listen if {@code DOCKER_HOST} names none. */
  List<Path> dockerSockets() {
    return List.of(
        Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run/user/none"), "docker.sock"),
        home.resolve(".docker/run/docker.sock"),
        home.resolve(".docker/desktop/docker.sock"),
        DEFAULT_SOCKET);
  }

  /** Returns false only if no engine can be there; whether one answers is asked later. */
  private boolean mayHaveDocker() {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (host.startsWith("unix://")) {
      return listens(Path.of(host.substring("unix://".length())));
    }
    return WINDOWS
        || !host.isBlank()
        || dockerSockets().stream().anyMatch(PrismPrerequisites::listens);
  }

  private static boolean listens(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
