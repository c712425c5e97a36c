package com.configcat.management.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.MockServers;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.model.CreateProductRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is thrown unchecked while an attempt is sent: by OkHttp, and by the code of a user. */
class TransportFailuresTest {
  private static final UUID ID = new UUID(0, 1);
  private static final String EMPTY_LIST = "\r\nContent-Length: 2\r\n\r\n[]";

  private static ConfigCatManagementClientBuilder builder(int port) {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .baseUrl("http://127.0.0.1:" + port)
        .callOptions(CallOptions.defaults().maxAttempts(1));
  }

  private static void create(ConfigCatManagementClient client) {
    client.products().create(ID, CreateProductRequest.builder().name("Web shop").build());
  }

  /** Answers each request on a connection of its own. */
  private static ServerSocket serve(String answer) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                  if (socket.getInputStream().read(new byte[10_000]) > 0) {
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                  }
                } catch (IOException e) {
                  // Closed, or the client went away.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 -01 OK" + EMPTY_LIST,
        "HTTP/1.1 -99 OK" + EMPTY_LIST,
        "HTTP/1.1 999999999999 OK" + EMPTY_LIST,
        "HTTP/1.1 000 OK" + EMPTY_LIST,
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n[]",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n[]\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n[]",
        "HTTP/1.1 200 OK\r\n: no name" + EMPTY_LIST,
        "HTTP/1.1 200 OK\r\nA\u0000: b\u0000\u0007" + EMPTY_LIST,
      })
  void giveTheFactsOfTheCallForWhateverOkHttpThrows(String answer) throws Exception {
    try (ServerSocket server = serve(answer);
        ConfigCatManagementClient client = builder(server.getLocalPort()).build()) {
      Throwable blocking = catchThrowable(() -> create(client));
      Throwable enqueued =
          catchThrowable(
              () -> client.enqueue(client.api(ProductsApi.class).deleteProduct(ID)).join());

      assertThat(blocking)
          .isInstanceOfSatisfying(
              ConfigCatException.class,
              failure -> {
                assertThat(failure.attempts()).isEqualTo(1);
                assertThat(failure.requestMayHaveBeenApplied()).isTrue();
              });
      if (enqueued != null) { // A DELETE has no use for the body.
        assertThat(enqueued)
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(ConfigCatException.class);
      }
    }
  }

  static Stream<List<String>> waits() {
    return Stream.of(
        List.of("2147483648"),
        List.of("0", "2147483648"),
        List.of("2147483648", "0"),
        List.of("999999999999999"),
        List.of("99999999999999999999999"),
        List.of("0"),
        List.of("5", "0"));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void keepA503WithAnyRetryAfter(List<String> waits) throws Exception {
    for (Protocol protocol : List.of(Protocol.HTTP_1_1, Protocol.H2_PRIOR_KNOWLEDGE)) {
      try (MockWebServer server = MockServers.create()) {
        server.setProtocols(List.of(protocol));
        MockResponse.Builder answer = new MockResponse.Builder().code(503);
        waits.forEach(wait -> answer.addHeader("Retry-After", wait));
        server.enqueue(answer.build());
        server.enqueue(answer.build());
        server.start();
        OkHttpClient http = new OkHttpClient.Builder().protocols(List.of(protocol)).build();
        try (ConfigCatManagementClient client =
            builder(server.getPort()).httpClient(http).build()) {
          ServerErrorException failure =
              catchThrowableOfType(ServerErrorException.class, () -> create(client));

          assertThat(failure.statusCode()).isEqualTo(503);
          assertThat(failure.attempts()).isEqualTo(1);
          assertThat(failure.requestMayHaveBeenApplied()).isTrue();
          Duration longest =
              waits.stream()
                  .filter(wait -> wait.length() < 16)
                  .map(wait -> Duration.ofSeconds(Long.parseLong(wait)))
                  .filter(wait -> !wait.isZero())
                  .max(Duration::compareTo)
                  .orElse(null);
          assertThat(failure.retryAfter().orElse(null)).isEqualTo(longest);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
      }
    }
  }

  private static final String GZIP = "Content-Encoding: gzip\r\n";

  private static Stream<Arguments> brokenErrorBodies() {
    return Stream.of(400, 404, 407, 429, 500, 503)
        .flatMap(
            status ->
                Stream.of(
                    Arguments.of(status, GZIP + "Content-Length: 4\r\n\r\ntext", ""),
                    Arguments.of(status, GZIP + "Content-Length: 0\r\n\r\n", ""),
                    Arguments.of(status, "Content-Length: -5\r\n\r\ntext", ""),
                    Arguments.of(status, "Content-Length: 50\r\n\r\ntext", "text"),
                    Arguments.of(status, "Content-Length: 50\r\n\r\n\"no: p4ssw0", "\"no: "),
                    Arguments.of(
                        status, "Transfer-Encoding: chunked\r\n\r\n4\r\ntext\r\nx", "text")));
  }

  @ParameterizedTest
  @MethodSource("brokenErrorBodies")
  void keepTheStatusOfAnErrorWhoseBodyCannotBeRead(int status, String answer, String kept)
      throws Exception {
    try (ServerSocket server = serve("HTTP/1.1 " + status + " Oh\r\nRetry-After: 70\r\n" + answer);
        ConfigCatManagementClient client =
            builder(server.getLocalPort())
                .callOptions(CallOptions.defaults().deadline(Duration.ofSeconds(60)))
                .build()) {
      Throwable thrown = catchThrowable(() -> create(client));

      // A 429 is obeyed, which the deadline does not allow.
      Throwable error = status == 429 ? thrown.getCause() : thrown;
      assertThat(error)
          .isInstanceOfSatisfying(
              ApiException.class,
              failure -> {
                assertThat(failure.statusCode()).isEqualTo(status);
                assertThat(failure.rawBody()).isEqualTo(kept);
                assertThat(failure.getMessage()).doesNotContain("p4ss");
                assertThat(failure.requestMayHaveBeenApplied()).isEqualTo(status >= 500);
                assertThat(failure.attempts()).isEqualTo(1);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 503})
  void leakNoConnectionWhoseBodyOkHttpCannotClose(int status) throws Exception {
    ConnectionPool pool = new ConnectionPool();
    List<okhttp3.Response> seen = new ArrayList<>();
    Interceptor logging =
        chain -> {
          seen.add(chain.proceed(chain.request()));
          return seen.get(0);
        };
    OkHttpClient http =
        new OkHttpClient.Builder().connectionPool(pool).addInterceptor(logging).build();
    try (ServerSocket server =
            serve("HTTP/1.1 " + status + " Oh\r\nContent-Length: -5\r\n\r\ntext");
        ConfigCatManagementClient client =
            builder(server.getLocalPort()).httpClient(http).build()) {
      assertThat(catchThrowable(() -> create(client))).isInstanceOf(ConfigCatException.class);

      assertThat(pool.idleConnectionCount()).isEqualTo(pool.connectionCount());
      assertThat(seen)
          .allSatisfy(
              response -> {
                assertThat(response.code()).isEqualTo(status);
                assertThat(response.request().header("Authorization")).isNull();
              });
    }
  }

  @Test
  void keepTheStatusOfAnErrorThatAnInterceptorCannotUnpack() throws Exception {
    Interceptor unpacking =
        chain -> {
          okhttp3.Response response = chain.proceed(chain.request());
          return response
              .newBuilder()
              .body(
                  ResponseBody.create(
                      Okio.buffer(new GzipSource(response.body().source())), null, -1))
              .build();
        };
    OkHttpClient http = new OkHttpClient.Builder().addInterceptor(unpacking).build();
    try (ServerSocket server = serve("HTTP/1.1 409 Conflict\r\nContent-Length: 4\r\n\r\ntext");
        ConfigCatManagementClient client =
            builder(server.getLocalPort()).httpClient(http).build()) {
      assertThat(catchThrowable(() -> create(client))).isInstanceOf(ConflictException.class);
    }
  }

  @Test
  void endAtTheDeadlineInAnErrorBody() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ConfigCatManagementClient client =
            builder(server.getLocalPort())
                .callOptions(CallOptions.defaults().deadline(Duration.ofSeconds(1)))
                .build()) {
      CompletableFuture<?> call = client.enqueue(client.api(ProductsApi.class).deleteProduct(ID));
      try (Socket socket = server.accept()) {
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 400 Oh\r\nContent-Length: 9\r\n\r\nt".getBytes(StandardCharsets.UTF_8));
        assertThat(catchThrowable(call::join)).hasCauseInstanceOf(DeadlineExceededException.class);
      }
    }
  }

  private static final class UsersException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class ThrowingListener extends EventListener {
    private final String at;

    ThrowingListener(String at) {
      this.at = at;
    }

    private void at(String event) {
      if (event.equals(at)) {
        throw new UsersException();
      }
    }

    @Override
    public void callStart(Call call) {
      at("callStart");
    }

    @Override
    public void dnsStart(Call call, String domainName) {
      at("dnsStart");
    }

    @Override
    public void requestHeadersStart(Call call) {
      at("requestHeadersStart");
    }

    @Override
    public void responseHeadersEnd(Call call, okhttp3.Response response) {
      at("responseHeadersEnd");
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
      at("responseBodyEnd");
    }
  }

  private static okhttp3.Response misusing(Interceptor.Chain chain) throws IOException {
    // OkHttp refuses the name: still a mistake of the interceptor.
    return chain.proceed(chain.request().newBuilder().header("no name", "").build());
  }

  private static okhttp3.Response throwingInTheBody(Interceptor.Chain chain) throws IOException {
    okhttp3.Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    ForwardingSource source =
        new ForwardingSource(body.source()) {
          @Override
          public long read(Buffer sink, long byteCount) {
            throw new UsersException();
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(source), body.contentType(), body.contentLength()))
        .build();
  }

  static Stream<OkHttpClient> usersClients() {
    Interceptor before =
        chain -> {
          throw new UsersException();
        };
    Interceptor after =
        chain -> {
          chain.proceed(chain.request()).close();
          throw new UsersException();
        };
    return Stream.of(
            Stream.of(
                    before,
                    after,
                    TransportFailuresTest::misusing,
                    TransportFailuresTest::throwingInTheBody)
                .flatMap(
                    users ->
                        Stream.of(
                            new OkHttpClient.Builder().addInterceptor(users),
                            new OkHttpClient.Builder().addNetworkInterceptor(users))),
            Stream.of(
                    "callStart",
                    "dnsStart",
                    "requestHeadersStart",
                    "responseHeadersEnd",
                    "responseBodyEnd")
                .map(
                    event -> new OkHttpClient.Builder().eventListener(new ThrowingListener(event))),
            Stream.of(
                new OkHttpClient.Builder()
                    .dns(
                        host -> {
                          throw new UsersException();
                        })))
        .flatMap(builders -> builders)
        .map(OkHttpClient.Builder::build);
  }

  @ParameterizedTest
  @MethodSource("usersClients")
  void passWhatTheCodeOfAUserThrows(OkHttpClient users) throws Exception {
    try (MockWebServer server = MockServers.create()) {
      server.enqueue(new MockResponse.Builder().body("[]").build());
      server.start();
      try (ConfigCatManagementClient client =
          builder(server.getPort())
              .baseUrl("http://localhost:" + server.getPort())
              .httpClient(users)
              .build()) {
        assertThat(catchThrowable(() -> client.products().list()))
            .isInstanceOfAny(UsersException.class, IllegalArgumentException.class);
      }
    }
  }

  @Test
  void passErrors() throws Exception {
    OkHttpClient exhausted =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  throw new OutOfMemoryError("simulated");
                })
            .build();
    try (ServerSocket server = serve("HTTP/1.1 200 OK" + EMPTY_LIST);
        ConfigCatManagementClient client =
            builder(server.getLocalPort()).httpClient(exhausted).build()) {
      assertThat(catchThrowable(() -> client.products().list()))
          .isInstanceOf(OutOfMemoryError.class);
    }
  }
}
