package com.configcat.management.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.VirtualClients;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.call.ManagedCall;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.internal.http.SocketServer;
import com.configcat.management.ratelimit.RateLimiter;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that a server sends after its response, on a connection that it keeps. */
@Timeout(60)
class SurplusBytesTest {
  private static final String FIRST = Reply.ok("{\"name\":\"first\"}");
  private static final String SECOND = Reply.ok("{\"name\":\"second\"}");
  private static final String ANOTHER = Reply.ok("{\"name\":\"another\"}");

  /** When the surplus leaves the server. */
  private enum Sent {
    /** OkHttp reads it with the response: that a request has gone out in vain shows afterwards. */
    AT_ONCE,
    /** It is found before anything is written. */
    LATER
  }

  private static Stream<Arguments> rows() {
    return Stream.of(ANOTHER, Reply.head("408 Request Timeout"), "}", "\r\n", "HTTP/1.1 2")
        .flatMap(
            surplus ->
                Arrays.stream(Sent.values())
                    .flatMap(
                        sent ->
                            Arrays.stream(Action.values())
                                .map(action -> Arguments.of(surplus, sent, action))));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void theNextCallDoesNotTakeThemForItsAnswer(String surplus, Sent sent, Action action)
      throws Exception {
    Server server = new Server(surplus, sent);
    try (SocketServer listening = SocketServer.http(server::serve)) {
      check(builder(listening), server, sent, action);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({"AT_ONCE, GET", "AT_ONCE, POST", "LATER, GET", "LATER, POST"})
  void theNextCallDoesNotTakeThemForItsAnswerOverTls(Sent sent, Action action) throws Exception {
    Server server = new Server(ANOTHER, sent);
    OkHttpClient trusting = SocketServer.trusting();
    OkHttpClient http =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.x509TrustManager())
            .build();
    try (SocketServer listening = SocketServer.https(server::serve)) {
      check(builder(listening).httpClient(http), server, sent, action);
    }
  }

  private static ConfigCatManagementClientBuilder builder(SocketServer server) {
    return VirtualClients.builder(new VirtualTime(), 0)
        .credentials("user", "p4ssw0rd")
        .baseUrl(server.url())
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(CallOptions.defaults().maxAttempts(2));
  }

  private static void check(
      ConfigCatManagementClientBuilder builder, Server server, Sent sent, Action action)
      throws Exception {
    boolean isLost = sent == Sent.AT_ONCE && !action.idempotent;
    try (ConfigCatManagementClient client = builder.build()) {
      assertThat(Action.name(ManagedCall.run(Action.GET.of(client)))).isEqualTo("first");
      server.firstRead.countDown();
      server.surplusSent.await();
      String name = null;
      try {
        name = Action.name(ManagedCall.run(action.of(client)));
      } catch (TransportException e) {
        assertThat(e.requestMayHaveBeenApplied()).isTrue();
      }
      assertThat(name).isEqualTo(isLost ? null : "second");
    }
    int requests = sent == Sent.AT_ONCE && action.idempotent ? 3 : 2;
    while (server.requests.get() < requests) {
      Thread.onSpinWait(); // A call that is lost ends without an answer of the server's.
    }
    assertThat(server.requests).hasValue(requests);
  }

  /** Sends surplus bytes after its first answer alone. */
  private static final class Server {
    final AtomicInteger requests = new AtomicInteger();
    final CountDownLatch firstRead = new CountDownLatch(1);
    final CountDownLatch surplusSent = new CountDownLatch(1);
    private final String surplus;
    private final Sent sent;

    Server(String surplus, Sent sent) {
      this.surplus = surplus;
      this.sent = sent;
    }

    void serve(Socket connection) throws Exception {
      while (SocketServer.read(connection) != null) {
        if (requests.incrementAndGet() > 1) {
          Reply.send(connection, SECOND);
        } else if (sent == Sent.AT_ONCE) {
          Reply.send(connection, FIRST + surplus);
          surplusSent.countDown();
        } else {
          Reply.send(connection, FIRST);
          firstRead.await(); // Else OkHttp may read them with the response.
          Reply.send(connection, surplus);
          surplusSent.countDown();
        }
      }
    }
  }
}
