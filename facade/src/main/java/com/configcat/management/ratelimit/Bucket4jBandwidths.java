package com.configcat.management.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Capacities and refill rates with which a shared bucket keeps the limits.
 *
 * <p>The requests that the service counts within a window W were granted within W plus the margin
 * m. Over that time, a bucket with capacity C and refill n grants at most C + n permits, which must
 * not exceed the limit N.
 *
 * @param all one bandwidth per limit
 * @param margin the time added to each window
 */
record Bucket4jBandwidths(List<Bandwidth> all, Duration margin) {
  /** The fraction of the best steady rate to keep; the rest is traded for capacity. */
  private static final double KEPT = 0.97;

  Bucket4jBandwidths {
    all = List.copyOf(all);
  }

  /**
   * A burst capacity and a steady refill.
   *
   * @param capacity at least 1
   * @param gain permits refilled per period, at least 1
   * @param nanos the refill period, greater than zero
   */
  record Bandwidth(int capacity, int gain, long nanos) {
    double permitsPerNano() {
      return (double) gain / nanos;
    }
  }

  static Bucket4jBandwidths of(List<RateLimit> limits, Duration margin) {
    double steady = KEPT * bestPermitsPerNano(limits, margin);
    return new Bucket4jBandwidths(
        limits.stream().map(limit -> bandwidth(limit, margin, steady)).toList(), margin);
  }

  /** Returns the rate with a capacity of one permit per bucket. */
  private static double bestPermitsPerNano(List<RateLimit> limits, Duration margin) {
    return limits.stream()
        .map(limit -> bandwidth(limit.requests(), 1, nanos(limit, margin)))
        .mapToDouble(Bandwidth::permitsPerNano)
        .min()
        .orElseThrow();
  }

  /**
   * Uses the capacity that the steady rate can spare, and at most half the limit: with more, the
   * refill would be too slow.
   */
  private static Bandwidth bandwidth(RateLimit limit, Duration margin, double steady) {
    long nanos = nanos(limit, margin);
    int spare = (int) Math.floor(limit.requests() - steady * nanos);
    int capacity = Math.max(1, Math.min(limit.requests() / 2, spare));
    return bandwidth(limit.requests(), capacity, nanos);
  }

  /**
   * A limit of 1 is kept although C + n is 2: with capacity 1, the next permit takes the whole
   * period.
   */
  private static Bandwidth bandwidth(int requests, int capacity, long nanos) {
    return new Bandwidth(capacity, Math.max(1, requests - capacity), nanos);
  }

  private static long nanos(RateLimit limit, Duration margin) {
    return limit.window().plus(margin).toNanos();
  }

  /**
   * Returns the shortest wait for a request behind {@code ahead} others, starting with a full
   * bucket.
   */
  Duration earliest(int ahead) {
    double nanos = 0;
    for (Bandwidth bandwidth : all) {
      double lacking = ahead + 1.0 - bandwidth.capacity();
      nanos = Math.max(nanos, lacking * bandwidth.nanos() / bandwidth.gain());
    }
    // The bucket's clock may be ahead of this instance's by as much as the margin allows for.
    return Duration.ofNanos((long) Math.max(0, nanos - margin.toNanos()));
  }

  /** Returns a stable text for these numbers, the same on every machine and in every release. */
  String text() {
    return all.stream()
        .map(b -> b.capacity() + "+" + b.gain() + "/" + b.nanos())
        .collect(Collectors.joining(","));
  }

  /**
   * A new bucket is empty, since it may replace one that the store has lost: together they grant no
   * more than the lost one would have.
   */
  BucketConfiguration configuration() {
    ConfigurationBuilder builder = BucketConfiguration.builder();
    for (Bandwidth bandwidth : all) {
      builder.addLimit(
          limit ->
              limit
                  .capacity(bandwidth.capacity())
                  .refillGreedy(bandwidth.gain(), Duration.ofNanos(bandwidth.nanos()))
                  .initialTokens(0));
    }
    return builder.build();
  }
}
