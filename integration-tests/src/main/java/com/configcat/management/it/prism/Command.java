package com.configcat.management.it.prism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, within a limit, with nothing on its standard input. */
record Command(List<String> words, Map<String, String> environment) {
  /** How it ended and what it wrote to both of its streams. */
  record Outcome(int code, String output) {}

  Outcome run(Path directory, Duration limit) {
    try {
      Path output = Files.createTempFile("command-", ".log");
      try {
        return new Outcome(run(directory, limit, output), LogFile.text(output));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new PrismException("Cannot run " + String.join(" ", words) + ": " + e.getMessage(), e);
    }
  }

  private int run(Path directory, Duration limit, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new PrismException(
          String.join(" ", words)
              + " has not ended within "
              + limit.toSeconds()
              + " s. It wrote:\n"
              + LogFile.tail(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PrismException("Interrupted while running " + String.join(" ", words), e);
    } finally {
      ProcessTree.of(process).end();
    }
  }
}
