package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.model.ProductModel;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Real sockets, threads and time, against a server that enforces a policy to the nanosecond.
 *
 * <p>The policy is 20 in a second and 50 in 6 seconds, made faster by {@code realtime.speed}, 20
 * times if not set, so that this takes seconds.
 */
@Timeout(300)
class RealTimeLimitTest {
  private static final int SPEED = Integer.getInteger("realtime.speed", 20);
  private static final List<RateLimit> POLICY =
      List.of(
          new RateLimit(20, Duration.ofSeconds(1).dividedBy(SPEED)),
          new RateLimit(50, Duration.ofSeconds(6).dividedBy(SPEED)));

  private final MockWebServer server = MockServers.create();
  private final StrictServer strict = new StrictServer();
  private ConfigCatManagementClient client;

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(strict);
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("user", "p4ssw0rd")
            .baseUrl(server.url("/").uri())
            .rateLimiter(RateLimiter.slidingWindow(POLICY))
            .callOptions(CallOptions.defaults().deadline(Duration.ofHours(1)))
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void sixteenThreadsAreNeverRefused() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> done = new ArrayList<>();
      for (int thread = 0; thread < 16; thread++) {
        done.add(
            threads.submit(() -> IntStream.range(0, 16).forEach(i -> client.products().list())));
      }
      for (Future<?> thread : done) {
        thread.get(4, TimeUnit.MINUTES);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(strict.refused).as("answers with 429").hasValue(0);
    assertThat(strict.admitted()).isEqualTo(256);
  }

  @Test
  void fiveHundredEnqueuedCallsAreNeverRefused() {
    ProductsApi products = client.api(ProductsApi.class);
    List<CompletableFuture<List<ProductModel>>> promised =
        IntStream.range(0, 500).mapToObj(i -> client.enqueue(products.getProducts())).toList();

    promised.forEach(CompletableFuture::join);

    assertThat(strict.refused).as("answers with 429").hasValue(0);
    assertThat(strict.admitted()).isEqualTo(500);
  }

  /** Counts in sliding windows when it begins to answer, and takes some time for that. */
  private static final class StrictServer extends Dispatcher {
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Deque<Long>> windows =
        POLICY.stream().<Deque<Long>>map(limit -> new ArrayDeque<>()).toList();
    private int admitted;

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if (!admits(System.nanoTime())) {
        refused.incrementAndGet();
        return new MockResponse.Builder().code(429).build();
      }
      return new MockResponse.Builder()
          .body("[]")
          .headersDelay(admitted() % 7, TimeUnit.MILLISECONDS)
          .build();
    }

    private synchronized boolean admits(long now) {
      boolean admits = true;
      for (int i = 0; i < windows.size(); i++) {
        Deque<Long> window = windows.get(i);
        while (!window.isEmpty() && now - window.peek() >= POLICY.get(i).window().toNanos()) {
          window.poll();
        }
        admits &= window.size() < POLICY.get(i).requests();
      }
      if (admits) {
        windows.forEach(window -> window.add(now));
        admitted++;
      }
      return admits;
    }

    private synchronized int admitted() {
      return admitted;
    }
  }
}
