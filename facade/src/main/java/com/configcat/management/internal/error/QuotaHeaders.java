package com.configcat.management.internal.error;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Optional;
import okhttp3.Headers;

/** What an answer says about the rate limit. A header that cannot be read says nothing. */
final class QuotaHeaders {
  private static final long EPOCH_MILLIS_FROM = 100_000_000_000L;
  private static final long EPOCH_SECONDS_FROM = 1_000_000_000L;
  private final Headers headers;
  private final Instant now;

  QuotaHeaders(Headers headers, Instant now) {
    this.headers = headers;
    this.now = now;
  }

  /** Reads seconds or an HTTP date (RFC 9110, 10.2.3). */
  Optional<Duration> retryAfter() {
    String value = value("Retry-After");
    Optional<Long> seconds = whole(value);
    if (seconds.isPresent()) {
      return seconds.map(Duration::ofSeconds);
    }
    Date date = headers.getDate("Retry-After");
    return Optional.ofNullable(date).map(d -> positive(Duration.between(now, d.toInstant())));
  }

  Optional<Integer> remaining() {
    return whole(value("X-Rate-Limit-Remaining"))
        .filter(n -> n <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  /** Reads an ISO 8601 instant, epoch milliseconds, epoch seconds, or seconds from now. */
  Optional<Instant> reset() {
    String value = value("X-Rate-Limit-Reset");
    Optional<Long> number = whole(value);
    if (number.isPresent()) {
      return number.map(this::instant);
    }
    try {
      return value.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Instant instant(long number) {
    if (number >= EPOCH_MILLIS_FROM) {
      return Instant.ofEpochMilli(number);
    }
    return number >= EPOCH_SECONDS_FROM ? Instant.ofEpochSecond(number) : now.plusSeconds(number);
  }

  private String value(String name) {
    String value = headers.get(name);
    return value == null ? "" : value.strip();
  }

  private static Optional<Long> whole(String value) {
    return value.matches("\\d{1,15}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
