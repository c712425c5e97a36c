package com.configcat.management.ratelimit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/** A real Redis on this machine, and connections to it. */
final class Bucket4jRedis implements AutoCloseable {
  static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);

  /** Held, so that it stays as quiet as it is made here. */
  private static final Logger LETTUCE = Logger.getLogger("io.lettuce");

  static {
    LETTUCE.setLevel(Level.OFF); // It tells of every attempt to connect again.
  }

  private final ClientResources resources =
      ClientResources.builder()
          .ioThreadPoolSize(2)
          .computationThreadPoolSize(2)
          .reconnectDelay(Delay.constant(Duration.ofMillis(20)))
          .build();
  private final int port = freePort();
  private final List<RedisClient> clients = new ArrayList<>();
  private final RedisServer server;

  /** Starts it, with all its files in a folder. */
  Bucket4jRedis(Path folder) throws IOException {
    server =
        RedisServer.newRedisServer()
            .executableProvider(ExecutableProvider.newJarResourceProvider(folder.toFile()))
            .setting("dir " + folder)
            .bind("127.0.0.1")
            .port(port)
            .build();
    start();
  }

  void start() {
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      throw new IllegalStateException(
          "The redis-server that embedded-redis carries does not run here. On Linux it needs"
              + " OpenSSL 3 (Debian: apt-get install libssl3) and a temporary folder that is not"
              + " mounted noexec; the cause says what Redis said",
          e);
    }
  }

  void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects as an instance of an application does, which waits for a second at most. */
  ProxyManager<String> connect() {
    RedisClient client = RedisClient.create(resources, RedisURI.create("127.0.0.1", port));
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    clients.add(client);
    return Bucket4jLettuce.casBasedBuilder(
            client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
        .requestTimeout(REQUEST_TIMEOUT)
        .expirationAfterWrite(
            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                Duration.ofMinutes(1)))
        .build();
  }

  /** Lets Redis answer nobody for that long. */
  void pause(Duration time) {
    ask(redis -> redis.clientPause(time.toMillis()));
  }

  List<String> keys() {
    return ask(redis -> redis.keys("*"));
  }

  private <T> T ask(Function<RedisCommands<String, String>, T> question) {
    try (var connection = clients.get(0).connect()) {
      return question.apply(connection.sync());
    }
  }

  @Override
  public void close() {
    clients.forEach(client -> client.shutdown(0, 1, TimeUnit.SECONDS));
    resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    stop();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
