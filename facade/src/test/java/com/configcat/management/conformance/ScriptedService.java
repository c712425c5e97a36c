package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.UnconnectedSocketFactory;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;

/** The service of one vector: it answers as the exchanges say and keeps what it saw. */
final class ScriptedService {
  private static final int FAR_TOO_MANY = 20;

  private final List<Vector.Exchange> script;
  private final SteppedTime time;
  private final List<Arrival> arrivals = new ArrayList<>();

  ScriptedService(List<Vector.Exchange> script, SteppedTime time) {
    this.script = script;
    this.time = time;
  }

  /** An HTTP client whose network this service is. */
  OkHttpClient httpClient() {
    return new OkHttpClient.Builder()
        .dns(this::lookup)
        .socketFactory(new UnconnectedSocketFactory(() -> new ScriptedSocket(this, time)))
        .build();
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
      arrivals.get(i).check(script.get(i).request(), "request " + i + ": ");
    }
  }
}
