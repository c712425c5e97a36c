package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaFilterTest {
  private static final String OPERATION = "GET /v1/products";

  private long now = Instant.parse("2026-09-01T12:00:00Z").toEpochMilli();

  private QuotaFilter filter(String quota) {
    return new QuotaFilter(RequestQuota.parse(quota), () -> now);
  }

  @ParameterizedTest
  @CsvSource({"'2/s,5/min'", "'5/min,2/s'"})
  void remainingAndResetSpeakOfTheLongestPeriod(String quota) {
    QuotaFilter filter = filter(quota);
    filter.count(OPERATION, "a");
    now += 1_500;

    Map<String, String> headers = filter.count(OPERATION, "a").headers();

    assertThat(headers)
        .containsEntry("X-Rate-Limit-Remaining", "3")
        .containsEntry("X-Rate-Limit-Reset", "2026-09-01T12:01:01.5000000Z");
  }

  @Test
  void remainingAndResetOfARefusalSpeakOfTheLongestPeriodToo() {
    QuotaFilter filter = filter("1/s,5/min");
    filter.count(OPERATION, "a");

    assertThat(filter.count(OPERATION, "a").refusal().orElseThrow().headers())
        .containsEntry("X-Rate-Limit-Remaining", "4")
        .containsEntry("X-Rate-Limit-Reset", "2026-09-01T12:01:00.0000000Z")
        .containsEntry("Retry-After", "1");
  }

  @Test
  void aRequestBeyondBothLimitsWaitsForTheLonger() {
    QuotaFilter filter = filter("1/s,1/min");
    filter.count(OPERATION, "a");

    assertThat(filter.count(OPERATION, "a").refusal().orElseThrow().headers())
        .containsEntry("Retry-After", "60");
  }

  /** Whoever waits for so many seconds is not refused again. */
  @ParameterizedTest
  @CsvSource({"0, 60", "1, 60", "1000, 59", "58999, 2", "59000, 1", "59001, 1", "59999, 1"})
  void retryAfterIsInWholeSecondsRoundedUp(long later, String seconds) {
    QuotaFilter filter = filter("1/min");
    filter.count(OPERATION, "a");
    now += later;

    assertThat(filter.count(OPERATION, "a").refusal().orElseThrow().headers())
        .containsEntry("Retry-After", seconds);
    now += Long.parseLong(seconds) * 1000;
    assertThat(filter.count(OPERATION, "a").refusal()).isEmpty();
  }

  @Test
  void aRefusedRequestDoesNotCount() {
    QuotaFilter filter = filter("1/s,2/min");
    filter.count(OPERATION, "a");
    filter.count(OPERATION, "a");
    now += 1_000;

    assertThat(filter.count(OPERATION, "a").refusal()).isEmpty();
  }
}
