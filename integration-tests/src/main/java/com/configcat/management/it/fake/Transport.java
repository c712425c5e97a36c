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

/** HTTP on loopback, on a port that is free. */
final class Transport extends Dispatcher implements AutoCloseable {
  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  private final MockWebServer server = new MockWebServer();
  private final Service service;

  private Transport(Service service) {
    this.service = service;
  }

  static Transport start(Service service) {
    SERVER_LOG.setLevel(Level.WARNING);
    Transport transport = new Transport(service);
    transport.server.setDispatcher(transport);
    transport.server.setServerSocketFactory(new PromptSockets());
    try {
      transport.server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("The fake finds no free port on 127.0.0.1", e);
    }
    return transport;
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) {
    Service.Outcome outcome = service.serve(request(recorded));
    Answer answer = outcome.answer();
    MockResponse.Builder response =
        new MockResponse.Builder().headersDelay(outcome.delay().toNanos(), TimeUnit.NANOSECONDS);
    if (answer == null) {
      return response.onResponseStart(new SocketEffect.CloseSocket()).build();
    }
    response.code(answer.status());
    answer.headers().forEach(response::setHeader);
    if (answer.body() != null) {
      response.setHeader("Content-Type", "application/json; charset=utf-8");
      response.body(Json.write(answer.body()));
      if (outcome.cut()) {
        response.onResponseBody(new SocketEffect.CloseSocket());
      }
    } else if (answer.status() == 204) {
      response.removeHeader("Content-Length");
    }
    return response.build();
  }

  private static Request request(RecordedRequest recorded) {
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
    return new Request(
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
