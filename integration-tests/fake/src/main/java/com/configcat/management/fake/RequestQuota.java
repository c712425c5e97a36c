package com.configcat.management.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests of each operation a credential may send. What exceeds it is answered with 429.
 *
 * <p>The service documents about 20 requests a second and 500 a minute; how it counts them is not
 * known, so the algorithm can be chosen. Immutable.
 */
public final class RequestQuota {
  private static final Pattern LIMIT = Pattern.compile("([1-9][0-9]{0,8})/(s|sec|min|m|h)");

  /** How requests are counted. */
  public enum Algorithm {
    /** In windows that begin at full multiples of the period. */
    FIXED,
    /** Over the period that ends now. */
    SLIDING,
    /** By a bucket that is full at first and refills evenly. */
    BUCKET
  }

  /**
   * A number of requests in a period.
   *
   * @param requests at least 1
   * @param period longer than nothing
   */
  record Limit(int requests, Duration period) {}

  private final List<Limit> limits;
  private final Algorithm algorithm;

  private RequestQuota(List<Limit> limits, Algorithm algorithm) {
    this.limits = List.copyOf(limits);
    this.algorithm = algorithm;
  }

  /**
   * Allows any number of requests.
   *
   * @return no quota
   */
  public static RequestQuota none() {
    return new RequestQuota(List.of(), Algorithm.SLIDING);
  }

  /**
   * Returns the quota that the service documents: 20 requests a second and 500 a minute.
   *
   * @return the quota, counted by a sliding window
   */
  public static RequestQuota ofService() {
    return parse("20/s,500/min");
  }

  /**
   * Reads a quota.
   *
   * @param text {@code none}, or limits separated by commas, each a number and {@code s}, {@code
   *     min} or {@code h}: {@code 20/s,500/min}
   * @return the quota, counted by a sliding window
   * @throws IllegalArgumentException if the text is none
   */
  public static RequestQuota parse(String text) {
    Objects.requireNonNull(text, "text");
    if (text.equals("none")) {
      return none();
    }
    List<Limit> limits = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = LIMIT.matcher(part.trim().toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'" + part.trim() + "' is not a limit such as 20/s or 500/min");
      }
      limits.add(new Limit(Integer.parseInt(matcher.group(1)), period(matcher.group(2))));
    }
    limits.sort(Comparator.comparing(Limit::period));
    return new RequestQuota(limits, Algorithm.SLIDING);
  }

  private static Duration period(String unit) {
    return switch (unit.charAt(0)) {
      case 's' -> Duration.ofSeconds(1);
      case 'm' -> Duration.ofMinutes(1);
      default -> Duration.ofHours(1);
    };
  }

  /**
   * Changes how requests are counted.
   *
   * @param newAlgorithm how
   * @return a changed copy
   */
  public RequestQuota counted(Algorithm newAlgorithm) {
    return new RequestQuota(limits, Objects.requireNonNull(newAlgorithm, "newAlgorithm"));
  }

  /** From the shortest period to the longest. */
  List<Limit> limits() {
    return limits;
  }

  Algorithm algorithm() {
    return algorithm;
  }
}
