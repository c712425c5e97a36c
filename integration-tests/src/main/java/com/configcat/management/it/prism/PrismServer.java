package com.configcat.management.it.prism;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prism as a process of this machine, on a port that it picks itself. */
final class PrismServer implements Prism {
  private static final Pattern LISTENING =
      Pattern.compile("Prism is listening on (http://127\\.0\\.0\\.1:\\d+)\\s");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;
  private final URI baseUrl;
  private final String version;
  private final Thread atShutdown = new Thread(this::end, "end-prism");

  private PrismServer(Process process, Path log, URI baseUrl, String version) {
    this.process = process;
    this.log = log;
    this.baseUrl = baseUrl;
    this.version = version;
  }

  static PrismServer start(Path document, PrismOptions options, PrismInstallation installation) {
    List<String> words = words("mock", installation);
    words.addAll(List.of("--seed", Integer.toString(options.seed())));
    if (options.dynamic()) {
      words.add("-d");
    }
    words.add(document.toAbsolutePath().toString());
    return start(document, words, options.startLimit(), installation);
  }

  /** Passes what it is sent on to a service, and checks it and what comes back. */
  static PrismServer proxy(Path document, URI upstream, PrismInstallation installation) {
    List<String> words = words("proxy", installation);
    words.addAll(List.of(document.toAbsolutePath().toString(), upstream.toString()));
    return start(document, words, PrismOptions.EXAMPLES.startLimit(), installation);
  }

  private static PrismServer start(
      Path document, List<String> words, Duration startLimit, PrismInstallation installation) {
    Path log;
    Process process;
    try {
      log = Files.createTempFile(installation.target(), "prism-", ".log");
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().clear();
      builder.environment().putAll(installation.tools().environment());
      // Left by a terminal or an IDE, these would colour the log or hold the process for a
      // debugger.
      builder.environment().keySet().removeAll(List.of("FORCE_COLOR", "NODE_ENV", "NODE_OPTIONS"));
      process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new PrismException("Cannot start " + String.join(" ", words) + ": " + e, e);
    }
    PrismServer server = null;
    try {
      URI address =
          URI.create(
              new PrismStart(document, log, startLimit)
                  .await(LISTENING, () -> end(process))
                  .group(1));
      PrismServer started = new PrismServer(process, log, address, installation.version());
      Runtime.getRuntime().addShutdownHook(started.atShutdown);
      server = started;
      return server;
    } finally {
      if (server == null) {
        ProcessTree.of(process).end();
      }
    }
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  @Override
  public String log() {
    return LogFile.text(log);
  }

  @Override
  public String mode() {
    return PrismMode.LOCAL.word();
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      // The JVM is already shutting down: the hook runs anyway, and ending twice does no harm.
    }
    end();
  }

  private void end() {
    ProcessTree tree = ProcessTree.of(process);
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already, or it is ended by force below.
    }
    ProcessTree.ended(process.toHandle(), PATIENCE);
    tree.end();
  }

  private static Optional<String> end(Process process) {
    return process.isAlive()
        ? Optional.empty()
        : Optional.of("ended with code " + process.exitValue());
  }

  private static List<String> words(String command, PrismInstallation installation) {
    List<String> words = new ArrayList<>();
    words.add(installation.tools().node().toString());
    words.add(installation.guard().toString());
    words.add(installation.commandLine().toString());
    words.addAll(List.of(command, "-h", "127.0.0.1", "-p", "0", "--errors"));
    return words;
  }
}
