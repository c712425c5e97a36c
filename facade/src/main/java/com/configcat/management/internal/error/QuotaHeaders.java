package com.configcat.management.internal.error;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response's rate-limit headers. One that cannot be parsed is ignored; of several the most
 * cautious wins.
 */
public final class QuotaHeaders {
  /** Whatever the service says, it is asked again after that long. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** The longest window in which the service counts requests. */
  private static final Duration LONGEST_PERIOD = Duration.ofMinutes(1);

  /** Smaller differences between the clocks are ignored: the Date header has no fractions. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

  private static final long EPOCH_MILLIS_FROM = 100_000_000_000L;
  private static final long EPOCH_SECONDS_FROM = 1_000_000_000L;
  private static final int MAX_DIGITS = 15;
  private static final String RETRY_AFTER = "Retry-After";
  private static final String REMAINING = "X-Rate-Limit-Remaining";
  private static final String RESET = "X-Rate-Limit-Reset";

  private final Headers headers;
  private final Instant received;

  /** Reads the headers of a response that was received at the given time of this machine. */
  public QuotaHeaders(Headers headers, Instant received) {
    this.headers = headers;
    this.received = received;
  }

  /** Returns whether there are any, which costs less than reading them. */
  public static boolean areIn(Headers headers) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.name(i);
      if (name.equalsIgnoreCase(RETRY_AFTER) || name.equalsIgnoreCase(REMAINING)) {
        return true; // A reset means nothing without what remains.
      }
    }
    return false;
  }

  /** Returns the current time on the clock that the headers use. */
  private Instant now() {
    Date date = headers.getDate("Date");
    return date == null
            || Duration.between(date.toInstant(), received).abs().compareTo(CLOCK_SKEW) <= 0
        ? received
        : date.toInstant();
  }

  /** Parses seconds or an HTTP date (RFC 9110, 10.2.3); zero means the same as none. */
  Optional<Duration> retryAfter() {
    return most(RETRY_AFTER, this::wait).filter(wait -> !wait.isZero());
  }

  /** Returns how many calls are left; the least, if there are several. */
  public Optional<Integer> remaining() {
    return most(REMAINING, QuotaHeaders::used).map(used -> -used);
  }

  /** Parses an ISO 8601 instant, epoch milliseconds, epoch seconds, or seconds from now. */
  Optional<Instant> reset() {
    return most(RESET, this::instant);
  }

  /** Returns how long to wait for what the service asks, within reason. */
  public Optional<Duration> patience() {
    return retryAfter().map(wait -> atMost(LONGEST_WAIT, wait));
  }

  /** Returns how long a quota that is used up stays so, within reason. */
  public Optional<Duration> untilReset() {
    return remaining()
        .filter(left -> left == 0)
        .flatMap(none -> reset())
        .map(reset -> Duration.between(now(), reset))
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .map(wait -> atMost(LONGEST_PERIOD, wait));
  }

  private static Duration atMost(Duration longest, Duration wait) {
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** Returns the greatest of the values in repeated headers and comma-separated lists. */
  private <T extends Comparable<T>> Optional<T> most(
      String name, Function<String, @Nullable T> reader) {
    List<String> values = headers.values(name);
    T most = null;
    for (String value : values) {
      T read = reader.apply(value.strip());
      if (read != null) {
        most = greater(most, read);
      } else if (value.indexOf(',') >= 0) {
        for (String part : value.split(",", -1)) {
          most = greater(most, reader.apply(part.strip()));
        }
      }
    }
    return Optional.ofNullable(most);
  }

  private static <T extends Comparable<T>> @Nullable T greater(@Nullable T one, @Nullable T other) {
    return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
  }

  /** Returns the negative of what remains, so that the greatest is the most cautious. */
  private static @Nullable Integer used(String value) {
    Long remaining = whole(value);
    return remaining == null || remaining > Integer.MAX_VALUE ? null : -remaining.intValue();
  }

  private @Nullable Duration wait(String value) {
    Long seconds = whole(value);
    if (seconds != null) {
      return Duration.ofSeconds(seconds);
    }
    // Headers.of would reject invalid values with non-ASCII characters.
    Date date = new Headers.Builder().addUnsafeNonAscii("Date", value).build().getDate("Date");
    if (date == null) {
      return null;
    }
    Duration wait = Duration.between(now(), date.toInstant());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private @Nullable Instant instant(String value) {
    Long number = whole(value);
    if (number != null) {
      return instant(number);
    }
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Instant instant(long number) {
    if (number >= EPOCH_MILLIS_FROM) {
      return Instant.ofEpochMilli(number);
    }
    return number >= EPOCH_SECONDS_FROM ? Instant.ofEpochSecond(number) : now().plusSeconds(number);
  }

  private static @Nullable Long whole(String value) {
    if (value.isEmpty() || value.length() > MAX_DIGITS) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return null;
      }
    }
    return Long.valueOf(value);
  }
}
