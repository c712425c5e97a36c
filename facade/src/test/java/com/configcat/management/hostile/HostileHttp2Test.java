package com.configcat.management.hostile;

import static com.configcat.management.hostile.ExpectedOutcome.ACCEPTED;
import static com.configcat.management.hostile.ExpectedOutcome.LATE;
import static com.configcat.management.hostile.ExpectedOutcome.LOST;
import static com.configcat.management.hostile.ExpectedOutcome.NOT_SENT;
import static com.configcat.management.hostile.ExpectedOutcome.UNDECODABLE;
import static com.configcat.management.hostile.ExpectedOutcome.accepted;
import static com.configcat.management.hostile.Http2Peer.CONTINUATION;
import static com.configcat.management.hostile.Http2Peer.DATA;
import static com.configcat.management.hostile.Http2Peer.END_HEADERS;
import static com.configcat.management.hostile.Http2Peer.END_STREAM;
import static com.configcat.management.hostile.Http2Peer.GOAWAY;
import static com.configcat.management.hostile.Http2Peer.HEADERS;
import static com.configcat.management.hostile.Http2Peer.OK;
import static com.configcat.management.hostile.Http2Peer.PUSH_PROMISE;
import static com.configcat.management.hostile.Http2Peer.SETTINGS;
import static com.configcat.management.hostile.Http2Peer.WINDOW_UPDATE;
import static com.configcat.management.hostile.Http2Peer.header;
import static com.configcat.management.hostile.Http2Peer.number;

import com.configcat.management.internal.http.SocketServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP/2: streams and connections that end at any point. */
@Timeout(60)
class HostileHttp2Test {
  private static final int REFUSED_STREAM = 7;
  private static final String A = "{\"name\":\"a\"}";

  /** What happens to a request; returns whether the connection lives on. */
  @FunctionalInterface
  private interface Treatment {
    boolean of(Http2Peer peer) throws Exception;
  }

  private record Http2Row(String name, Treatment treatment, ExpectedOutcome verdict) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Http2Row row(String name, ExpectedOutcome verdict, Treatment treatment) {
    return new Http2Row(name, treatment, verdict);
  }

  private static Stream<Http2Row> resets() {
    return Stream.concat(
        IntStream.rangeClosed(0, 14)
            .mapToObj(
                code ->
                    row(
                        "RST_STREAM " + code,
                        code == REFUSED_STREAM ? NOT_SENT : LOST,
                        peer -> {
                          peer.reset(code);
                          return true;
                        })),
        IntStream.of(0, REFUSED_STREAM, 8)
            .mapToObj(
                code ->
                    row(
                        "RST_STREAM " + code + " in the body",
                        LOST,
                        peer -> {
                          peer.frame(HEADERS, END_HEADERS, peer.stream(), OK);
                          peer.frame(DATA, 0, peer.stream(), bytes("{"));
                          peer.reset(code);
                          return true;
                        })));
  }

  private static Stream<Http2Row> goAways() {
    return Stream.of(
        row(
            "GOAWAY before the stream",
            NOT_SENT,
            peer -> {
              peer.goAway(0, 0);
              // OkHttp tells a thread that is still sending that the connection is closed, no more.
              Thread.sleep(100);
              return false;
            }),
        row(
            "GOAWAY before the stream, and the connection stays",
            NOT_SENT,
            peer -> {
              peer.goAway(0, 0);
              return peer.readRequest();
            }),
        row(
            "GOAWAY that includes the stream",
            LOST,
            peer -> {
              peer.goAway(peer.stream(), 0);
              return false;
            }),
        row(
            "GOAWAY, then the answer",
            ACCEPTED,
            peer -> {
              peer.goAway(peer.stream(), 0);
              peer.answer(A);
              return peer.readRequest();
            }),
        row(
            "GOAWAY in the body",
            LOST,
            peer -> {
              peer.frame(HEADERS, END_HEADERS, peer.stream(), OK);
              peer.goAway(peer.stream(), 2);
              return false;
            }),
        row(
            "GOAWAY that is too calm",
            LOST,
            peer -> {
              peer.goAway(peer.stream(), 11);
              return false;
            }),
        row(
            "GOAWAY cut",
            LOST,
            peer -> {
              peer.frame(GOAWAY, 0, 0, new byte[3]);
              return peer.readRequest();
            }));
  }

