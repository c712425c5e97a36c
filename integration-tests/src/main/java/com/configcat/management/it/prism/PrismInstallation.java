package com.configcat.management.it.prism;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.it.contract.BuildFolders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prism as npm installs it from this module's locked files.
 *
 * <p>Each lock file and version of Node.js has a folder of its own, which appears only when it is
 * complete. So nobody sees half an installation, neither after a kill nor beside another JVM that
 * is installing.
 *
 * @param source where the locked files and the guard script are
 * @param target where installations are put
 * @param tools the Node.js and npm to use
 * @param offline whether npm must not use the network
 */
record PrismInstallation(Path source, Path target, NodeTools tools, boolean offline) {
  private static final String COMMAND_LINE = "node_modules/@stoplight/prism-cli/dist/index.js";
  private static final List<String> LOCKED = List.of("package.json", "package-lock.json", ".npmrc");
  private static final String UNFINISHED = "installing-";
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * The one of this build; {@code -Dbuild.offline=offline=true} keeps npm from the network.
   *
   * @throws PrismException if there is no Node.js or npm that will do
   */
  static PrismInstallation ofBuild() {
    BuildFolders folders = BuildFolders.ofBuild();
    return new PrismInstallation(
        folders.prism(), folders.target(), NodeTools.find(System.getenv()), BuildFolders.offline());
  }

  /** The version of Prism that is locked. */
  String version() {
    return PrismVersion.in(source);
  }

  /** The script that runs Prism and ends with its standard input. */
  Path guard() {
    return source.resolve("guard.mjs");
  }

  /**
   * Returns Prism's command line, installing it first when it is not there.
   *
   * @throws PrismException if npm fails; the message holds what it wrote
   */
  Path commandLine() {
    Path all = target.resolve("prism");
    try {
      Path home = all.resolve(stamp());
      Path commandLine = home.resolve(COMMAND_LINE);
      if (!Files.exists(commandLine)) {
        Files.createDirectories(all);
        synchronized (ONE_AT_A_TIME) {
          try (FileChannel channel =
                  FileChannel.open(
                      all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
              FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(commandLine)) {
              install(all, home);
            }
          }
        }
      }
      return commandLine;
    } catch (IOException e) {
      throw new PrismException("Cannot install Prism in " + all + ": " + e, e);
    }
  }

  private void install(Path all, Path home) throws IOException {
    deleteUnfinished(all);
    Path unfinished = Files.createTempDirectory(all, UNFINISHED);
    for (String file : LOCKED) {
      Files.copy(source.resolve(file), unfinished.resolve(file));
    }
    List<String> npmCi = npmCi(all);
    Command.Outcome outcome = new Command(npmCi, tools.environment()).run(unfinished, LIMIT);
    if (outcome.code() != 0 || !Files.exists(unfinished.resolve(COMMAND_LINE))) {
      delete(unfinished);
      throw new PrismException(
          "Prism, the mock server, could not be installed: "
              + String.join(" ", npmCi)
              + " ended with code "
              + outcome.code()
              + (offline
                  ? ". Run the build once online, so that npm's cache is filled"
                  : ". Check whether npm reaches its registry (npm ping); behind a proxy set npm's"
                      + " https-proxy, with a mirror its registry")
              + ", or build without tests: mvn install -DskipTests. It wrote:\n"
              + outcome.output());
    }
    delete(home);
    Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> npmCi(Path all) {
    List<String> words =
        List.of(
            tools.npm().toString(),
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            offline ? "--offline" : "--prefer-offline");
    // Only then: a cache below target is gone after mvn clean.
    return tools.npmCacheIsWritable()
        ? words
        : Stream.concat(words.stream(), Stream.of("--cache", all.resolve("npm-cache").toString()))
            .toList();
  }

  private String stamp() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : LOCKED) {
        digest.update(Files.readAllBytes(source.resolve(file)));
      }
      byte[] hash = digest.digest(tools.version().getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static void deleteUnfinished(Path all) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> entries = Files.list(all)) {
      leftovers =
          entries.filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED)).toList();
    }
    for (Path leftover : leftovers) {
      delete(leftover);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> entries = Files.walk(tree)) {
      deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : deepestFirst) {
      Files.delete(entry);
    }
  }
}
