package com.configcat.management.it.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;

/** Serves HTTP on a free port of 127.0.0.1. */
final class LoopbackServer extends Dispatcher implements AutoCloseable {
  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  private final MockWebServer server = new MockWebServer();
  private final RequestDispatcher dispatcher;

  private LoopbackServer(RequestDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  static LoopbackServer start(RequestDispatcher dispatcher) {
    SERVER_LOG.setLevel(Level.WARNING);
    LoopbackServer loopback = new LoopbackServer(dispatcher);
    loopback.server.setDispatcher(loopback);
    loopback.server.setServerSocketFactory(new PromptSockets());
    try {
      loopback.server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("The fake finds no free port on 127.0.0.1", e);
    }
    return loopback;
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) {
    RequestDispatcher.Outcome outcome = dispatcher.serve(request(recorded));
    FakeResponse response = outcome.response();
    MockResponse.Builder mock =
        new MockResponse.Builder().headersDelay(outcome.delay().toNanos(), TimeUnit.NANOSECONDS);
    if (response == null) {
      return mock.onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    mock.code(response.status());
    response.headers().forEach(mock::setHeader);
    if (response.body() != null) {
      mock.setHeader("Content-Type", "application/json; charset=utf-8");
      mock.body(Json.write(response.body()));
      if (outcome.cut()) {
        mock.onResponseBody(new SocketEffect.CloseSocket());
      }
    } else if (response.status() == 204) {
      mock.removeHeader("Content-Length");
    }
    return mock.build();
  }

  private static IncomingRequest request(RecordedRequest recorded) {
    HttpUrl url = recorded.getUrl();
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String name : url.queryParameterNames()) {
      query.put(
          name, url.queryParameterValues(name).stream().map(v -> v == null ? "" : v).toList());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    recorded
        .getHeaders()
        .forEach(pair -> headers.put(pair.getFirst().toLowerCase(Locale.ROOT), pair.getSecond()));
    return new IncomingRequest(
        recorded.getMethod(),
        url.encodedPath(),
        recorded.getTarget(),
        url.pathSegments(),
        query,
        headers,
        recorded.getBody() == null ? "" : recorded.getBody().utf8());
  }

  @Override
  public void close() {
    server.close();
  }
}