  private static Stream<Http2Row> connections() {
    return Stream.of(
        row("closed before the answer", LOST, peer -> false),
        row(
            "closed in the body",
            LOST,
            peer -> {
              peer.frame(HEADERS, END_HEADERS, peer.stream(), OK);
              peer.frame(DATA, 0, peer.stream(), bytes("{"));
              return false;
            }),
        row(
            "a frame larger than allowed",
            LOST,
            peer -> {
              peer.frame(DATA, 0, peer.stream(), new byte[1 << 20]);
              return peer.readRequest();
            }),
        row(
            "data on stream 0",
            LOST,
            peer -> {
              peer.frame(DATA, END_STREAM, 0, bytes(A));
              return peer.readRequest();
            }),
        row(
            "a pushed response",
            ACCEPTED,
            peer -> {
              peer.frame(PUSH_PROMISE, END_HEADERS, peer.stream(), number(2), OK);
              peer.answer(A);
              return true;
            }),
        row(
            "a window of nothing",
            LOST,
            peer -> {
              peer.frame(WINDOW_UPDATE, 0, 0, number(0));
              return peer.readRequest();
            }),
        row(
            "settings of nonsense",
            LOST,
            peer -> {
              peer.frame(SETTINGS, 0, 0, new byte[5]);
              return peer.readRequest();
            }),
        row(
            "a frame of no known type",
            accepted("a"),
            peer -> {
              peer.frame(0xee, 0xff, peer.stream(), new byte[9]);
              peer.answer(A);
              return true;
            }));
  }

  private static Http2Row head(String name, ExpectedOutcome verdict, byte[]... block) {
    return row(
        name,
        verdict,
        peer -> {
          peer.frame(HEADERS, END_HEADERS, peer.stream(), block);
          peer.frame(DATA, END_STREAM, peer.stream(), bytes(A));
          return true;
        });
  }

  private static Stream<Http2Row> heads() {
    return Stream.of(
        head("an answer", accepted("a"), OK),
        head("no status", LOST, header("a", "b")),
        head("status of letters", LOST, header(":status", "oh")),
        head("upper case", LOST, OK, header("A", "b")),
        head("an index that is none", LOST, new byte[] {(byte) 0xff, (byte) 0xff, 1}),
        head("index 0", LOST, new byte[] {(byte) 0x80}),
        head("control characters", accepted("a"), OK, header("a", "b\0\u0001c")),
        head("a length of nonsense", accepted("a"), OK, header("content-length", "99")),
        head("chunked", accepted("a"), OK, header("transfer-encoding", "chunked")),
        row(
            "headers without end",
            LOST,
            peer -> {
              peer.frame(HEADERS, 0, peer.stream(), OK);
              byte[] more = header("a", "b".repeat(10_000));
              for (int i = 0; i < 100; i++) {
                peer.frame(CONTINUATION, 0, peer.stream(), more);
              }
              return false;
            }),
        row(
            "large headers",
            accepted("a"),
            peer -> {
              peer.frame(HEADERS, 0, peer.stream(), OK);
              peer.frame(CONTINUATION, END_HEADERS, peer.stream(), header("a", "b".repeat(9_000)));
              peer.frame(DATA, END_STREAM, peer.stream(), bytes(A));
              return true;
            }),
        row(
            "no body",
            UNDECODABLE,
            peer -> {
              peer.frame(HEADERS, END_HEADERS | END_STREAM, peer.stream(), OK);
              return true;
            }),
        row(
            "interim responses",
            accepted("a"),
            peer -> {
              peer.frame(HEADERS, END_HEADERS, peer.stream(), header(":status", "103"));
              peer.frame(HEADERS, END_HEADERS, peer.stream(), header(":status", "103"));
              peer.answer(A);
              return true;
            }),
        row(
            "trailers",
            accepted("a"),
            peer -> {
              peer.frame(HEADERS, END_HEADERS, peer.stream(), OK);
              peer.frame(DATA, 0, peer.stream(), bytes(A));
              peer.frame(
                  HEADERS, END_HEADERS | END_STREAM, peer.stream(), header(":status", "500"));
              return true;
            }));
  }

