package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ratelimit.Bucket4jBandwidths.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class Bucket4jBandwidthsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Nanoseconds by which Bucket4j may grant later than could be. */
  private static final long ROUNDING = 1_000;

  @Test
  void keepsTheServicesLimitsAtAlmostTheirFullRate() {
    Bucket4jBandwidths shared = Bucket4jBandwidths.of(RateLimit.ofTheService(), SECOND);

    assertThat(shared.all())
        .as("what the Javadoc of Bucket4jRateLimiter says")
        .containsExactly(
            new Bandwidth(4, 16, Duration.ofSeconds(2).toNanos()),
            new Bandwidth(15, 485, Duration.ofSeconds(61).toNanos()));
    assertThat(steady(shared) * 1e9).isBetween(7.95, 7.96);
  }

  @Test
  void capacityAndGainAreTheLimitAndTheRateIsNearTheBest() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Duration margin = Duration.ofMillis(random.nextInt(5_000));
      List<RateLimit> limits =
          Stream.generate(() -> limit(random)).limit(1 + random.nextInt(3)).toList();
      Bucket4jBandwidths shared = Bucket4jBandwidths.of(limits, margin);

      double best = Double.MAX_VALUE;
      for (int k = 0; k < limits.size(); k++) {
        Bandwidth bandwidth = shared.all().get(k);
        int requests = limits.get(k).requests();
        assertThat(bandwidth.capacity() + bandwidth.gain())
            .as("seed %s, %s with margin %s", seed, limits, margin)
            .isEqualTo(Math.max(2, requests));
        assertThat(bandwidth.capacity()).isBetween(1, Math.max(1, requests / 2));
        assertThat(bandwidth.nanos()).isEqualTo(limits.get(k).window().plus(margin).toNanos());
        best = Math.min(best, (double) Math.max(1, requests - 1) / bandwidth.nanos());
      }
      assertThat(steady(shared))
          .as("seed %s, %s with margin %s", seed, limits, margin)
          .isGreaterThanOrEqualTo(0.97 * best * (1 - 1e-9));
    }
  }

  /** What is granted for one limit, in the worst case, by asking all the time. */
  @Test
  void grantsAtMostTheLimitInAnyWindowAndMargin() {
    for (RateLimit limit :
        List.of(
            RateLimit.perSecond(1),
            RateLimit.perSecond(2),
            RateLimit.perSecond(20),
            RateLimit.perMinute(500),
            new RateLimit(7, Duration.ofNanos(1_234_567_891)))) {
      Bucket4jBandwidths shared = Bucket4jBandwidths.of(List.of(limit), Duration.ofMillis(700));
      long[] grants = grants(shared, 3 * limit.requests() + 3);

      long window = limit.window().toNanos() + Duration.ofMillis(700).toNanos();
      for (int i = limit.requests(); i < grants.length; i++) {
        assertThat(grants[i] - grants[i - limit.requests()])
            .as("%s: grants %s apart, %s after another", limit, limit.requests(), i)
            .isGreaterThanOrEqualTo(window);
      }
      assertThat(Arrays.stream(grants).filter(at -> at <= window + ROUNDING).count())
          .as("%s: all that may be granted is", limit)
          .isEqualTo(Math.max(2, limit.requests()));
    }
  }

  @Test
  void earliestIsWhenItIsGrantedAtBest() {
    Bucket4jBandwidths shared = Bucket4jBandwidths.of(RateLimit.ofTheService(), Duration.ZERO);
    long[] grants = grants(shared, 1_200);

    for (int ahead = 0; ahead < grants.length; ahead++) {
      assertThat(shared.earliest(ahead).toNanos())
          .as("%s ahead", ahead)
          .isLessThanOrEqualTo(grants[ahead])
          .isGreaterThan(grants[ahead] - ROUNDING);
    }
  }

  @Test
  void earliestLeavesTheMarginForClocksThatDisagree() {
    Bucket4jBandwidths shared =
        Bucket4jBandwidths.of(List.of(RateLimit.perSecond(2)), Duration.ofSeconds(3));

    assertThat(shared.earliest(0)).isZero();
    assertThat(shared.earliest(1)).isEqualTo(Duration.ofSeconds(4 - 3));
    assertThat(shared.earliest(Integer.MAX_VALUE)).isGreaterThan(Duration.ofDays(365));
  }

  /** When permits of a full bucket are granted to someone who takes each as soon as it is there. */
  private static long[] grants(Bucket4jBandwidths shared, int count) {
    AtomicLong now = new AtomicLong();
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(new Meter(now));
    Arrays.stream(shared.configuration().getBandwidths()).forEach(builder::addLimit);
    Bucket bucket = builder.build();
    assertThat(bucket.getAvailableTokens()).as("tokens of a new bucket").isZero();
    long start = Duration.ofDays(1).toNanos();
    now.set(start);
    long[] grants = new long[count];
    for (int i = 0; i < count; i++) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      while (!probe.isConsumed()) {
        now.addAndGet(Math.max(1, probe.getNanosToWaitForRefill())); // It rounds down.
        probe = bucket.tryConsumeAndReturnRemaining(1);
      }
      grants[i] = now.get() - start;
    }
    return grants;
  }

  private static double steady(Bucket4jBandwidths shared) {
    return shared.all().stream().mapToDouble(Bandwidth::permitsPerNano).min().orElseThrow();
  }

  private static RateLimit limit(Random random) {
    return new RateLimit(
        1 + random.nextInt(random.nextBoolean() ? 10 : 5_000),
        Duration.ofMillis(1 + random.nextInt(100_000)));
  }

  private record Meter(AtomicLong nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
