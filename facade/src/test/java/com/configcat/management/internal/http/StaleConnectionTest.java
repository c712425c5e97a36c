package com.configcat.management.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.TransportException;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallListener;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.ratelimit.RateLimiter;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Connections that the server closes while they are idle. */
@Timeout(60)
class StaleConnectionTest {
  private static final UUID ID = new UUID(0, 1);
  private static final int WRITES = 1_000;

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();

  private ConfigCatManagementClientBuilder builder(SocketServer server) {
    return ConfigCatManagementClient.builder()
        .credentials("api-user", "p4ssw0rd")
        .baseUrl(server.url())
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(CallOptions.defaults().maxAttempts(1))
        .listener(
            new CallListener() {
              @Override
              public void attemptStarted(AttemptStarted event) {
                attempts.incrementAndGet();
              }
            });
  }

  private static void write(ConfigCatManagementClient client, int number) {
    var unused =
        client.products().create(ID, CreateProductRequest.builder().name("n" + number).build());
  }

  /** Writes, and checks that each write arrived once, at the first attempt. */
  private void writeAll(ConfigCatManagementClient client, int writes, int longestPause)
      throws Exception {
    Random random = new Random(7);
    int failed = 0;
    for (int i = 0; i < writes; i++) {
      try {
        write(client, i);
      } catch (TransportException e) {
        failed++;
      }
      if (longestPause > 0) {
        Thread.sleep(random.nextInt(longestPause));
      }
    }
    assertThat(failed).as("failed writes").isZero();
    assertThat(received).hasSize(writes).doesNotHaveDuplicates();
    assertThat(attempts).hasValue(writes);
  }

  private boolean serveOne(Socket connection, String... headers) throws Exception {
    String body = SocketServer.read(connection);
    if (body == null) {
      return false;
    }
    received.add(body);
    SocketServer.answer(connection, headers);
    return true;
  }

  private void closeAfterIdling(Socket connection, int millis) throws Exception {
    while (serveOne(connection)) {
      connection.setSoTimeout(millis);
    }
  }

  private void keepAlive(Socket connection, String... headers) throws Exception {
    boolean served;
    do {
      served = serveOne(connection, headers);
    } while (served);
  }

  @Test
  void writesReachAServerThatClosesAfterEachAnswer() throws Exception {
    try (SocketServer server = SocketServer.http(this::serveOne);
        ConfigCatManagementClient client = builder(server).build()) {
      writeAll(client, WRITES, 0);
    }
  }

  @Test
  void writesReachAServerThatClosesAfterEachAnswerOverTls() throws Exception {
    try (SocketServer server = SocketServer.https(this::serveOne);
        ConfigCatManagementClient client =
            builder(server).httpClient(SocketServer.trusting()).build()) {
      writeAll(client, 30, 0);
    }
  }

  @Test
  void writesReachAServerThatClosesWhatIdlesForMilliseconds() throws Exception {
    try (SocketServer server = SocketServer.http(connection -> closeAfterIdling(connection, 1));
        ConfigCatManagementClient client = builder(server).build()) {
      writeAll(client, WRITES, 3);
    }
  }

  @Test
  void writesReachAServerThatClosesWhatIdlesForMillisecondsOverTls() throws Exception {
    try (SocketServer server = SocketServer.https(connection -> closeAfterIdling(connection, 1));
        ConfigCatManagementClient client =
            builder(server).httpClient(SocketServer.trusting()).build()) {
      writeAll(client, 30, 3);
    }
  }

  @Test
  void writesReachAServerThatClosedItsConnectionsAfterManyAnswers() throws Exception {
    try (SocketServer server = SocketServer.http(connection -> closeAfterIdling(connection, 300));
        ConfigCatManagementClient client = builder(server).httpClient(new OkHttpClient()).build()) {
      for (int i = 0; i < 10; i++) {
        write(client, i);
      }
      Thread.sleep(700);
      write(client, 10);

      assertThat(received).hasSize(11);
      assertThat(attempts).hasValue(11);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void readsDoNotGoOutOnAClosedConnectionThatIdled() throws Exception {
    try (SocketServer server = SocketServer.http(this::serveOne);
        ConfigCatManagementClient client = builder(server).build()) {
      for (int i = 0; i < 3; i++) {
        var unused = client.products().get(ID);
        Thread.sleep(200);
      }

      assertThat(received).hasSize(3);
      assertThat(attempts).hasValue(3);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void doesNotTakeWhatAnIdleConnectionSaysForTheNextAnswer() throws Exception {
    try (SocketServer server =
            SocketServer.http(
                connection -> {
                  serveOne(connection);
                  Thread.sleep(100); // Else OkHttp buffers it with the answer.
                  SocketServer.write(
                      connection, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
                  keepAlive(connection);
                });
        ConfigCatManagementClient client = builder(server).build()) {
      write(client, 1);
      Thread.sleep(400);
      write(client, 2);

      assertThat(received).hasSize(2);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void writesShareAConnectionThatTheServerKeeps() throws Exception {
    try (SocketServer server = SocketServer.http(this::keepAlive);
        ConfigCatManagementClient client = builder(server).build()) {
      writeAll(client, 30, 0);

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void writesShareAConnectionThatTheServerKeepsOverTls() throws Exception {
    try (SocketServer server = SocketServer.https(this::keepAlive);
        ConfigCatManagementClient client =
            builder(server).httpClient(SocketServer.trusting()).build()) {
      writeAll(client, 30, 0);

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void honoursTheTimeoutThatTheServerAnnounces() throws Exception {
    try (SocketServer server =
            SocketServer.http(c -> keepAlive(c, "Keep-Alive: max=100, timeout=1"));
        ConfigCatManagementClient client = builder(server).build()) {
      write(client, 1);
      Thread.sleep(1_100);
      write(client, 2);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void keepsItsOwnConnectionsForTwoSeconds() throws Exception {
    try (SocketServer server = SocketServer.http(this::keepAlive);
        ConfigCatManagementClient client = builder(server).build()) {
      write(client, 1);
      Thread.sleep(2_500);
      write(client, 2);

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void whatClosesWhileBytesAreUnderWayMayHaveBeenAppliedAndIsNotSentAgain() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    try (SocketServer server =
            SocketServer.http(
                connection -> {
                  serveOne(connection);
                  received.add(SocketServer.read(connection));
                  second.countDown();
                });
        ConfigCatManagementClient client = builder(server).build()) {
      write(client, 1);

      assertThat(catchThrowableOfType(TransportException.class, () -> write(client, 2)))
          .returns(true, ConfigCatException::requestMayHaveBeenApplied)
          .returns(1, ConfigCatException::attempts);
      second.await();
      assertThat(received).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }
}
