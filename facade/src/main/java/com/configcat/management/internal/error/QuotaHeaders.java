package com.configcat.management.internal.error;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final Headers headers;

  /** The current time on the clock that the headers use. */
  private final Instant now;

  public QuotaHeaders(Headers headers, Instant now) {
    this.headers = headers;
    Date date = headers.getDate("Date");
    this.now =
        date == null || Duration.between(date.toInstant(), now).abs().compareTo(CLOCK_SKEW) <= 0
            ? now
            : date.toInstant();
  }

  /** Parses seconds or an HTTP date (RFC 9110, 10.2.3); zero means the same as none. */
  Optional<Duration> retryAfter() {
    return values("Retry-After", this::wait)
        .max(Comparator.naturalOrder())
        .filter(wait -> !wait.isZero());
  }

  /** Returns how many calls are left; the least, if there are several. */
  public Optional<Integer> remaining() {
    return values("X-Rate-Limit-Remaining", QuotaHeaders::whole)
        .filter(n -> n <= Integer.MAX_VALUE)
        .map(Long::intValue)
        .min(Comparator.naturalOrder());
  }

  /** Parses an ISO 8601 instant, epoch milliseconds, epoch seconds, or seconds from now. */
  Optional<Instant> reset() {
    return values("X-Rate-Limit-Reset", this::instant).max(Comparator.naturalOrder());
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
        .map(reset -> Duration.between(now, reset))
        .filter(wait -> !wait.isNegative() && !wait.isZero())
        .map(wait -> atMost(LONGEST_PERIOD, wait));
  }

  private static Duration atMost(Duration longest, Duration wait) {
    return wait.compareTo(longest) < 0 ? wait : longest;
  }

  /** Splits repeated headers and comma-separated lists. */
  private <T> Stream<T> values(String name, Function<String, @Nullable T> reader) {
    return headers.values(name).stream()
        .flatMap(
            value -> {
              T read = reader.apply(value.strip());
              return read != null
                  ? Stream.of(read)
                  : Stream.of(value.split(",")).map(String::strip).map(reader);
            })
        .flatMap(Stream::ofNullable);
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
    Duration wait = Duration.between(now, date.toInstant());
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
    return number >= EPOCH_SECONDS_FROM ? Instant.ofEpochSecond(number) : now.plusSeconds(number);
  }

  private static @Nullable Long whole(String value) {
    return value.matches("\\d{1,15}") ? Long.valueOf(value) : null;
  }
}
