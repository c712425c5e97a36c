package com.configcat.management.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaHeadersTest {
  private static final Instant NOON = Instant.parse("2026-08-01T12:00:00Z");

  private static QuotaHeaders of(String... headers) {
    Headers.Builder builder = new Headers.Builder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.addUnsafeNonAscii(headers[i], headers[i + 1]);
    }
    return new QuotaHeaders(builder.build(), NOON);
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT1S",
    "86400, PT24H",
    "999999999999, PT277777777H46M39S",
    "'Sat, 01 Aug 2026 12:00:30 GMT', PT30S"
  })
  void readsRetryAfter(String header, Duration wait) {
    assertThat(of("Retry-After", header).retryAfter()).contains(wait);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-01T12:01:00.1234567Z, 2026-08-01T12:01:00.123456700Z",
    "2026-08-01T14:01:00+02:00, 2026-08-01T12:01:00Z",
    "1785585660, 2026-08-01T12:01:00Z",
    "1785585660000, 2026-08-01T12:01:00Z",
    "60, 2026-08-01T12:01:00Z"
  })
  void readsReset(String header, Instant reset) {
    assertThat(of("X-Rate-Limit-Reset", header).reset()).contains(reset);
  }

  @Test
  void readsRemaining() {
    assertThat(of("x-rate-limit-remaining", " 499 ").remaining()).contains(499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "später",
        "\u0663",
        "-1",
        "1.5",
        "99999999999999999999",
        "2026-13-01T00:00:00Z"
      })
  void takesWhatItDoesNotUnderstandForAbsent(String header) {
    QuotaHeaders quota =
        of("Retry-After", header, "X-Rate-Limit-Remaining", header, "X-Rate-Limit-Reset", header);

    assertThat(quota.retryAfter()).isEmpty();
    assertThat(quota.remaining()).isEmpty();
    assertThat(quota.reset()).isEmpty();
    assertThat(of().retryAfter()).isEqualTo(Optional.empty());
  }
}
