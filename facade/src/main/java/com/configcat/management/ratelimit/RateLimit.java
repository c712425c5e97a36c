package com.configcat.management.ratelimit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A number of requests that no window of a length may exceed, wherever the window starts.
 *
 * @param requests at least 1
 * @param window more than zero, at most a day
 */
public record RateLimit(int requests, Duration window) {
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Makes a limit.
   *
   * @param requests at least 1
   * @param window more than zero, at most a day
   * @throws IllegalArgumentException if one of them is out of range
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
   * Makes a limit for a second.
   *
   * @param requests at least 1
   * @return the limit
   */
  public static RateLimit perSecond(int requests) {
    return new RateLimit(requests, Duration.ofSeconds(1));
  }

  /**
   * Makes a limit for a minute.
   *
   * @param requests at least 1
   * @return the limit
   */
  public static RateLimit perMinute(int requests) {
    return new RateLimit(requests, Duration.ofMinutes(1));
  }

  /**
   * Returns what the service allows for each operation.
   *
   * @return 20 a second and 500 a minute
   */
  public static List<RateLimit> ofTheService() {
    return List.of(perSecond(20), perMinute(500));
  }
}
