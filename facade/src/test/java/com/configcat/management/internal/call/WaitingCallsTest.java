package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.TransportException;
import com.configcat.management.model.ProductModel;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.http.GET;

/** Calls that wait, in real time: what ends the wait, and what it costs. */
@Timeout(60)
class WaitingCallsTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final RateLimiter NEVER = operation -> Acquisition.retryIn(LONG);

  private final MockWebServer server = MockServers.create();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ConfigCatManagementClient client(RateLimiter limiter, Duration deadline) {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .baseUrl(server.url("/").uri())
        .rateLimiter(limiter)
        .callOptions(CallOptions.defaults().deadline(deadline))
        .build();
  }

  private static Call<List<ProductModel>> call(ConfigCatManagementClient client) {
    return client.api(ProductsApi.class).getProducts();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("waited too long until %s", what).isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("configcat-management-"))
        .sorted()
        .toList();
  }

  /** Runs something that waits on a thread of its own, and returns it once it waits. */
  private static Thread waiting(Runnable blocking) {
    Thread thread = new Thread(blocking, "waits");
    thread.setDaemon(true);
    thread.start();
    await("it waits", () -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  @Test
  void anInterruptEndsAWaitAndStaysSet() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    try (ConfigCatManagementClient client = client(NEVER, LONG.multipliedBy(2))) {
      Thread thread =
          waiting(
              () -> {
                thrown.set(catchThrowable(() -> client.products().list()));
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      thread.interrupt();
      thread.join();
    }

    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            TransportException.class, failure -> assertThat(failure.attempts()).isZero())
        .hasMessageContaining("interrupted");
    assertThat(interrupted).hasValue(true);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void cancellingEndsAWait() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (ConfigCatManagementClient client = client(NEVER, LONG.multipliedBy(2))) {
      Call<?> call = call(client);
      Thread thread = waiting(() -> thrown.set(catchThrowable(call::execute)));
      call.cancel();
      thread.join();
    }

    assertThat(thrown.get())
        .hasCauseInstanceOf(TransportException.class)
        .hasMessageContaining("cancelled");
  }

  @Test
  void cancellingAPromiseCancelsItsCall() {
    try (ConfigCatManagementClient client = client(NEVER, LONG.multipliedBy(2))) {
      Call<List<ProductModel>> call = call(client);
      CompletableFuture<List<ProductModel>> future = client.enqueue(call);

      assertThat(future.cancel(true)).isTrue();

      assertThat(call.isCanceled()).isTrue();
      assertThat(future.cancel(true)).isTrue();
    }
  }

  @Test
  void closingEndsWhateverWaits() throws Exception {
    ConfigCatManagementClient client = client(NEVER, LONG.multipliedBy(2));
    AtomicReference<Throwable> blocking = new AtomicReference<>();
    Thread thread = waiting(() -> blocking.set(catchThrowable(() -> client.products().list())));
    CompletableFuture<List<ProductModel>> promised = client.enqueue(call(client));

    client.close();
    thread.join();

    assertThat(blocking.get())
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("the client was closed");
    assertThat(catchThrowable(promised::join))
        .hasCauseInstanceOf(TransportException.class)
        .hasMessageContaining("the client was closed");
    assertThatIllegalStateException().isThrownBy(() -> client.enqueue(call(client)));
    await("no thread is left", () -> threads().isEmpty());
  }

  @Test
  void closingEndsWhateverIsBeingSent() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            sent.countDown();
            return new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();
          }
        });
    ConfigCatManagementClient client = client(RateLimiter.unlimited(), LONG);
    CompletableFuture<List<ProductModel>> promised = client.enqueue(call(client));
    assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();

    client.close();

    assertThat(catchThrowable(promised::join)).hasCauseInstanceOf(TransportException.class);
    await("no thread is left", () -> threads().isEmpty());
  }

  @Test
  void nothingThatAnEventListenerThrowsHoldsUpTheEnd() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    CountDownLatch sent = new CountDownLatch(3);
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            sent.countDown();
            return new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build();
          }
        });
    EventListener broken =
        new EventListener() {
          @Override
          public void canceled(okhttp3.Call call) {
            told.add(Thread.currentThread().getName());
            throw new IllegalStateException("broken");
          }
        };
    ConfigCatManagementClient client =
        ConfigCatManagementClient.builder()
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .httpClient(new OkHttpClient.Builder().eventListener(broken).build())
            .build();
    ConfigCatManagementClient hasty =
        client.withOptions(options -> options.deadline(Duration.ofMillis(200)));

    assertThat(catchThrowable(() -> hasty.products().list()))
        .isInstanceOf(DeadlineExceededException.class);
    assertThat(told.take()).startsWith("configcat-management-queue-");
    CompletableFuture<?> one = client.enqueue(call(client));
    CompletableFuture<?> other = client.enqueue(call(client));
    assertThat(sent.await(20, TimeUnit.SECONDS)).isTrue();
    client.close();

    assertThat(one).failsWithin(Duration.ofSeconds(20));
    assertThat(other).failsWithin(Duration.ofSeconds(20));
  }

  @Test
  void waitingCallsHoldNoThreadAndLittleMemory() {
    RateLimiter ten = RateLimiter.slidingWindow(List.of(RateLimit.perMinute(10)));
    ConfigCatManagementClient client = client(ten, Duration.ofDays(1));
    for (int i = 0; i < 10; i++) {
      server.enqueue(new MockResponse.Builder().body("[]").build());
      client.products().list();
    }
    await("the client is idle", () -> threads().isEmpty());
    long heap = heap();

    // The last of them could be sent within the longest deadline there is, but not long before it.
    List<CompletableFuture<List<ProductModel>>> promised = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      promised.add(client.enqueue(call(client)));
    }

    // What took them in goes on for as long as a thread may be idle.
    await("at most two threads are left", () -> threads().size() <= 2);
    long grown = heap() - heap;
    assertThat(grown).as("bytes").isLessThan(20_000_000);
    assertThat(promised).noneMatch(CompletableFuture::isDone);
    client.close();
    assertThat(promised).allMatch(future -> catchThrowable(future::join) != null);
    await("no thread is left", () -> threads().isEmpty());
  }

  private static long heap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  @Test
  void anIdleClientHasNoThread() {
    server.enqueue(new MockResponse.Builder().body("[]").build());
    try (ConfigCatManagementClient client = client(RateLimiter.unlimited(), LONG)) {
      assertThat(client.enqueue(call(client)).join()).isEmpty();

      await("the client is idle", () -> threads().isEmpty());
    }
  }

  @Test
  void callbacksRunOnAThreadForCalls() throws Exception {
    server.enqueue(new MockResponse.Builder().code(503).build());
    server.enqueue(new MockResponse.Builder().body("[]").build());
    List<String> names = new ArrayList<>();
    CountDownLatch called = new CountDownLatch(3);
    Callback<List<ProductModel>> callback =
        new Callback<>() {
          @Override
          public void onResponse(
              Call<List<ProductModel>> call, Response<List<ProductModel>> response) {
            note();
          }

          @Override
          public void onFailure(Call<List<ProductModel>> call, Throwable failure) {
            note();
          }

          private void note() {
            synchronized (names) {
              names.add(Thread.currentThread().getName());
            }
            called.countDown();
          }
        };
    try (ConfigCatManagementClient sending = client(RateLimiter.unlimited(), LONG);
        ConfigCatManagementClient late = client(NEVER, Duration.ofMillis(20));
        ConfigCatManagementClient cancelled = client(NEVER, LONG.multipliedBy(2))) {
      call(sending).enqueue(callback);
      call(late).enqueue(callback);
      Call<List<ProductModel>> call = call(cancelled);
      call.enqueue(callback);
      call.cancel();

      assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(names).hasSize(3).allMatch(name -> name.startsWith("configcat-management-call-"));
  }

  @Test
  void aDeadlineEndsAWaitThatNobodyKnewToBeTooLong() {
    RateLimiter unsure = operation -> Acquisition.retryIn(Duration.ofMillis(30));
    try (ConfigCatManagementClient client = client(unsure, Duration.ofMillis(100))) {
      assertThat(catchThrowable(() -> client.products().list()))
          .isInstanceOf(DeadlineExceededException.class);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void callsThatFollowEnqueuedOnesGetTheirTurn() {
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            String me = "/v1/me";
            return new MockResponse.Builder()
                .body(request.getUrl().encodedPath().equals(me) ? "{}" : "[]")
                .build();
          }
        });
    RateLimiter slow = RateLimiter.slidingWindow(List.of(new RateLimit(20, Duration.ofMillis(50))));
    RateLimiter uneven =
        operation ->
            operation.path().equals("/v1/me")
                ? slow.tryAcquire(operation)
                : RateLimiter.unlimited().tryAcquire(operation);
    try (ConfigCatManagementClient client = client(uneven, LONG)) {
      // More than there are threads for enqueued calls: each waits on one of them for its turn.
      CompletableFuture<?>[] promised =
          Stream.generate(() -> client.enqueue(call(client)).thenApply(list -> client.me().get()))
              .limit(200)
              .toArray(CompletableFuture[]::new);

      assertThat(CompletableFuture.allOf(promised)).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  @Test
  void aLimiterThatFailsEndsTheCallAndNotTheLine() {
    AtomicReference<Error> broken = new AtomicReference<>(new LinkageError("no database"));
    RateLimiter limiter =
        operation -> {
          Error failure = broken.getAndSet(null);
          if (failure != null) {
            throw failure;
          }
          return RateLimiter.unlimited().tryAcquire(operation);
        };
    server.enqueue(new MockResponse.Builder().body("[]").build());
    try (ConfigCatManagementClient client = client(limiter, LONG)) {
      assertThat(catchThrowable(() -> client.products().list()))
          .isInstanceOf(TransportException.class)
          .hasRootCauseMessage("no database")
          .hasMessage("GET /v1/products was not sent: the rate limiter failed");
      assertThat(client.products().list()).isEmpty();
    }
  }

  @Test
  void knowsItsOwnCalls() {
    try (ConfigCatManagementClient client = client(NEVER, LONG)) {
      Foreign foreign =
          new Retrofit.Builder().baseUrl(server.url("/")).build().create(Foreign.class);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.enqueue(foreign.call()))
          .withMessageContaining("api(...)");
    }
  }

  private interface Foreign {
    @GET("/")
    Call<ResponseBody> call();
  }
}