  private static Stream<Http2Row> rows() {
    return Stream.of(resets(), goAways(), connections(), heads()).flatMap(rows -> rows);
  }

  private static void serve(Socket connection, Treatment treatment, AtomicInteger requests)
      throws Exception {
    Http2Peer peer = new Http2Peer(connection);
    while (peer.readRequest()) {
      requests.incrementAndGet();
      if (!treatment.of(peer)) {
        // Else what the client still sends would reset the connection, and what was sent be lost.
        connection.shutdownOutput();
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        return;
      }
    }
  }

  private static OkHttpClient clearText() {
    return new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("rows")
  void endsACallOfEveryKind(Http2Row row) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (SocketServer server =
        SocketServer.http(connection -> serve(connection, row.treatment(), requests))) {
      HostileCalls.check(server.url(), clearText(), requests::get, row.verdict());
    }
  }

  private static Stream<Http2Row> overTls() {
    return Stream.concat(goAways(), connections().limit(2));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("overTls")
  void endsACallOfEveryKindOverTls(Http2Row row) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (SocketServer server =
        SocketServer.https(
            connection -> {
              ((SSLSocket) connection)
                  .setHandshakeApplicationProtocolSelector((socket, offered) -> "h2");
              serve(connection, row.treatment(), requests);
            })) {
      HostileCalls.check(server.url(), SocketServer.trusting(), requests::get, row.verdict());
    }
  }

  private static Stream<Http2Row> slow() {
    return Stream.of(
        row("says nothing", LATE, peer -> true),
        row(
            "stalls in the body",
            LATE,
            peer -> {
              peer.frame(HEADERS, END_HEADERS, peer.stream(), OK);
              peer.frame(DATA, 0, peer.stream(), bytes("{"));
              return true;
            }),
        row(
            "drips interim responses",
            LATE,
            peer -> {
              for (int i = 0; i < 100; i++) {
                peer.frame(HEADERS, END_HEADERS, peer.stream(), header(":status", "103"));
                Thread.sleep(10);
              }
              return true;
            }));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("slow")
  void endsACallOfEveryKindAtItsDeadline(Http2Row row) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (SocketServer server =
        SocketServer.http(connection -> serve(connection, row.treatment(), requests))) {
      HostileCalls.checkDeadline(server.url(), clearText(), requests::get, row.verdict());
    }
  }

  /** Each call finds the connection of the last one closed, or about to be. */
  private static Stream<Http2Row> idle() {
    return Stream.of(
        row(
            "closed without a word",
            accepted("a"),
            peer -> {
              peer.answer(A);
              return false;
            }),
        row(
            "closed after GOAWAY",
            accepted("a"),
            peer -> {
              peer.answer(A);
              peer.goAway(peer.stream(), 0);
              return false;
            }));
  }

  @ParameterizedTest
  @MethodSource("idle")
  void takesNoConnectionThatTheServerHasClosed(Http2Row row) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    OkHttpClient http =
        clearText().newBuilder().addInterceptor(HostileHttp2Test::afterAWhile).build();
    try (SocketServer server =
        SocketServer.http(connection -> serve(connection, row.treatment(), requests))) {
      HostileCalls.check(server.url(), http, requests::get, row.verdict());
    }
  }

  private static Response afterAWhile(Interceptor.Chain chain) throws IOException {
    try {
      Thread.sleep(150);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return chain.proceed(chain.request());
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void sendsNothingOnAConnectionThatShutsDownMeanwhile() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    OkHttpClient http =
        clearText().newBuilder().addNetworkInterceptor(HostileHttp2Test::afterAWhile).build();
    try (SocketServer server =
        SocketServer.http(
            connection -> {
              connections.incrementAndGet();
              Http2Peer peer = new Http2Peer(connection);
              peer.goAway(0, 0);
              var unused = peer.readRequest();
            })) {
      HostileCalls.check(server.url(), http, connections::get, NOT_SENT);
    }
  }
}
