package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limiter beside one that looks at every request there ever was, under a random load. */
class RandomLoadTest {
  /** Another one: {@code -Dlimiter.seed=...}. */
  private static final long SEED = Long.getLong("limiter.seed", 4);

  private static final Operation OPERATION = new Operation("GET", "/v1/products");
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final List<List<RateLimit>> LIMITS =
      List.of(
          RateLimit.ofTheService(),
          List.of(RateLimit.perSecond(1)),
          List.of(RateLimit.perSecond(5)),
          List.of(limit(3, 100), limit(5, 1000), limit(8, 2500)),
          List.of(limit(50, 1000), limit(7, 3000)),
          List.of(limit(4, 1000), limit(9, 1000), limit(30, 4000)));

  private static RateLimit limit(int requests, int millis) {
    return new RateLimit(requests, Duration.ofMillis(millis));
  }

  static LongStream seeds() {
    return LongStream.range(SEED * 1000, SEED * 1000 + 42);
  }

  private final List<TimedRequest> requests = new ArrayList<>();
  private final Map<TimedRequest, Permit> running = new HashMap<>();
  private List<RateLimit> limits;
  private Random random;

  // Close to where nanoseconds overflow, as they may anywhere.
  private final long origin = Long.MAX_VALUE - 2 * SECOND;
  private long now;

  private RateLimiter start(long seed) {
    random = new Random(seed);
    limits = LIMITS.get((int) (seed % LIMITS.size()));
    return RateLimiter.slidingWindow(limits, () -> origin + now);
  }

  private String seeded(long seed) {
    return "seed " + seed + ", limits " + limits + ", after " + requests.size() + " requests";
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsEveryWindowAndNeverWaitsInVain(long seed) {
    RateLimiter limiter = start(seed);
    for (int step = 0; step < 1500; step++) {
      switch (random.nextInt(6)) {
        case 0, 1 -> now += (long) (random.nextDouble() * SECOND / 20);
        case 2 -> now += (long) (random.nextDouble() * random.nextDouble() * SECOND);
        case 3 -> endOne();
        default -> {
          long expected = leastWait();
          Acquisition answer = limiter.tryAcquire(OPERATION);
          assertThat(answer.retryIn().toNanos()).as(seeded(seed)).isEqualTo(expected);
          answer.permit().ifPresent(this::begin);
          if (random.nextInt(3) == 0) {
            now += answer.retryIn().toNanos();
          }
        }
      }
    }

    while (!running.isEmpty()) {
      endOne();
    }
    assertThat(requests).as(seeded(seed)).hasSizeGreaterThan(50);
    for (RateLimit limit : limits) {
      assertThat(TimedRequest.mostInAWindow(requests, limit.window().toNanos()))
          .as("%s: most in %s", seeded(seed), limit)
          .isLessThanOrEqualTo(limit.requests());
    }
  }

  private void begin(Permit permit) {
    TimedRequest request = new TimedRequest(now);
    requests.add(request);
    running.put(request, permit);
  }

  private void endOne() {
    if (running.isEmpty()) {
      return;
    }
    TimedRequest request =
        requests.stream()
            .filter(running::containsKey)
            .skip(random.nextInt(running.size()))
            .findFirst()
            .orElseThrow();
    Permit permit = running.remove(request);
    switch (random.nextInt(8)) {
      case 0 -> {
        permit.unanswered();
        request.end(now + 2 * SECOND);
      }
      case 1 -> {
        permit.unused();
        requests.remove(request);
      }
      default -> {
        permit.answered();
        request.end(now);
      }
    }
  }

  /** Tries all instants at which anything changes, as if all that runs ended now. */
  private long leastWait() {
    long[] ends =
        requests.stream().mapToLong(r -> running.containsKey(r) ? now : r.end()).toArray();
    return LongStream.concat(
                LongStream.of(now),
                limits.stream()
                    .mapToLong(limit -> limit.window().toNanos())
                    .flatMap(window -> LongStream.of(ends).map(end -> end + window)))
            .filter(at -> at >= now)
            .sorted()
            .filter(at -> limits.stream().allMatch(limit -> isFree(limit, ends, at)))
            .findFirst()
            .orElseThrow()
        - now;
  }

  private boolean isFree(RateLimit limit, long[] ends, long at) {
    // What runs counts now, even in a window of no length.
    long since = at - limit.window().toNanos();
    return LongStream.of(ends).filter(end -> end > since).count() < limit.requests();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverExpectsMoreThanComes(long seed) {
    RateLimiter limiter = start(seed);
    ArrayDeque<Long> estimates = new ArrayDeque<>();
    int sent = 0;
    while (sent < 400) {
      int arrivals = random.nextInt(4) == 0 ? random.nextInt(40) : 0;
      for (int i = 0; i < arrivals; i++) {
        estimates.add(now + limiter.earliest(OPERATION, estimates.size()).toNanos());
      }
      while (!estimates.isEmpty()) {
        Acquisition answer = limiter.tryAcquire(OPERATION);
        if (answer.permit().isEmpty()) {
          break;
        }
        begin(answer.permit().get());
        sent++;
        assertThat(now).as(seeded(seed)).isGreaterThanOrEqualTo(estimates.remove());
      }
      now += (long) (random.nextDouble() * SECOND / 4);
      List.copyOf(running.values()).stream()
          .filter(permit -> random.nextInt(3) > 0)
          .forEach(this::end);
    }
  }

  private void end(Permit permit) {
    running.values().remove(permit);
    if (random.nextInt(10) == 0) {
      permit.unanswered();
    } else {
      permit.answered();
    }
  }
}
