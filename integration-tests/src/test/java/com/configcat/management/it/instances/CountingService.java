package com.configcat.management.it.instances;

import com.configcat.management.ratelimit.RateLimit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A service with the limits of ConfigCat's in sliding windows, which requests take a while to
 * reach. Counts those for Products.
 */
final class CountingService extends Dispatcher implements AutoCloseable {
  private static final long SLOWEST = Duration.ofMillis(100).toNanos();

  private final MockWebServer server = new MockWebServer();
  private final List<Long> counted = new ArrayList<>();
  private volatile long stalledUntil = System.nanoTime();
  private int refused;

  CountingService() throws Exception {
    server.setDispatcher(this);
    server.start();
  }

  URI baseUrl() {
    return server.url("/").uri();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    if (request.getUrl().encodedPath().equals("/v1/products")) {
      long stalled = Math.max(0, stalledUntil - System.nanoTime());
      TimeUnit.NANOSECONDS.sleep(stalled + ThreadLocalRandom.current().nextLong(SLOWEST));
      if (!isAdmitted()) {
        return new MockResponse.Builder().code(429).build();
      }
    }
    return new MockResponse.Builder().body("[]").build();
  }

  /** Holds requests up on their way for that long; then they arrive all at once. */
  void stall(Duration time) {
    stalledUntil = System.nanoTime() + time.toNanos();
  }

  private synchronized boolean isAdmitted() {
    long now = System.nanoTime();
    counted.add(now);
    boolean tooMany =
        RateLimit.ofTheService().stream()
            .anyMatch(limit -> count(now - limit.window().toNanos() + 1, now) > limit.requests());
    refused += tooMany ? 1 : 0;
    return !tooMany;
  }

  synchronized int refused() {
    return refused;
  }

  synchronized List<Long> counted() {
    return List.copyOf(counted);
  }

  /** Returns how many requests came from one time to another, both included. */
  synchronized int count(long from, long to) {
    return (int) counted.stream().filter(at -> at - from >= 0 && at - to <= 0).count();
  }

  /** Returns how many requests came in the fullest window of that length. */
  int most(Duration window) {
    return counted().stream().mapToInt(at -> count(at, at + window.toNanos() - 1)).max().orElse(0);
  }

  /** Returns how many came in the emptiest window that lies wholly between two times. */
  int fewest(Duration window, long from, long to) {
    return counted().stream()
        .filter(at -> at - from >= 0 && at + window.toNanos() - to <= 0)
        .mapToInt(at -> count(at + 1, at + window.toNanos()))
        .min()
        .orElseThrow(() -> new AssertionError("No full window of " + window));
  }

  @Override
  public void close() {
    server.close();
  }
}
