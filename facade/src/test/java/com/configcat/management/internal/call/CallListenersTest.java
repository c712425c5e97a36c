package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.VirtualClients;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallInfo;
import com.configcat.management.listener.CallListener;
import com.configcat.management.listener.CallStarted;
import com.configcat.management.listener.OperationPaused;
import com.configcat.management.listener.RetryScheduled;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.RateLimiter;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;
import retrofit2.Call;

class CallListenersTest {
  private static final String SDK_KEY =
      "configcat-sdk-1/aaaaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbbbbbbbb";

  private final MockWebServer server = MockServers.create();
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    server.start();
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "3").build());
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .setHeader("X-Rate-Limit-Remaining", "17")
            .body("\"" + SDK_KEY + "\"")
            .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void callWith(CallListener... listeners) {
    var builder =
        VirtualClients.builder(new VirtualTime(), 0.5)
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri());
    for (CallListener listener : listeners) {
      builder.listener(listener);
    }
    try (ConfigCatManagementClient client = builder.build()) {
      assertThat(
              catchThrowable(
                  () -> client.updateFlagBySdkKey(SdkKey.of(SDK_KEY), "secret-flag", true, "why")))
          .hasMessageContaining("400");
    }
  }

  @Test
  void tellsWhatBecomesOfACall() {
    callWith(new Recording());

    assertThat(events)
        .containsExactly(
            "call 1 started",
            "started 1 after PT0S",
            "ended 1 with 429",
            "paused PT3S",
            "retry 1 in PT3S: RATE_LIMITED",
            "started 2 after PT3.025S",
            "ended 2 with null",
            "retry 2 in PT0.25S: NO_ANSWER",
            "started 3 after PT0S",
            "ended 3 with 400, 17 left",
            "call 1 ended with 400 after 3 attempts and PT3.275S: null");
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, AssertionError.class})
  void letsNoListenerChangeACall(Class<? extends Throwable> failure) {
    CallListener broken =
        (CallListener)
            Proxy.newProxyInstance(
                CallListener.class.getClassLoader(),
                new Class<?>[] {CallListener.class},
                (proxy, method, arguments) -> {
                  throw failure.getConstructor().newInstance();
                });

    callWith(broken, new Recording());

    assertThat(events).hasSize(11);
  }

  @Test
  void writesOperationStatusAndTimeToTheLogAndNoSecret() {
    Logger logger =
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                  if (method.getReturnType() == boolean.class) {
                    return true; // Every level is on.
                  }
                  String line = (String) arguments[0];
                  Object[] values = (Object[]) arguments[1];
                  events.add(
                      method.getName()
                          + " "
                          + MessageFormatter.arrayFormat(line, values).getMessage());
                  return null;
                });

    callWith(new CallLog(logger));

    String put = "#1 PUT /v1/settings/{settingKeyOrId}/value: ";
    assertThat(events)
        .filteredOn(line -> !line.startsWith("trace"))
        .map(line -> line.replaceFirst("in \\d+ ms \\(", "in 0 ms ("))
        .containsExactly(
            "debug " + put + "429 in 0 ms (attempt 1)",
            "warn "
                + put
                + "the service asked for a pause of 3000 ms; all calls of the operation wait",
            "info " + put + "repeated in 3000 ms, RATE_LIMITED (attempt 1)",
            "debug " + put + "no answer in 0 ms (attempt 2)",
            "info " + put + "repeated in 250 ms, NO_ANSWER (attempt 2)",
            "debug " + put + "400 in 0 ms (attempt 3)",
            "debug " + put + "ended with 400 after 3275 ms (3 attempts)");
    assertThat(String.join("\n", events)).doesNotContain("secret-flag", "why", "p4ssw0rd", "aaaa");
  }

  @Test
  void tellsThatACallNeverBegan() {
    try (ConfigCatManagementClient client =
        VirtualClients.builder(new VirtualTime(), 0.5)
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .rateLimiter(operation -> Acquisition.retryIn(Duration.ofHours(1)))
            .listener(new Recording())
            .build()) {
      assertThat(catchThrowable(() -> client.products().list())).isNotNull();
    }

    assertThat(events)
        .containsExactly(
            "call 1 started",
            "call 1 ended with null after 0 attempts and PT0S: DeadlineExceededException");
  }

  @Test
  void startsABlockingCallOnItsThreadBeforeItWaits() {
    VirtualTime time = new VirtualTime();
    Starts starts = new Starts(time);
    try (ConfigCatManagementClient client = waitingClient(time, starts)) {
      client.api(ProductsApi.class).getProducts().execute();
    } catch (IOException expected) {
      // It is answered 429, then without a body.
    }

    assertThat(starts.threads).containsExactly(Thread.currentThread());
    assertThat(starts.times).containsExactly(Duration.ZERO);
    assertThat(starts.calls).hasSize(1);
  }

  @Test
  void startsAnEnqueuedCallOnTheThreadThatEnqueuesItBeforeItWaits() {
    VirtualTime time = new VirtualTime();
    Starts starts = new Starts(time);
    try (ConfigCatManagementClient client = waitingClient(time, starts)) {
      CompletableFuture<?> future = client.enqueue(client.api(ProductsApi.class).getProducts());

      assertThat(starts.threads).containsExactly(Thread.currentThread());
      assertThat(starts.times).containsExactly(Duration.ZERO);
      future.cancel(true);
    }
    assertThat(starts.calls).hasSize(1);
  }

  @Test
  void startsEachOfConcurrentReadsOnTheCallersThread() {
    server.close();
    VirtualTime time = new VirtualTime();
    Starts starts = new Starts(time);
    try (ConfigCatManagementClient client = waitingClient(time, starts)) {
      ProductsApi api = client.api(ProductsApi.class);
      ConcurrentReads reads = new ConcurrentReads();
      for (int i = 0; i < ConcurrentReads.MAX_IN_FLIGHT + 2; i++) {
        reads.addOptional(api.getProducts());
      }
      assertThat(catchThrowable(reads::run)).isInstanceOf(ConfigCatException.class);
    }

    assertThat(starts.threads)
        .hasSizeGreaterThanOrEqualTo(ConcurrentReads.MAX_IN_FLIGHT)
        .containsOnly(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsACallThatIsCancelledWhileItStartsAfterItHasStarted(boolean enqueued) {
    AtomicReference<Call<?>> call = new AtomicReference<>();
    CountDownLatch ended = new CountDownLatch(1);
    CallListener cancelling =
        new CallListener() {
          @Override
          public void callStarted(CallStarted event) {
            Objects.requireNonNull(call.get()).cancel();
            // Long enough for another thread to end it.
            events.add(awaits(ended, 100) ? "cancelled too late" : "cancelled");
          }

          @Override
          public void callEnded(CallEnded event) {
            events.add("ended: " + Objects.requireNonNull(event.failure()).getMessage());
            ended.countDown();
          }
        };
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder()
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .listener(cancelling)
            .build()) {
      call.set(client.api(ProductsApi.class).getProducts());
      if (enqueued) {
        client.enqueue(call.get()).exceptionally(expected -> null);
      } else {
        assertThat(catchThrowable(() -> call.get().execute())).isInstanceOf(IOException.class);
      }
      assertThat(awaits(ended, 30_000)).isTrue();
    }

    assertThat(events).hasSize(2).startsWith("cancelled");
    assertThat(events.get(1)).contains("cancelled");
  }

  private static boolean awaits(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes a client each of whose calls waits a second at first. */
  private ConfigCatManagementClient waitingClient(VirtualTime time, CallListener listener) {
    return VirtualClients.builder(time, 0.5)
        .credentials("user", "p4ssw0rd")
        .baseUrl(server.url("/").uri())
        .rateLimiter(
            operation ->
                time.elapsed().toSeconds() < 1
                    ? Acquisition.retryIn(Duration.ofSeconds(1))
                    : RateLimiter.unlimited().tryAcquire(operation))
        .listener(listener)
        .build();
  }

  private static final class Starts implements CallListener {
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    final List<Duration> times = new CopyOnWriteArrayList<>();
    final Set<CallInfo> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    private final VirtualTime time;

    Starts(VirtualTime time) {
      this.time = time;
    }

    @Override
    public void callStarted(CallStarted event) {
      threads.add(Thread.currentThread());
      times.add(time.elapsed());
      add(event.call());
    }

    @Override
    public void attemptStarted(AttemptStarted event) {
      add(event.call());
    }

    @Override
    public void attemptEnded(AttemptEnded event) {
      add(event.call());
    }

    @Override
    public void callEnded(CallEnded event) {
      add(event.call());
    }

    private synchronized void add(CallInfo call) {
      calls.add(call);
    }
  }

  private final class Recording implements CallListener {
    @Override
    public void callStarted(CallStarted event) {
      events.add("call " + event.call().id() + " started");
    }

    @Override
    public void attemptStarted(AttemptStarted event) {
      events.add("started " + event.attempt() + " after " + event.waited());
    }

    @Override
    public void attemptEnded(AttemptEnded event) {
      events.add(
          "ended "
              + event.attempt()
              + " with "
              + event.statusCode()
              + (event.quotaRemaining() == null ? "" : ", " + event.quotaRemaining() + " left"));
    }

    @Override
    public void operationPaused(OperationPaused event) {
      events.add("paused " + event.duration());
    }

    @Override
    public void retryScheduled(RetryScheduled event) {
      events.add("retry " + event.attempt() + " in " + event.delay() + ": " + event.reason());
    }

    @Override
    public void callEnded(CallEnded event) {
      events.add(
          "call %s ended with %s after %s attempts and %s: %s"
              .formatted(
                  event.call().id(),
                  event.statusCode(),
                  event.attempts(),
                  event.duration(),
                  event.failure() == null ? null : event.failure().getClass().getSimpleName()));
    }
  }
}
