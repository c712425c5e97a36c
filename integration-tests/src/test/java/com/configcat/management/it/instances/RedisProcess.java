package com.configcat.management.it.instances;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A real Redis that keeps nothing on disk, and that can be killed. */
final class RedisProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final File executable;
  private final int port;
  private @Nullable Process process;

  /** Starts it, with all its files in a folder. */
  RedisProcess(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.executable = ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    start();
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  /** Starts it on the same port, and waits until it answers. */
  void start() throws IOException, InterruptedException {
    Process started =
        new ProcessBuilder(
                executable.getPath(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    process = started;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts()) {
      if (!started.isAlive() || System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "The redis-server that embedded-redis carries does not run here. On Linux it needs"
                + " OpenSSL 3 (Debian: apt-get install libssl3) and a temporary folder that is not"
                + " mounted noexec; see "
                + folder.resolve("redis.log"));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it at once: by SIGKILL, where there are signals. */
  void kill() throws InterruptedException {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
  }

  /** Asks it something on a connection of its own. */
  <T> T ask(Function<RedisCommands<String, String>, T> question) {
    RedisClient client = RedisClient.create(uri());
    try (var connection = client.connect()) {
      return question.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }
}
