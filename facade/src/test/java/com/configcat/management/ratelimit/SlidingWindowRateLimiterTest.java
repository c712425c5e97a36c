package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.configcat.management.core.Operation;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowRateLimiterTest {
  private static final Operation READ = new Operation("GET", "/v1/products");
  private static final Operation WRITE = new Operation("PUT", "/v1/products/{productId}");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration ONE = Duration.ofNanos(1);

  private long now = 17;

  private RateLimiter limiter(RateLimit... limits) {
    return RateLimiter.slidingWindow(List.of(limits), () -> now);
  }

  private Permit take(RateLimiter limiter) {
    return limiter.tryAcquire(READ).permit().orElseThrow();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 20, 500",
    "0.5, 10, 250",
    "0.29, 5, 145",
    "0.07, 1, 35",
    "0.001, 1, 1",
    "0.999, 19, 499"
  })
  void givesAShareOfTheServicesLimits(double share, int perSecond, int perMinute) {
    assertThat(RateLimit.ofTheService().stream().map(limit -> limit.share(share)))
        .containsExactly(RateLimit.perSecond(perSecond), RateLimit.perMinute(perMinute));

    RateLimiter limiter = RateLimiter.share(share);
    Operation operation = new Operation("GET", "/v1/me");
    for (int i = 0; i < Math.min(perSecond, perMinute); i++) {
      assertThat(limiter.tryAcquire(operation).permit()).isPresent();
    }
    assertThat(limiter.tryAcquire(operation).permit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesSharesThatAreNone(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimiter.share(share))
        .withMessageContaining("0.5 for a half");
  }

  @Test
  void aPermitComesFreeAWindowAfterTheAnswer() {
    RateLimiter limiter = limiter(RateLimit.perSecond(1));
    Permit permit = take(limiter);
    pass(Duration.ofMillis(300));

    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(SECOND);
    permit.answered();
    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(SECOND);
    pass(SECOND.minus(ONE));
    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(ONE);
    pass(ONE);
    take(limiter);
  }

  @Test
  void aLimitThatIsNeverReachedCostsNothing() {
    RateLimiter limiter = limiter(RateLimit.perSecond(Integer.MAX_VALUE));

    // Not catchThrowable(...): an OutOfMemoryError ends the run of all tests.
    try {
      take(limiter).answered();
    } catch (OutOfMemoryError e) {
      throw new AssertionError("memory was taken for all that could ever be sent", e);
    }
  }

  @Test
  void remembersWhatWasSentWhileItsMemoryGrows() {
    RateLimiter limiter = limiter(RateLimit.perSecond(100));
    for (int i = 0; i < 300; i++) {
      take(limiter).answered();
      pass(SECOND.dividedBy(100));
    }
    now -= SECOND.dividedBy(100).toNanos();

    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(SECOND.dividedBy(100));
  }

  @Test
  void anUnansweredOneComesFreeTwoSecondsLater() {
    RateLimiter limiter = limiter(RateLimit.perSecond(1));
    Permit permit = take(limiter);
    pass(Duration.ofMillis(300));

    permit.unanswered();

    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(SECOND.plusSeconds(2));
    pass(SECOND.plusSeconds(2));
    take(limiter);
  }

  @Test
  void doesNotWaitForAnUnansweredOneIfAnotherMayComeFreeBefore() {
    RateLimiter limiter = limiter(RateLimit.perSecond(2));
    Permit lost = take(limiter);
    Permit running = take(limiter);

    lost.unanswered();

    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(SECOND);
    running.unused();
    assertThat(limiter.earliest(READ, 1)).isEqualTo(SECOND);
  }

  @Test
  void anUnusedOneComesFreeAtOnce() {
    RateLimiter limiter = limiter(RateLimit.perSecond(2));
    Permit used = take(limiter);
    Permit unused = take(limiter);
    assertThat(limiter.tryAcquire(READ).permit()).isEmpty();

    unused.unused();

    take(limiter);
    assertThat(limiter.tryAcquire(READ).permit()).isEmpty();
    used.answered();
    assertThat(limiter.tryAcquire(READ).permit()).isEmpty();
  }

  @Test
  void aPermitEndsOnce() {
    RateLimiter limiter = limiter(RateLimit.perSecond(1));
    Permit permit = take(limiter);

    permit.answered();
    permit.unused();
    permit.unanswered();

    assertThat(limiter.tryAcquire(READ).retryIn()).isEqualTo(SECOND);
  }

  @Test
  void operationsDoNotWaitForEachOther() {
    RateLimiter limiter = limiter(RateLimit.perSecond(1));
    take(limiter);

    assertThat(limiter.tryAcquire(READ).permit()).isEmpty();
    assertThat(limiter.tryAcquire(WRITE).permit()).isPresent();
    assertThat(limiter.earliest(WRITE, 0)).isEqualTo(SECOND);
  }

  @Test
  void knowsHowLongManyTakeAtLeast() {
    RateLimiter limiter = limiter(RateLimit.perSecond(20), RateLimit.perMinute(500));

    assertThat(limiter.earliest(READ, 19)).isZero();
    assertThat(limiter.earliest(READ, 20)).isEqualTo(SECOND);
    assertThat(limiter.earliest(READ, 499)).isEqualTo(Duration.ofSeconds(24));
    assertThat(limiter.earliest(READ, 500)).isEqualTo(Duration.ofMinutes(1));
    assertThat(limiter.earliest(READ, 10_000)).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void remembersNoMoreThanTheLimit() throws Exception {
    SlidingLog log =
        new SlidingLog(new int[] {20, 500}, new long[] {SECOND.toNanos(), 60 * SECOND.toNanos()});
    assertThat(remembered(log)).isLessThan(50);

    for (int i = 0; i < 100_000; i++) {
      now += log.remaining(0, now);
      log.begin();
      log.end(now + i % 3);
    }

    assertThat(now).isGreaterThan(Duration.ofHours(3).toNanos());
    assertThat(remembered(log)).isBetween(500, 1100);
  }

  @Test
  void forgetsWhatWasSentOnceNoWindowHoldsIt() throws Exception {
    SlidingLog log = new SlidingLog(new int[] {5_000_000}, new long[] {SECOND.toNanos()});
    for (int i = 0; i < 100_000; i++) {
      assertThat(log.remaining(0, now)).isZero();
      log.begin();
      log.end(now);
    }
    assertThat(remembered(log)).isGreaterThan(100_000);

    for (int i = 0; i < 20; i++) {
      pass(SECOND);
      assertThat(log.remaining(0, now)).isZero();
      log.begin();
      log.end(now);
    }

    assertThat(remembered(log)).isLessThan(50);
  }

  private static int remembered(Object log) throws IllegalAccessException {
    int size = 0;
    for (Field field : log.getClass().getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        continue;
      }
      field.setAccessible(true);
      Object value = field.get(log);
      if (value.getClass().isArray()) {
        size += Array.getLength(value);
      } else if (value instanceof Collection<?> collection) {
        size += collection.size();
      } else if (value instanceof Map<?, ?> map) {
        size += map.size();
      }
    }
    return size;
  }

  @Test
  void refusesToLimitNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(this::limiter)
        .withMessageContaining("unlimited()");
  }

  @Test
  @Timeout(60)
  void keepsEveryWindowForManyThreads() throws Exception {
    int limit = 40;
    long window = Duration.ofMillis(10).toNanos();
    RateLimiter limiter =
        RateLimiter.slidingWindow(List.of(new RateLimit(limit, Duration.ofNanos(window))));
    AtomicInteger left = new AtomicInteger(1000);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<List<TimedRequest>>> requests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      requests.add(threads.submit(() -> send(limiter, left)));
    }
    List<TimedRequest> all = new ArrayList<>();
    for (Future<List<TimedRequest>> sent : requests) {
      all.addAll(sent.get());
    }
    threads.shutdown();

    assertThat(all).hasSize(1000);
    assertThat(TimedRequest.mostInAWindow(all, window)).isLessThanOrEqualTo(limit);
  }

  /** Sends at once what it gets a permit for, and notes the times between the limiter's own. */
  private static List<TimedRequest> send(RateLimiter limiter, AtomicInteger left) {
    List<TimedRequest> sent = new ArrayList<>();
    while (left.getAndDecrement() > 0) {
      Acquisition answer = limiter.tryAcquire(READ);
      while (answer.permit().isEmpty()) {
        Thread.onSpinWait();
        answer = limiter.tryAcquire(READ);
      }
      TimedRequest request = new TimedRequest(System.nanoTime());
      request.end(System.nanoTime());
      answer.permit().get().answered();
      sent.add(request);
    }
    return sent;
  }
}
