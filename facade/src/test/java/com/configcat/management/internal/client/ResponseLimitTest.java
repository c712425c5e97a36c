package com.configcat.management.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.model.CreateProductRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import okio.GzipSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseLimitTest {
  private static final UUID ID = new UUID(0, 1);
  private static final long MIB = 1024 * 1024;
  private static final byte[] BLOCK = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);

  private final AtomicLong sent = new AtomicLong();
  private ServerSocket server;

  @BeforeEach
  void start() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private ConfigCatManagementClientBuilder builder() {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .baseUrl("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Answers with that many bytes of JSON: blanks, then an empty list. */
  private void serve(String head, long bytes, boolean packed) {
    Thread thread =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket socket = server.accept();
                    OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
                  if (socket.getInputStream().read(new byte[10_000]) > 0) {
                    out.write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
                    body(packed ? new GZIPOutputStream(out) : out, bytes);
                  }
                } catch (IOException e) {
                  // Closed by the client.
                }
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void body(OutputStream out, long bytes) throws IOException {
    for (long left = bytes - 2; left > 0; left -= BLOCK.length) {
      out.write(BLOCK, 0, (int) Math.min(left, BLOCK.length));
      sent.addAndGet(Math.min(left, BLOCK.length));
    }
    out.write("[]".getBytes(StandardCharsets.UTF_8));
    out.close();
  }

  private static void assertRefused(Throwable thrown, long limit) {
    Throwable failure = thrown instanceof DecodingException ? thrown : thrown.getCause();
    assertThat(failure)
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("more than the limit of " + limit + " bytes")
        .hasMessageContaining("maxResponseBytes");
  }

  @Test
  void readsNoMoreThan64MebibytesUnlessToldTo() {
    serve("HTTP/1.1 200 OK\r\nConnection: close\r\n", 200_000_000, false);
    try (ConfigCatManagementClient client = builder().build()) {
      assertRefused(catchThrowable(() -> client.products().list()), 64 * MIB);
    }
    assertThat(sent.get()).isBetween(64 * MIB, 150 * MIB);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void countsUnpackedBytesOfEveryKindOfCall(boolean packed) {
    serve(
        "HTTP/1.1 200 OK\r\nConnection: close\r\n" + (packed ? "Content-Encoding: gzip\r\n" : ""),
        20 * MIB,
        packed);
    try (ConfigCatManagementClient client = builder().maxResponseBytes(MIB).build()) {
      ProductsApi api = client.api(ProductsApi.class);

      assertRefused(catchThrowable(() -> client.products().list()), MIB);
      assertRefused(catchThrowable(() -> client.enqueue(api.getProducts()).join()), MIB);
      assertRefused(catchThrowable(() -> api.getProducts().execute()), MIB);
      assertRefused(catchThrowable(() -> client.hal().products()), MIB);
      assertThat(
              catchThrowable(
                  () ->
                      client
                          .products()
                          .create(ID, CreateProductRequest.builder().name("Web shop").build())))
          .isInstanceOfSatisfying(
              DecodingException.class,
              failure -> assertThat(failure.requestMayHaveBeenApplied()).isTrue());
    }
  }

  private static Stream<OkHttpClient> usersClients() {
    return Stream.of(
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> { // Reads all, as one that logs.
                  okhttp3.Response response = chain.proceed(chain.request());
                  response.body().source().request(Long.MAX_VALUE);
                  return response;
                })
            .build(),
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> { // Unpacks.
                  okhttp3.Response response =
                      chain.proceed(
                          chain.request().newBuilder().header("Accept-Encoding", "gzip").build());
                  return response
                      .newBuilder()
                      .body(
                          ResponseBody.create(
                              Okio.buffer(new GzipSource(response.body().source())), null, -1))
                      .build();
                })
            .build());
  }

  @ParameterizedTest
  @MethodSource("usersClients")
  void countsOnBothSidesOfInterceptors(OkHttpClient users) {
    serve("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n", 20 * MIB, true);
    try (ConfigCatManagementClient client =
        builder().httpClient(users).maxResponseBytes(MIB).build()) {
      assertRefused(catchThrowable(() -> client.products().list()), MIB);
    }
  }

  @Test
  void readsNothingOfWhatIsDeclaredAsTooLong() {
    serve("HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n", 200_000_000, false);
    try (ConfigCatManagementClient client = builder().build()) {
      assertThat(catchThrowable(() -> client.products().list()))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("200000000 bytes, more than the limit of 67108864 bytes");
    }
  }

  @Test
  void readsABodyAsLongAsTheLimit() {
    serve("HTTP/1.1 200 OK\r\nConnection: close\r\n", MIB, false);
    try (ConfigCatManagementClient client = builder().maxResponseBytes(MIB).build()) {
      assertThat(client.products().list()).isEmpty();
    }
  }

  @Test
  void keepsTheStatusOfALongError() {
    serve("HTTP/1.1 404 Not Found\r\nConnection: close\r\n", 20 * MIB, false);
    try (ConfigCatManagementClient client = builder().maxResponseBytes(MIB).build()) {
      assertThat(catchThrowable(() -> client.products().list()))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void refusesALimitBelowOne() {
    for (long limit : List.of(0L, -1L, Long.MIN_VALUE)) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder().maxResponseBytes(limit));
    }
  }
}
