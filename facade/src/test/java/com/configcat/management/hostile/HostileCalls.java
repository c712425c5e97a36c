package com.configcat.management.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.VirtualClients;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.ApiException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.internal.call.ManagedCall;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntSupplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes every kind of call, blocking and enqueued, and holds each to a verdict. */
final class HostileCalls {
  /** The longest backoff before a second attempt is half a second, of which half is drawn. */
  private static final Duration BACKOFF = Duration.ofMillis(250);

  /** Generous: for a machine that does other things as well. */
  private static final Duration PROMPT = Duration.ofSeconds(20);

  private static final Duration DEADLINE = Duration.ofMinutes(2);

  private HostileCalls() {}

  private static ConfigCatManagementClientBuilder configured(
      ConfigCatManagementClientBuilder builder, String url, OkHttpClient http) {
    return builder
        .credentials("user", "p4ssw0rd")
        .baseUrl(url)
        .httpClient(http)
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(CallOptions.defaults().maxAttempts(2));
  }

  /**
   * Makes the calls one after the other, in virtual time and with one client, so that each may get
   * the connection that the last one left behind.
   */
  static void check(String url, OkHttpClient http, IntSupplier requests, ExpectedOutcome verdict) {
    VirtualTime time = new VirtualTime();
    try (ConfigCatManagementClient client =
        configured(VirtualClients.builder(time, 0.5), url, http).build()) {
      for (Action action : Action.values()) {
        for (Way way : Way.values()) {
          Duration began = time.elapsed();
          Runnable passing =
              () -> {
                boolean more = time.advanceToNext();
                assertThat(more).as("there is something to wait for").isTrue();
              };
          check(client, action, way, passing, requests, verdict);
          boolean again = verdict.requests(action) > 1;
          assertThat(time.elapsed().minus(began))
              .as("time of %s %s", way, action)
              .isEqualTo(again ? BACKOFF : Duration.ZERO);
        }
      }
    }
  }

  /** Lets the deadline pass, in virtual time, while the server is answering each call. */
  static void checkDeadline(
      String url, OkHttpClient http, IntSupplier requests, ExpectedOutcome verdict) {
    for (Action action : Action.values()) {
      for (Way way : Way.values()) {
        VirtualTime time = new VirtualTime();
        OkHttpClient own = http.newBuilder().connectionPool(new ConnectionPool()).build();
        int before = requests.getAsInt();
        try (ConfigCatManagementClient client =
            configured(VirtualClients.builder(time, 0.5), url, own).build()) {
          CompletableFuture<Void> ended =
              CompletableFuture.runAsync(
                  () -> check(client, action, way, () -> pause(1), verdict),
                  task -> new Thread(task, "hostile").start());
          while (requests.getAsInt() == before) {
            pause(1);
          }
          pause(10); // For the client to read what there is to read.
          time.advance(DEADLINE);
          ended.join();
        }
        assertThat(requests.getAsInt() - before).as("requests").isEqualTo(1);
      }
    }
  }

  /** Whatever was done before, the next call gets its own answer. */
  static void checkGood(String url, OkHttpClient http) {
    try (ConfigCatManagementClient client =
        configured(VirtualClients.builder(new VirtualTime(), 0.5), url, http).build()) {
      assertThat(Action.name(ManagedCall.run(Action.GET.of(client)))).isEqualTo("good");
    }
  }

  private static void check(
      ConfigCatManagementClient client,
      Action action,
      Way way,
      Runnable passing,
      IntSupplier requests,
      ExpectedOutcome verdict) {
    int before = requests.getAsInt();
    check(client, action, way, passing, verdict);
    assertThat(requests.getAsInt() - before)
        .as("requests of %s %s", way, action)
        .isEqualTo(verdict.requests(action));
  }

  private static void check(
      ConfigCatManagementClient client,
      Action action,
      Way way,
      Runnable passing,
      ExpectedOutcome verdict) {
    long began = System.nanoTime();
    Object answer = null;
    Throwable failure = null;
    try {
      answer = way.run(client, action.of(client), passing);
    } catch (CompletionException e) {
      failure = e.getCause();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    String call = way + " " + action;
    check(call, action, answer, failure, verdict);
    assertThat(took).as("real time of %s", call).isLessThan(PROMPT);
  }

  private static void check(
      String call,
      Action action,
      @Nullable Object answer,
      @Nullable Throwable failure,
      ExpectedOutcome verdict) {
    if (verdict.failure() == null) {
      assertThat(failure).as(call).isNull();
      if (verdict.name() != null) {
        assertThat(Action.name(answer)).as(call).isEqualTo(verdict.name());
      }
      return;
    }
    assertThat(failure).as(call).isExactlyInstanceOf(verdict.failure());
    ConfigCatException typed = (ConfigCatException) failure;
    assertThat(typed.requestMayHaveBeenApplied())
        .as("requestMayHaveBeenApplied of %s: %s", call, typed)
        .isEqualTo(verdict.applied() && action != Action.GET);
    assertThat(typed.attempts()).as("attempts of %s", call).isEqualTo(verdict.requests(action));
    assertThat(typed.getMessage()).doesNotContain("p4ssw0rd").doesNotContainPattern("\\p{Cc}");
    if (typed instanceof ApiException api) {
      assertThat(api.statusCode()).as(call).isEqualTo(verdict.status());
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private enum Way {
    BLOCKING {
      @Override
      Object run(ConfigCatManagementClient client, Call<?> call, Runnable passing) {
        return ManagedCall.run(call);
      }
    },
    ENQUEUED {
      @Override
      Object run(ConfigCatManagementClient client, Call<?> call, Runnable passing) {
        CompletableFuture<?> future = client.enqueue(call);
        while (!future.isDone()) {
          passing.run();
        }
        return future.join();
      }
    };

    abstract Object run(ConfigCatManagementClient client, Call<?> call, Runnable passing);
  }
}
