package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMeterTest {
  private static RequestMeter meter(RequestQuota.Algorithm algorithm, String limit) {
    return RequestMeter.of(algorithm, RequestQuota.parse(limit).limits().get(0));
  }

  /** A request each 100 ms, of which those allowed are listed by their time. */
  private static List<Long> allowed(RequestMeter meter, long from, long to) {
    List<Long> allowed = new ArrayList<>();
    for (long now = from; now < to; now += 100) {
      if (meter.remaining(now) > 0) {
        meter.take(now);
        allowed.add(now);
      }
    }
    return allowed;
  }

  @Test
  void aFixedWindowBeginsAtFullSeconds() {
    assertThat(allowed(meter(RequestQuota.Algorithm.FIXED, "3/s"), 700, 1400))
        .containsExactly(700L, 800L, 900L, 1000L, 1100L, 1200L);
  }

  @Test
  void aSlidingWindowEndsNow() {
    assertThat(allowed(meter(RequestQuota.Algorithm.SLIDING, "3/s"), 700, 2000))
        .containsExactly(700L, 800L, 900L, 1700L, 1800L, 1900L);
  }

  @Test
  void aBucketRefillsEvenly() {
    assertThat(allowed(meter(RequestQuota.Algorithm.BUCKET, "2/s"), 0, 1500))
        .containsExactly(0L, 100L, 500L, 1000L);
  }

  @ParameterizedTest
  @EnumSource(RequestQuota.Algorithm.class)
  void theNextRequestIsAllowedWhenItSays(RequestQuota.Algorithm algorithm) {
    RequestMeter meter = meter(algorithm, "3/s");
    for (long now = 5_250; meter.remaining(now) > 0; now += 10) {
      meter.take(now);
    }
    long next = meter.nextAllowed(5_300);

    assertThat(meter.remaining(next - 1)).isZero();
    assertThat(meter.remaining(next)).isPositive();
    assertThat(meter.remaining(meter.reset(next))).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"20/s,1", "'20/s,500/min',2", "'500/min, 20/s',2", "none,0", "5/h,1"})
  void readsQuotas(String text, int limits) {
    assertThat(RequestQuota.parse(text).limits()).hasSize(limits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "20", "0/s", "-1/s", "20/s,", "20/day", "2.5/s"})
  void refusesWhatIsNoQuota(String text) {
    assertThatThrownBy(() -> RequestQuota.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a limit such as 20/s or 500/min");
  }
}
