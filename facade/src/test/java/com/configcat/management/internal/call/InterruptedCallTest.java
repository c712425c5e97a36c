package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.http.SocketServer;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.ratelimit.RateLimiter;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Interrupts of threads that wait for the network. */
@Timeout(60)
class InterruptedCallTest {
  private static final UUID ID = new UUID(0, 1);

  /** More than the sockets of both sides buffer. */
  private static final int LARGE = 20_000_000;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private final AtomicReference<Throwable> thrown = new AtomicReference<>();
  private final AtomicReference<Boolean> flag = new AtomicReference<>();

  /** What a call waits for. */
  private enum Stage {
    TLS_HANDSHAKE(false),
    SENDING(true),
    BEFORE_HEADERS(true),
    IN_HEADERS(true),
    IN_BODY(true),
    IN_ERROR_BODY(true);

    private final boolean mayHaveBeenApplied;

    Stage(boolean mayHaveBeenApplied) {
      this.mayHaveBeenApplied = mayHaveBeenApplied;
    }
  }

  private void serve(Stage stage, Socket connection) throws Exception {
    if (stage.compareTo(Stage.BEFORE_HEADERS) >= 0) {
      String unused = SocketServer.read(connection);
    }
    switch (stage) {
      case IN_HEADERS -> SocketServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Le");
      case IN_BODY ->
          SocketServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
      case IN_ERROR_BODY ->
          SocketServer.write(connection, "HTTP/1.1 400 Bad\r\nContent-Length: 9\r\n\r\n{");
      default -> {}
    }
    reached.countDown();
    ended.await();
    awaitEnd(connection);
  }

  private void awaitEnd(Socket connection) {
    byte[] buffer = new byte[65_536];
    try {
      int read;
      do {
        read = connection.getInputStream().read(buffer);
      } while (read >= 0);
    } catch (IOException e) {
      // Reset: closed as well.
    }
    closed.countDown();
  }

  private static ConfigCatManagementClientBuilder builder(String url) {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .baseUrl(url)
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(CallOptions.defaults().deadline(Duration.ofSeconds(40)));
  }

  private void create(ConfigCatManagementClient client, int size) {
    CreateProductRequest request = CreateProductRequest.builder().name("n".repeat(size)).build();
    thrown.set(catchThrowable(() -> client.products().create(ID, request)));
    flag.set(Thread.currentThread().isInterrupted());
  }

  private static Thread start(Runnable action) {
    Thread thread = new Thread(action, "caller");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Interrupts a thread once the call has got as far as it gets. */
  private void interrupt(Thread thread, Stage stage) throws Exception {
    assertThat(reached.await(10, TimeUnit.SECONDS)).as("reached").isTrue();
    // OkHttp notices an interrupt by itself between two writes: the buffers have to be full.
    Thread.sleep(stage == Stage.SENDING ? 1_500 : 200);
    thread.interrupt();
    thread.join(10_000);
    ended.countDown();
  }

  private void assertEnded(boolean mayHaveBeenApplied) throws Exception {
    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            TransportException.class,
            failure -> {
              assertThat(failure.attempts()).isEqualTo(1);
              assertThat(failure.requestMayHaveBeenApplied()).isEqualTo(mayHaveBeenApplied);
            })
        .hasMessageContaining("interrupted");
    assertThat(flag).as("interrupt kept").hasValue(true);
    assertThat(closed.await(10, TimeUnit.SECONDS)).as("connection closed").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsACallThatAwaitsBytes(Stage stage) throws Exception {
    try (SocketServer server = SocketServer.http(connection -> serve(stage, connection))) {
      String url =
          stage == Stage.TLS_HANDSHAKE ? server.url().replace("http:", "https:") : server.url();
      try (ConfigCatManagementClient client = builder(url).build()) {
        interrupt(start(() -> create(client, stage == Stage.SENDING ? LARGE : 1)), stage);

        assertEnded(stage.mayHaveBeenApplied);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SENDING", "BEFORE_HEADERS", "IN_BODY"})
  void anInterruptEndsACallThatAwaitsBytesOverTls(Stage stage) throws Exception {
    try (SocketServer server = SocketServer.https(connection -> serveTls(stage, connection));
        ConfigCatManagementClient client =
            builder(server.url()).httpClient(SocketServer.trusting()).build()) {
      interrupt(start(() -> create(client, stage == Stage.SENDING ? LARGE : 1)), stage);

      assertEnded(true);
    }
  }

  private void serveTls(Stage stage, Socket connection) throws Exception {
    ((javax.net.ssl.SSLSocket) connection).startHandshake();
    serve(stage, connection);
  }

  @Test
  void anInterruptEndsACallOnAVirtualThread() throws Exception {
    var start =
        Arrays.stream(Thread.class.getMethods())
            .filter(method -> method.getName().equals("startVirtualThread"))
            .findFirst();
    assumeTrue(start.isPresent(), "Java has virtual threads");
    try (SocketServer server =
            SocketServer.http(connection -> serve(Stage.BEFORE_HEADERS, connection));
        ConfigCatManagementClient client = builder(server.url()).build()) {
      Runnable call = () -> create(client, 1);

      interrupt((Thread) start.get().invoke(null, call), Stage.BEFORE_HEADERS);

      assertEnded(true);
    }
  }

  @Test
  void anInterruptLeavesOtherCallsAlone() throws Exception {
    AtomicReference<Throwable> other = new AtomicReference<>(new IllegalStateException("runs"));
    CountDownLatch both = new CountDownLatch(2);
    try (SocketServer server =
            SocketServer.http(
                connection -> {
                  String unused = SocketServer.read(connection);
                  both.countDown();
                  ended.await();
                  Thread.sleep(200);
                  SocketServer.answer(connection);
                  awaitEnd(connection);
                });
        ConfigCatManagementClient client = builder(server.url()).build()) {
      Thread otherThread =
          start(() -> other.set(catchThrowable(() -> client.products().get(new UUID(0, 2)))));
      Thread thread = start(() -> create(client, 1));
      both.await();
      reached.countDown();
      interrupt(thread, Stage.BEFORE_HEADERS);
      otherThread.join(10_000);

      assertEnded(true);
      assertThat(other).hasNullValue();
    }
  }

  @Test
  void noThreadWatchesWhileNoCallBlocks() throws Exception {
    try (SocketServer server = SocketServer.http(SocketServer::answerAll);
        ConfigCatManagementClient client = builder(server.url()).build()) {
      var unused = client.products().get(ID);

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (isWatching()) {
        assertThat(System.nanoTime() - end).as("still watching").isNegative();
        LockSupport.parkNanos(10_000_000);
      }
    }
  }

  private static boolean isWatching() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("configcat-management-interrupts"));
  }
}
