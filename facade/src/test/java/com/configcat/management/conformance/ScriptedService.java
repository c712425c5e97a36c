package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The service of one vector: it answers as the exchanges say and keeps what it saw. */
final class ScriptedService {
  private static final int FAR_TOO_MANY = 20;

  private final List<Vector.Exchange> script;
  private final SteppedTime time;
  private final List<Arrival> arrivals = new ArrayList<>();

  /** An attempt that arrived. */
  static final class Arrival {
    private final long atMs;
    private @Nullable String head;
    private String body = "";

    Arrival(long atMs) {
      this.atMs = atMs;
    }

    void read(byte[] request) {
      String text = new String(request, StandardCharsets.UTF_8);
      int end = text.indexOf("\r\n\r\n");
      head = text.substring(0, end);
      body = text.substring(end + 4);
    }

    @Override
    public String toString() {
      return (head == null ? "an attempt" : head.lines().findFirst().orElseThrow())
          + " at "
          + atMs
          + " ms";
    }
  }

  ScriptedService(List<Vector.Exchange> script, SteppedTime time) {
    this.script = script;
    this.time = time;
  }

  /** An HTTP client whose network this service is. */
  OkHttpClient httpClient() {
    return new OkHttpClient.Builder().dns(this::lookup).socketFactory(new Sockets()).build();
  }

  private List<InetAddress> lookup(String host) throws UnknownHostException {
    if (next().hasFault("unknown_host")) {
      connect();
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
  }

  private synchronized Vector.Exchange next() {
    return arrivals.size() < script.size()
        ? script.get(arrivals.size())
        : new Vector.Exchange(new JsonObject(), unexpected());
  }

  private static JsonObject unexpected() {
    JsonObject answer = new JsonObject();
    answer.addProperty("fault", "connect_refused");
    return answer;
  }

  synchronized ScriptedSocket.Attempt connect() {
    if (arrivals.size() > script.size() + FAR_TOO_MANY) {
      throw new AssertionError("The client does not stop sending");
    }
    Vector.Exchange exchange = next();
    Arrival arrival = new Arrival(time.elapsedMs());
    arrivals.add(arrival);
    return new ScriptedSocket.Attempt(exchange, arrival);
  }

  /** Checks that what arrived is what the vector expects. */
  void check() {
    assertThat(arrivals).as("attempts").hasSize(script.size());
    for (int i = 0; i < script.size(); i++) {
      check(script.get(i).request(), arrivals.get(i), "request " + i + ": ");
    }
  }

  private static void check(JsonObject expected, Arrival arrival, String what) {
    if (expected.has("atMs")) {
      assertThat(arrival.atMs).as(what + "time").isEqualTo(expected.get("atMs").getAsLong());
    }
    if (arrival.head == null) {
      return;
    }
    String line = arrival.head.lines().findFirst().orElseThrow();
    int blank = line.indexOf(' ');
    if (expected.has("method")) {
      assertThat(line.substring(0, blank))
          .as(what + "method")
          .isEqualTo(expected.get("method").getAsString());
    }
    if (expected.has("target")) {
      assertThat(line.substring(blank + 1, line.lastIndexOf(' ')))
          .as(what + "target")
          .isEqualTo(expected.get("target").getAsString());
    }
    if (expected.has("headers")) {
      expected
          .getAsJsonObject("headers")
          .asMap()
          .forEach(
              (name, value) ->
                  assertThat(values(arrival.head, name))
                      .as(what + name)
                      .containsExactly(value.getAsString()));
    }
    if (expected.has("absentHeaders")) {
      expected
          .getAsJsonArray("absentHeaders")
          .forEach(
              name ->
                  assertThat(values(arrival.head, name.getAsString())).as(what + name).isEmpty());
    }
    if (expected.has("noBody")) {
      assertThat(arrival.body).as(what + "body").isEmpty();
    }
    if (expected.has("body")) {
      JsonElement body = JsonParser.parseString(arrival.body);
      assertThat(body).as(what + "body").isEqualTo(expected.get("body"));
      Json.checkNumbers(expected, body);
    }
  }

  private static List<String> values(String head, String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .toList();
  }

  private final class Sockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new ScriptedSocket(ScriptedService.this, time);
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
