package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Several instances in virtual time, each with its own clock, and a service that counts requests
 * some time after they were granted.
 */
@Timeout(60)
class Bucket4jSimulationTest {
  private static final Operation LIST = new Operation("GET", "/v1/products");
  private static final long MILLI = 1_000_000;
  private static final int CALLS = 1_500;

  /** Time enough to fill any bucket. */
  private static final long FILLED = Duration.ofMinutes(5).toNanos();

  @Test
  void noWindowAtTheServiceSeesMoreThanTheLimit() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 40; run++) {
      Duration margin = Duration.ofMillis(1 + random.nextInt(2_000));
      long clocks = (long) (random.nextDouble() * margin.toNanos() / 2);
      Run simulated =
          new Run(RateLimit.ofTheService(), margin, new Random(random.nextLong()))
              .instances(1 + random.nextInt(8), clocks)
              .latency(margin.toNanos() - clocks)
              .quietTimes(random.nextBoolean())
              .losses(random.nextInt(3));

      assertThat(simulated.tooMany())
          .as("seed %s, run %s, margin %s: requests too many", seed, run, margin)
          .isZero();
    }
  }

  @Test
  void instancesWithMuchToDoGetTheFullRateTogether() {
    Run run =
        new Run(RateLimit.ofTheService(), Duration.ofSeconds(1), new Random(1))
            .instances(4, 0)
            .latency(Duration.ofMillis(100).toNanos());

    assertThat(run.tooMany()).isZero();
    double seconds = run.nanos() / 1e9;
    assertThat(CALLS / seconds).as("calls a second").isBetween(7.95, 8.1);
  }

  /** A store that restarts without its data, or evicts buckets, while all instances call. */
  @Test
  void lostBucketsGrantNothingBeyondTheLimit() {
    Run run =
        new Run(RateLimit.ofTheService(), Duration.ofSeconds(1), new Random(1))
            .instances(3, 0)
            .losses(20);

    assertThat(run.tooMany()).as("requests too many").isZero();
    assertThat(CALLS / (run.nanos() / 1e9)).as("calls a second").isGreaterThan(7.8);
  }

  /** Shows that the simulation finds what it looks for, and that the margin is what it must be. */
  @Test
  void moreLatencyThanTheMarginCanBeTooMuch() {
    List<RateLimit> limits = List.of(RateLimit.perSecond(20));
    Duration margin = Duration.ofMillis(500);
    long late = margin.toNanos();

    assertThat(worstCase(limits, margin, late - 1)).as("within the margin").isZero();
    assertThat(worstCase(limits, margin, 2 * late)).as("beyond it").isPositive();
  }

  /** All of a while are as late as can be, and those that come after are not. */
  private static int worstCase(List<RateLimit> limits, Duration margin, long latency) {
    Run run = new Run(limits, margin, new Random(1)).instances(1, 0);
    run.latencyAt = sinceFirst -> Math.max(0, latency - sinceFirst);
    return run.tooMany();
  }

  private interface Latency {
    long at(long sinceFirst);
  }

  private static final class Run {
    private final VirtualTime time = new VirtualTime();
    private final Map<String, byte[]> buckets = new ConcurrentHashMap<>();
    private final List<Long> counted = new ArrayList<>();
    private final List<RateLimit> limits;
    private final Duration margin;
    private final Random random;
    private Latency latencyAt = sinceFirst -> 0;
    private long first = -1;
    private boolean quiet;

    Run(List<RateLimit> limits, Duration margin, Random random) {
      this.limits = limits;
      this.margin = margin;
      this.random = random;
    }

    /** The instances begin when the bucket is full. */
    Run instances(int count, long clocksApart) {
      limiter(0).tryAcquire(LIST);
      for (int i = 0; i < count; i++) {
        long ahead = (long) (random.nextDouble() * clocksApart);
        RateLimiter limiter = limiter(ahead);
        time.schedule(FILLED + random.nextInt(1_000) * MILLI, () -> send(limiter));
      }
      return this;
    }

    private RateLimiter limiter(long clockAhead) {
      return Bucket4jRateLimiter.of(
          new Bucket4jStore(buckets, () -> Math.addExact(time.nanoTime(), clockAhead)),
          "user",
          limits,
          margin);
    }

    /** Lets the store forget all buckets now and then, seconds apart. */
    Run losses(int count) {
      for (int i = 0; i < count; i++) {
        time.schedule(FILLED + random.nextInt(60_000) * MILLI, buckets::clear);
      }
      return this;
    }

    Run latency(long most) {
      latencyAt = sinceFirst -> (long) (random.nextDouble() * most);
      return this;
    }

    Run quietTimes(boolean some) {
      quiet = some;
      return this;
    }

    private void send(RateLimiter limiter) {
      if (counted.size() >= CALLS) {
        return;
      }
      Acquisition answer = limiter.tryAcquire(LIST);
      if (answer.permit().isPresent()) {
        first = first < 0 ? time.nanoTime() : first;
        counted.add(time.nanoTime() + latencyAt.at(time.nanoTime() - first));
      }
      long pause = quiet && random.nextInt(50) == 0 ? random.nextInt(20_000) * MILLI : 0;
      time.schedule(answer.retryIn().toNanos() + pause, () -> send(limiter));
    }

    /** Runs to the end, and looks at every window. */
    int tooMany() {
      while (time.advanceToNext()) {}
      assertThat(counted).hasSize(CALLS);
      Collections.sort(counted);
      int many = 0;
      for (RateLimit limit : limits) {
        for (int i = limit.requests(); i < counted.size(); i++) {
          if (counted.get(i) - counted.get(i - limit.requests()) < limit.window().toNanos()) {
            many++;
          }
        }
      }
      return many;
    }

    long nanos() {
      return counted.get(counted.size() - 1) - counted.get(0);
    }
  }
}
