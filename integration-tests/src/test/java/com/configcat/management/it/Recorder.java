package com.configcat.management.it;

import com.configcat.management.it.prism.PrismViolations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A server between a client and another server: keeps what the client really sent, credentials
 * included, and what came back. May change what goes on.
 */
public final class Recorder implements AutoCloseable {
  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  /** Headers that each connection has for itself. */
  private static final List<String> OF_A_CONNECTION =
      List.of(
          "Accept-Encoding",
          "Connection",
          "Content-Length",
          "Host",
          "Keep-Alive",
          "Transfer-Encoding");

  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final OkHttpClient http = new OkHttpClient.Builder().followRedirects(false).build();
  private final MockWebServer server = new MockWebServer();
  private final HttpUrl target;
  private volatile UnaryOperator<Request> change = request -> request;

  /** Starts one in front of a server; it changes nothing. */
  public Recorder(URI target) {
    this.target = HttpUrl.get(target.toString());
    SERVER_LOG.setLevel(Level.WARNING);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest received) {
            try {
              return pass(received);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        });
    try {
      server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the base URL for the client. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  /** Forgets all exchanges, and changes requests from now on. */
  public void restart(UnaryOperator<Request> newChange) {
    exchanges.clear();
    change = newChange;
  }

  private MockResponse pass(RecordedRequest received) throws IOException {
    Request request = change.apply(request(received));
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    Request.Builder onward = request.newBuilder();
    OF_A_CONNECTION.forEach(onward::removeHeader);
    try (Response response = http.newCall(onward.build()).execute()) {
      ByteString answer = response.body().byteString();
      exchanges.add(
          new Exchange(
              request.method(),
              request.url(),
              request.headers(),
              body.readUtf8(),
              response.code(),
              response.headers(),
              answer.utf8(),
              PrismViolations.ofHeader(response.header(PrismViolations.HEADER))));
      return answer(response, answer);
    }
  }

  private Request request(RecordedRequest received) {
    // Without a body, it has no length.
    boolean hasBody = received.getHeaders().get("Content-Length") != null;
    ByteString body = received.getBody() == null ? ByteString.EMPTY : received.getBody();
    return new Request.Builder()
        .url(target.resolve(received.getTarget()))
        .headers(received.getHeaders())
        .method(received.getMethod(), hasBody ? RequestBody.create(body, null) : null)
        .build();
  }

  private static MockResponse answer(Response response, ByteString body) {
    Headers.Builder headers = response.headers().newBuilder();
    OF_A_CONNECTION.forEach(headers::removeAll);
    if (response.code() == 429) {
      // As the service does and Prism cannot: longer than any deadline, so that the call ends.
      headers.set("Retry-After", "3600");
    }
    return new MockResponse.Builder()
        .code(response.code())
        .headers(headers.build())
        .body(new Buffer().write(body))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }

  /**
   * Returns the one exchange there was.
   *
   * @return the exchange
   */
  public Exchange only() {
    if (exchanges.size() != 1) {
      throw new AssertionError("Expected one exchange, but there were " + exchanges);
    }
    return exchanges.get(0);
  }

  /**
   * Returns the last exchange there was.
   *
   * @return the exchange, or null if there was none
   */
  public @Nullable Exchange last() {
    return exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
  }

  /** Returns the newest exchange with a method; null if there is none. */
  public @Nullable Exchange last(String method) {
    return exchanges.stream()
        .filter(exchange -> exchange.method().equals(method))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /**
   * A request as it was sent, and what Prism said to it.
   *
   * @param method the HTTP method
   * @param url the whole URL
   * @param headers what was sent
   * @param body what was sent
   * @param status what came
   * @param answerHeaders what came
   * @param answer what came
   * @param violations what Prism found wrong
   */
  public record Exchange(
      String method,
      HttpUrl url,
      Headers headers,
      String body,
      int status,
      Headers answerHeaders,
      String answer,
      PrismViolations violations) {
    String target() {
      return url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
    }
  }
}
