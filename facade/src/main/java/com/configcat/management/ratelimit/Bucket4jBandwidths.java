package com.configcat.management.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many permits a shared bucket holds and how fast it gains them, so that limits are kept.
 *
 * <p>What the service counts within a window W was granted within W and the margin m. In such a
 * time a bucket of capacity C that gains n in it grants at most C + n, which is to be at most the
 * limit N.
 *
 * @param all one for each limit
 * @param margin how much longer than the window the bucket has to look
 */
record Bucket4jBandwidths(List<Bandwidth> all, Duration margin) {
  /** How much of the best steady rate is kept; the rest buys capacity. */
  private static final double KEPT = 0.97;

  Bucket4jBandwidths {
    all = List.copyOf(all);
  }

  /**
   * A number of permits at once and a number that comes evenly in a time.
   *
   * @param capacity at least 1
   * @param gain at least 1
   * @param nanos more than zero
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

  /** As if each bucket held a single permit. */
  private static double bestPermitsPerNano(List<RateLimit> limits, Duration margin) {
    return limits.stream()
        .map(limit -> bandwidth(limit.requests(), 1, nanos(limit, margin)))
        .mapToDouble(Bandwidth::permitsPerNano)
        .min()
        .orElseThrow();
  }

  /** Holds as many as the steady rate can spare, and at most half: more would come too slowly. */
  private static Bandwidth bandwidth(RateLimit limit, Duration margin, double steady) {
    long nanos = nanos(limit, margin);
    int spare = (int) Math.floor(limit.requests() - steady * nanos);
    int capacity = Math.max(1, Math.min(limit.requests() / 2, spare));
    return bandwidth(limit.requests(), capacity, nanos);
  }

  /** A limit of 1 is kept by capacity 1 alone: it then takes all the time to gain the next. */
  private static Bandwidth bandwidth(int requests, int capacity, long nanos) {
    return new Bandwidth(capacity, Math.max(1, requests - capacity), nanos);
  }

  private static long nanos(RateLimit limit, Duration margin) {
    return limit.window().plus(margin).toNanos();
  }

  /** Returns the least time until one can be sent that others go before, from a full bucket. */
  Duration earliest(int ahead) {
    double nanos = 0;
    for (Bandwidth bandwidth : all) {
      double lacking = ahead + 1.0 - bandwidth.capacity();
      nanos = Math.max(nanos, lacking * bandwidth.nanos() / bandwidth.gain());
    }
    // The bucket's time may run ahead of this instance's by as much as the clocks disagree.
    return Duration.ofNanos((long) Math.max(0, nanos - margin.toNanos()));
  }

  /** Returns the same text for the same numbers, on every machine and with every release. */
  String text() {
    return all.stream()
        .map(b -> b.capacity() + "+" + b.gain() + "/" + b.nanos())
        .collect(Collectors.joining(","));
  }

  BucketConfiguration configuration() {
    ConfigurationBuilder builder = BucketConfiguration.builder();
    for (Bandwidth bandwidth : all) {
      builder.addLimit(
          limit ->
              limit
                  .capacity(bandwidth.capacity())
                  .refillGreedy(bandwidth.gain(), Duration.ofNanos(bandwidth.nanos())));
    }
    return builder.build();
  }
}
