package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.configcat.management.fake.internal.endpoints.IncomingRequest;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves HTTP/1.1 with the server of the JDK. */
final class LoopbackServer implements AutoCloseable {
  static {
    // Otherwise the body of each answer waits some 40 ms for the client to acknowledge the headers.
    // Read once, when the first server of the JVM is made.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  /** The server copies what is written at once, and keeps a buffer of that size. */
  private static final int CHUNK = 64 * 1024;

  private final RequestDispatcher dispatcher;
  private final RootPage page;
  private final HttpServer server;
  private final ExecutorService workers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "configcat-fake");
            thread.setDaemon(true);
            return thread;
          });

  private LoopbackServer(RequestDispatcher dispatcher, RootPage page, HttpServer server) {
    this.dispatcher = dispatcher;
    this.page = page;
    this.server = server;
  }

  static LoopbackServer start(
      RequestDispatcher dispatcher, RootPage page, InetSocketAddress address) {
    HttpServer server;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on port "
              + address.getPort()
              + " of "
              + address.getAddress().getHostAddress()
              + " ("
              + e.getMessage()
              + "): choose another port or address",
          e);
    }
    LoopbackServer loopback = new LoopbackServer(dispatcher, page, server);
    server.setExecutor(loopback.workers);
    server.createContext("/", loopback::handle);
    server.start();
    return loopback;
  }

  URI baseUrl() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (RootPage.isFor(exchange)) {
        page.handle(exchange);
        return;
      }
      RequestDispatcher.Outcome outcome = dispatcher.serve(request(exchange));
      if (!outcome.delay().isZero() && !slept(outcome.delay())) {
        return;
      }
      FakeResponse response = outcome.response();
      // Closing the exchange without an answer closes the connection.
      if (response != null) {
        send(exchange, response, outcome.cut());
      }
    }
  }

  private static boolean slept(Duration delay) {
    try {
      Thread.sleep(delay.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void send(HttpExchange exchange, FakeResponse response, boolean cut)
      throws IOException {
    byte[] body = response.bytes();
    if (body != null) {
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    }
    response.headers().forEach(exchange.getResponseHeaders()::set);
    if (body == null) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), body.length);
    OutputStream out = exchange.getResponseBody();
    int end = cut ? body.length / 2 : body.length;
    for (int start = 0; start < end; start += CHUNK) {
      out.write(body, start, Math.min(CHUNK, end - start));
    }
    out.flush();
  }

  private static IncomingRequest request(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new IncomingRequest(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery(),
        segments(uri.getRawPath()),
        query(uri.getRawQuery()),
        headers,
        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(1).split("/", -1)) {
      segments.add(decoded(segment.replace("+", "%2B")));
    }
    return segments;
  }

  private static Map<String, List<String>> query(@Nullable String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decoded(name), n -> new ArrayList<>()).add(decoded(value));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
