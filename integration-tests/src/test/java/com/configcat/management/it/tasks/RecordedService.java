package com.configcat.management.it.tasks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** What a service answered to a task, kept to be answered again without a network. */
final class RecordedService {
  /** A request and its answer. */
  record Exchange(String request, String sent, int status, String body) {
    boolean isWrite() {
      return !request.startsWith("GET ");
    }

    /** The request without what tells one resource from another. */
    String operation() {
      return request.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=/)[0-9]+", "{id}");
    }
  }

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int FAR_TOO_MANY = 30;

  /** Made once: it takes time to set up TLS. */
  private static final OkHttpClient HTTP = new OkHttpClient();

  private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());

  List<Exchange> exchanges() {
    return exchanges;
  }

  /** Makes an HTTP client that keeps what passes. */
  OkHttpClient recorder() {
    return HTTP.newBuilder().addInterceptor(this::record).build();
  }

  private Response record(Interceptor.Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    String body = answer.body().string();
    exchanges.add(
        new Exchange(operation(chain.request()), sent(chain.request()), answer.code(), body));
    return answer.newBuilder().body(ResponseBody.create(body, answer.body().contentType())).build();
  }

  private static String operation(Request request) {
    String query = request.url().encodedQuery();
    return request.method()
        + " "
        + request.url().encodedPath()
        + (query == null ? "" : "?" + query);
  }

  private static String sent(Request request) throws IOException {
    Buffer buffer = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(buffer);
    }
    return buffer.readUtf8();
  }

  /** Makes an HTTP client that answers as the run of the moment does. */
  static OkHttpClient player(Supplier<Replay> replay) {
    return HTTP.newBuilder().addInterceptor(chain -> replay.get().intercept(chain)).build();
  }

  /** Answers as recorded, but for one answer. */
  Replay with(Exchange changed, String body) {
    return new Replay(changed, body);
  }

  /** One run of a task on what was recorded. */
  final class Replay {
    private final Exchange changed;
    private final String body;
    private final Map<String, Integer> asked = new HashMap<>();
    private final List<Exchange> writes = new ArrayList<>();
    private int requests;

    private Replay(Exchange changed, String body) {
      this.changed = changed;
      this.body = body;
    }

    List<Exchange> writes() {
      return writes;
    }

    private synchronized Response intercept(Interceptor.Chain chain) throws IOException {
      String operation = operation(chain.request());
      if (++requests > exchanges.size() + FAR_TOO_MANY) {
        throw new AssertionError("The client does not stop sending " + operation);
      }
      @Nullable Exchange exchange = next(operation);
      Exchange answer =
          exchange == null
              ? new Exchange(operation, "", 404, "")
              : exchange == changed
                  ? new Exchange(operation, exchange.sent(), exchange.status(), body)
                  : exchange;
      if (answer.isWrite()) {
        writes.add(new Exchange(operation, sent(chain.request()), answer.status(), answer.body()));
      }
      return new Response.Builder()
          .request(chain.request())
          .protocol(Protocol.HTTP_1_1)
          .code(answer.status())
          .message("")
          .body(ResponseBody.create(answer.body(), JSON))
          .build();
    }

    /** Returns the next answer to an operation, and its last one from then on. */
    private @Nullable Exchange next(String operation) {
      List<Exchange> all =
          exchanges.stream().filter(each -> each.request().equals(operation)).toList();
      int number = Objects.requireNonNull(asked.merge(operation, 1, Integer::sum));
      return all.isEmpty() ? null : all.get(Math.min(number, all.size()) - 1);
    }
  }
}
