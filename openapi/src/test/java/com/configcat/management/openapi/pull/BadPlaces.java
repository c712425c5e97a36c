package com.configcat.management.openapi.pull;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.SmallContract;
import com.configcat.management.openapi.document.DocumentReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Every kind of place that does not give a usable document; each by name, with its address. */
public final class BadPlaces implements Closeable {
  /**
   * What to expect of one of them.
   *
   * @param url where it is
   * @param reason what the message has to say
   */
  public record Place(String url, String reason) {
    /** Short for those that never end; a busy machine may need longer for the others. */
    public Duration limit() {
      return reason.equals(NO_END) ? Duration.ofMillis(500) : Duration.ofSeconds(20);
    }
  }

  private static final String NO_END = "within 500 ms";

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<Closeable> open = new ArrayList<>();

  public BadPlaces() throws IOException {
    String good = SmallContract.document().toString();
    byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
    places.put("no DNS", new Place("http://nowhere.invalid/swagger.json", "nowhere.invalid"));
    places.put("refused", new Place(refused(), "no connection"));
    places.put("black hole", new Place(blackHole(), NO_END));
    RawServer elsewhere = answer(200, "application/json", good);
    open.add(elsewhere);
    add("redirect", redirect(elsewhere.url()), "redirects (302)");
    add("HTML", answer(200, "text/html", "<!DOCTYPE html><title>Log in</title>"), "HTML");
    add("truncated", unsized(good.substring(0, good.length() / 2)), "JSON");
    add(
        "early close",
        RawServer.answering(bytes.length, (out, closed) -> out.write(bytes, 0, 9)),
        "cannot be read");
    add("500", answer(500, "application/json", good), "answered 500");
    add("404", answer(404, "application/json", good), "answered 404");
    add("no content", answer(204, "application/json", ""), "answered 204");
    add("other JSON", answer(200, "application/json", "{\"status\":\"ok\"}"), "not OpenAPI");
    add("a JSON array", answer(200, "application/json", "[1]"), "not an object");
    add(
        "no paths",
        document("{openapi: '3.0.1', info: {title: 't', version: '1'}, paths: {}}"),
        "0 paths");
    add(
        "Swagger 2",
        document("{swagger: '2.0', info: {title: 't', version: '1'}, paths: {}}"),
        "Swagger 2.0");
    add("OpenAPI 3.1", changed("openapi", "3.1.0"), "OpenAPI 3.1.0");
    add("empty", answer(200, "application/json", ""), "empty");
    add("hang before the headers", RawServer.answering((out, closed) -> closed.await()), NO_END);
    add(
        "hang in the body",
        RawServer.answering(
            bytes.length,
            (out, closed) -> {
              out.write(bytes, 0, 5000);
              out.flush();
              closed.await();
            }),
        NO_END);
    add("1 byte a second", RawServer.answering(bytes.length, BadPlaces::drip), NO_END);
    add(
        "external $ref",
        reference("https://example.com/evil.json#/X"),
        "outside itself: https://example.com/evil.json");
    add("$ref to a file", reference("file:///etc/passwd"), "outside itself: file:///etc/passwd");
    add(
        "$ref to nothing",
        reference("#/components/schemas/Nothing"),
        "does not have: #/components/schemas/Nothing");
    add(
        "oversize",
        RawServer.answering(DocumentReader.MAX_BYTES + 1, BadPlaces::drip),
        "too large");
    add("a long chain of references", chain(), "cannot be processed");
    add(
        "YAML aliases",
        answer(200, "application/yaml", "a: &a [1]\nb: *a\n"),
        "anchors or aliases");
    add("a deep document", answer(200, "application/json", "{\"a\":".repeat(5000)), "JSON");
    add("a deep YAML document", answer(200, "text/yaml", "a: " + "[".repeat(5000)), "deep");
    add(
        "duplicate keys",
        answer(200, "application/json", "{\"openapi\":\"3.0.1\",\"openapi\":\"3.0.1\"}"),
        "Duplicate");
    add("an invalid document", changed("servers", "none"), "not valid OpenAPI");
    add("not this API", withoutProducts(), "GET /v1/products");
    places.put("no such file", new Place("/no/such/file.json", "does not exist"));
    places.put("no known scheme", new Place("ftp://example.com/swagger.json", "neither http"));
    places.put("no URL", new Place("http://exa mple/", "not a URL"));
  }

  public Map<String, Place> all() {
    return places;
  }

  private void add(String name, RawServer server, String reason) {
    open.add(server);
    places.put(name, new Place(server.url(), reason));
  }

  private static RawServer answer(int status, String type, String body) throws IOException {
    return RawServer.answering(status, type, body);
  }

  private static RawServer document(String json) throws IOException {
    return answer(200, "application/json", Documents.json(json).toString());
  }

  private static RawServer changed(String key, String value) throws IOException {
    return answer(200, "application/json", SmallContract.document().put(key, value).toString());
  }

  private static RawServer reference(String target) throws IOException {
    ObjectNode document = SmallContract.document();
    Documents.property(document, "ProductModel", "name").removeAll().put("$ref", target);
    return answer(200, "application/json", document.toString());
  }

  private static RawServer withoutProducts() throws IOException {
    ObjectNode document = SmallContract.document();
    ((ObjectNode) document.get("paths")).remove("/v1/products");
    return answer(200, "application/json", document.toString());
  }

  private static RawServer redirect(String target) throws IOException {
    return RawServer.answering(
        (out, closed) ->
            out.write(
                ("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * A body whose end is the end of the connection, so that only its content shows that it is cut.
   */
  private static RawServer unsized(String body) throws IOException {
    return RawServer.answering(
        (out, closed) ->
            out.write(
                ("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private static void drip(OutputStream out, CountDownLatch closed)
      throws IOException, InterruptedException {
    while (closed.getCount() > 0) {
      out.write('{');
      out.flush();
      RawServer.pause(closed, 100);
    }
  }

  /** Each schema is the next one: none is a part of itself, but nothing gets to the end. */
  private static RawServer chain() throws IOException {
    ObjectNode document = SmallContract.document();
    for (int i = 0; i < 50_000; i++) {
      document
          .withObject("/components/schemas")
          .putObject("C" + i)
          .put("$ref", "#/components/schemas/" + (i == 49_999 ? "ProductModel" : "C" + (i + 1)));
    }
    return answer(200, "application/json", document.toString());
  }

  private static String refused() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + taken.getLocalPort() + "/swagger.json";
    }
  }

  /** A listener whose queue is full: it takes no connection and refuses none. */
  private String blackHole() throws IOException {
    ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(full);
    for (int i = 0; i < 3; i++) {
      Socket waiting = new Socket();
      open.add(waiting);
      Thread connect = new Thread(() -> connect(waiting, full), "fills-the-queue");
      connect.setDaemon(true);
      connect.start();
    }
    return "http://127.0.0.1:" + full.getLocalPort() + "/swagger.json";
  }

  private static void connect(Socket socket, ServerSocket to) {
    try {
      socket.connect(to.getLocalSocketAddress());
    } catch (IOException e) {
      // It waits until the end of the test.
    }
  }

  @Override
  public void close() throws IOException {
    for (Closeable closeable : open) {
      closeable.close();
    }
  }
}
