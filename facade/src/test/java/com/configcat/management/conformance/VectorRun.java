package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.VirtualClients;
import com.configcat.management.core.CallOptions;
import com.configcat.management.internal.call.ManagedCall;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** One vector on its way: a client, its calls and the service that answers them. */
final class VectorRun {
  private static final GeneratedMethods OPERATIONS = new GeneratedMethods();

  /** How the client is called. */
  enum Way {
    BLOCKING,
    ENQUEUED
  }

  private final Vector vector;
  private final Way way;
  private final Instant start;
  private final SteppedTime time;
  private final ScriptedService service;
  private final List<Vector.Call> calls;
  private final @Nullable Outcome[] outcomes;

  VectorRun(Vector vector, Way way) {
    this.vector = vector;
    this.way = way;
    this.start = Instant.parse(text("clock", "2026-08-01T12:00:00Z"));
    this.time = new SteppedTime(start);
    this.service = new ScriptedService(vector.exchanges(), time);
    this.calls = vector.calls();
    this.outcomes = new Outcome[calls.size()];
  }

  void run() {
    try (ConfigCatManagementClient client = client()) {
      for (int i = 0; i < outcomes.length; i++) {
        int number = i;
        long startAt = TimeUnit.MILLISECONDS.toNanos(calls.get(i).startAtMs());
        time.schedule(startAt, () -> start(client, number));
      }
      time.run();
    }
    service.check();
    for (int i = 0; i < outcomes.length; i++) {
      assertThat(outcomes[i]).as("call " + i + " has ended").isNotNull();
      outcomes[i].check(calls.get(i).outcome(), start);
    }
  }

  private void start(ConfigCatManagementClient client, int number) {
    Vector.Call call = calls.get(number);
    Call<Object> made;
    try {
      made =
          OPERATIONS.call(
              call.options().isEmpty() ? client : client.withOptions(o -> options(call, o)), call);
    } catch (RuntimeException e) {
      ended(number, null, e);
      return;
    }
    if (way == Way.ENQUEUED) {
      var ignored =
          client.enqueue(made).whenComplete((value, failure) -> ended(number, value, failure));
    } else {
      time.start(() -> runBlocking(made, number));
    }
    if (call.json().has("cancelAtMs")) {
      long cancelAt = call.json().get("cancelAtMs").getAsLong() - call.startAtMs();
      time.schedule(TimeUnit.MILLISECONDS.toNanos(cancelAt), made::cancel);
    }
  }

  private void runBlocking(Call<Object> call, int number) {
    Object value;
    try {
      value = ManagedCall.run(call);
    } catch (RuntimeException e) {
      ended(number, null, e);
      return;
    }
    ended(number, value, null);
  }

  private void ended(int number, @Nullable Object value, @Nullable Throwable failure) {
    ParameterizedType type =
        (ParameterizedType) OPERATIONS.method(calls.get(number)).getGenericReturnType();
    Type answer = type.getActualTypeArguments()[0];
    assertThat(outcomes[number]).as("an earlier end of call " + number).isNull();
    outcomes[number] = new Outcome(value, answer, failure, time.elapsedMs());
  }

  private static CallOptions options(Vector.Call call, CallOptions defaults) {
    CallOptions options = defaults;
    JsonObject set = call.options();
    if (set.has("deadlineMs")) {
      options = options.deadline(Duration.ofMillis(set.get("deadlineMs").getAsLong()));
    }
    if (set.has("maxAttempts")) {
      options = options.maxAttempts(set.get("maxAttempts").getAsInt());
    }
    return set.has("retryWrites")
        ? options.retryWrites(set.get("retryWrites").getAsBoolean())
        : options;
  }

  private ConfigCatManagementClient client() {
    JsonObject settings = vector.client();
    double random = settings.has("random") ? settings.get("random").getAsDouble() : 0;
    ConfigCatManagementClientBuilder builder =
        VirtualClients.builder(time, time.executor(), random)
            .credentials(text("user", "api-user"), text("password", "api-p4ssw0rd"))
            .baseUrl("http://localhost" + text("basePath", ""))
            .readTimeout(Duration.ofSeconds(30))
            .httpClient(service.httpClient());
    if (settings.has("limits")) {
      builder.rateLimiter(limiter(settings.getAsJsonArray("limits").asList()));
    }
    return builder.build();
  }

  private RateLimiter limiter(List<JsonElement> limits) {
    return limits.isEmpty()
        ? RateLimiter.unlimited()
        : RateLimiter.slidingWindow(
            limits.stream().map(JsonElement::getAsJsonObject).map(VectorRun::limit).toList(),
            time::nanoTime);
  }

  private static RateLimit limit(JsonObject limit) {
    return new RateLimit(
        limit.get("permits").getAsInt(), Duration.ofMillis(limit.get("windowMs").getAsLong()));
  }

  private String text(String name, String otherwise) {
    JsonObject settings = vector.client();
    return settings.has(name) ? settings.get(name).getAsString() : otherwise;
  }
}
