package com.configcat.management.ratelimit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The maximum number of requests in any time window of a given length, wherever the window starts.
 *
 * @param requests the maximum number of requests; at least 1
 * @param window the length of the window; greater than zero, at most one day
 */
public record RateLimit(int requests, Duration window) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Creates a limit.
   *
   * @param requests the maximum number of requests; at least 1
   * @param window the length of the window; greater than zero, at most one day
   * @throws IllegalArgumentException if either is out of range
   */
  public RateLimit {
    Objects.requireNonNull(window, "window is null: give one such as Duration.ofSeconds(1)");
    if (requests < 1) {
      throw new IllegalArgumentException(
          "A limit of " + requests + " requests lets nothing through: give 1 or more");
    }
    if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The window " + window + " is not between zero and a day: give one such as PT1S");
    }
  }

  /**
   * Creates a limit per second.
   *
   * @param requests the maximum number of requests; at least 1
   * @return the limit
   */
  public static RateLimit perSecond(int requests) {
    return new RateLimit(requests, Duration.ofSeconds(1));
  }

  /**
   * Creates a limit per minute.
   *
   * @param requests the maximum number of requests; at least 1
   * @return the limit
   */
  public static RateLimit perMinute(int requests) {
    return new RateLimit(requests, Duration.ofMinutes(1));
  }

  /**
   * Returns the part of this limit that one of several may use.
   *
   * @param share greater than 0, at most 1
   * @return a limit for the same window, with as much of the requests, rounded down; at least 1
   * @throws IllegalArgumentException if the share is out of range
   */
  public RateLimit share(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "The share " + share + " is not between 0 and 1: give one such as 0.5 for a half");
    }
    // Decimal, as written: in binary, 0.29 of 100 is less than 29.
    int requests = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(requests())).intValue();
    return new RateLimit(Math.max(1, requests), window);
  }

  /**
   * Returns the service's limits, which apply to each operation separately.
   *
   * @return 20 requests per second and 500 per minute
   */
  public static List<RateLimit> ofTheService() {
    return List.of(perSecond(20), perMinute(500));
  }
}
