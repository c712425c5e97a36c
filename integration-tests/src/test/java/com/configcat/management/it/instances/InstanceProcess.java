package com.configcat.management.it.instances;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** An {@link Instance} in a process of its own, and what it tells. */
final class InstanceProcess implements AutoCloseable {
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final Process process;

  /**
   * A line of its output.
   *
   * @param nanos when it came
   * @param text the line
   */
  record Line(long nanos, String text) {
    boolean isFailure() {
      return text.startsWith("failed: ");
    }
  }

  InstanceProcess(String redisUri, URI baseUrl) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                Instance.class.getName(),
                redisUri,
                baseUrl.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    process = builder.start();
    Thread reader = new Thread(this::read, "output of an instance");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null) {
        lines.add(new Line(System.nanoTime(), line));
        line = output.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has it call. */
  void go() throws IOException {
    OutputStream input = process.getOutputStream();
    input.write('\n');
    input.flush();
  }

  boolean isReady() {
    return lines.stream().anyMatch(line -> line.text().equals("ready"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns whether a call that began after that time may have been answered. */
  boolean hasAnsweredSince(long nanos) {
    return lines.stream()
        .anyMatch(line -> line.text().equals("answered") && line.nanos() - nanos > 0);
  }

  boolean hasFailedBetween(long from, long to) {
    return failures().stream().anyMatch(line -> line.nanos() - from > 0 && line.nanos() - to < 0);
  }

  List<Line> failures() {
    return lines.stream().filter(Line::isFailure).toList();
  }

  @Override
  public void close() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It is gone already.
    }
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
