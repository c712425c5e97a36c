package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.core.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class Bucket4jRateLimiterTest {
  private static final Operation LIST = new Operation("GET", "/v1/products");
  private static final Operation CREATE = new Operation("POST", "/v1/products");
  private static final List<RateLimit> TWO_A_SECOND = List.of(RateLimit.perSecond(2));
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Map<String, byte[]> buckets = new ConcurrentHashMap<>();
  private final AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());
  private final Bucket4jStore store = new Bucket4jStore(buckets, now::get);
  private final RateLimiter limiter =
      Bucket4jRateLimiter.of(store, "jane@example.com", TWO_A_SECOND, SECOND);

  @AfterEach
  void forgetInterrupt() {
    Thread.interrupted();
  }

  /** A new bucket is empty: asks for it, and lets time pass. */
  private void fill(RateLimiter asked, Operation operation) {
    assertThat(asked.tryAcquire(operation).permit()).as("from a new bucket").isEmpty();
    now.addAndGet(Duration.ofHours(1).toNanos());
  }

  @Test
  void instancesOfOneUserShareTheLimit() {
    fill(limiter, LIST);
    RateLimiter other =
        Bucket4jRateLimiter.of(
            new Bucket4jStore(buckets, now::get), "jane@example.com", TWO_A_SECOND, SECOND);

    assertThat(limiter.tryAcquire(LIST).permit()).isPresent();
    assertThat(other.tryAcquire(LIST).permit()).isEmpty();
    assertThat(other.tryAcquire(LIST).retryIn()).isEqualTo(Duration.ofSeconds(2));

    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(other.tryAcquire(LIST).permit()).isPresent();
    assertThat(limiter.tryAcquire(LIST).permit()).isEmpty();
  }

  @Test
  void operationsUsersAndPoliciesHaveTheirOwnBuckets() {
    RateLimiter john = Bucket4jRateLimiter.of(store, "john@example.com", TWO_A_SECOND, SECOND);
    RateLimiter other =
        Bucket4jRateLimiter.of(store, "jane@example.com", TWO_A_SECOND, SECOND.plusMillis(1));
    limiter.tryAcquire(CREATE);
    john.tryAcquire(LIST);
    other.tryAcquire(LIST);
    fill(limiter, LIST);

    assertThat(limiter.tryAcquire(LIST).permit()).isPresent();

    assertThat(limiter.tryAcquire(CREATE).permit()).isPresent();
    assertThat(john.tryAcquire(LIST).permit()).isPresent();
    assertThat(other.tryAcquire(LIST).permit()).isPresent();
    assertThat(buckets).hasSize(4);
  }

  @Test
  void keysNameTheOperationAndAreTheSameOnEveryMachine() {
    limiter.tryAcquire(LIST);

    assertThat(buckets.keySet())
        .containsExactly("configcat-management:f437cdf6aeeaa3aca55b57e051aecba9:GET /v1/products");
  }

  @Test
  void waitsWholeMilliseconds() {
    RateLimiter three =
        Bucket4jRateLimiter.of(store, "u", List.of(RateLimit.perSecond(3)), Duration.ZERO);
    fill(three, LIST);
    three.tryAcquire(LIST);
    now.addAndGet(1);

    assertThat(three.tryAcquire(LIST).retryIn()).isEqualTo(Duration.ofMillis(500));

    now.addAndGet(Duration.ofMillis(500).toNanos() - 2);
    assertThat(three.tryAcquire(LIST).retryIn()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void unusedPermitsAreLost() {
    fill(limiter, LIST);
    Permit permit = limiter.tryAcquire(LIST).permit().orElseThrow();

    permit.unused();

    assertThat(limiter.tryAcquire(LIST).permit()).isEmpty();
  }

  @Test
  void aNewBucketIsEmpty() {
    assertThat(limiter.tryAcquire(LIST).retryIn()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aBucketThatIsLostIsReplacedByAnEmptyOne() {
    fill(limiter, LIST);
    buckets.clear();

    assertThat(limiter.tryAcquire(LIST).permit()).isEmpty();
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(limiter.tryAcquire(LIST).permit()).isPresent();
  }

  @Test
  void theFirstCallOnTheServicesLimitsWaitsAnEighthOfASecond() {
    RateLimiter service = Bucket4jRateLimiter.of(store, "u");

    assertThat(service.tryAcquire(LIST).retryIn())
        .as("what the Javadoc and CALLS.md say")
        .isBetween(Duration.ofMillis(125), Duration.ofMillis(126));
  }

  @Test
  void aClockThatGoesBackGrantsNothing() {
    fill(limiter, LIST);
    limiter.tryAcquire(LIST);
    now.addAndGet(-Duration.ofHours(1).toNanos());

    assertThat(limiter.tryAcquire(LIST).permit()).isEmpty();
  }

  @Test
  void saysTheEarliestWithoutAsking() {
    store.onAsk =
        () -> {
          throw new IllegalStateException("asked");
        };

    assertThat(limiter.earliest(LIST, 0)).isZero();
    assertThat(limiter.earliest(LIST, 3)).isEqualTo(Duration.ofSeconds(3 * 2 - 1));
  }

  @Test
  void passesOnWhatTheStoreThrows() {
    store.onAsk =
        () -> {
          throw new IllegalStateException("no connection");
        };

    assertThatThrownBy(() -> limiter.tryAcquire(LIST)).hasStackTraceContaining("no connection");
  }

  @Test
  void asksInSpiteOfAnInterruptAndKeepsIt() {
    fill(limiter, LIST);
    AtomicInteger asked = new AtomicInteger();
    store.onAsk =
        () -> {
          if (asked.getAndIncrement() < 2) {
            assertThat(Thread.currentThread().isInterrupted()).as("when asking").isFalse();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
          }
        };
    Thread.currentThread().interrupt();

    assertThat(limiter.tryAcquire(LIST).permit()).isPresent();
    assertThat(asked.get()).as("how often it asked").isGreaterThan(2);
    assertThat(Thread.interrupted()).as("interrupt kept").isTrue();
  }

  @Test
  void leavesAThreadThatWasNotInterruptedAsItIs() {
    limiter.tryAcquire(LIST);

    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void refusesWhatMakesNoLimiter() {
    List<RateLimit> limits = RateLimit.ofTheService();
    assertThatThrownBy(() -> Bucket4jRateLimiter.of(null, "u"))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("store is null");
    assertThatThrownBy(() -> Bucket4jRateLimiter.of(store, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("user is null");
    assertThatThrownBy(() -> Bucket4jRateLimiter.of(store, "u", null, SECOND))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("limits is null");
    assertThatThrownBy(() -> Bucket4jRateLimiter.of(store, "u", limits, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("margin is null");
    assertThatThrownBy(() -> Bucket4jRateLimiter.of(store, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blank");
    assertThatThrownBy(() -> Bucket4jRateLimiter.of(store, "u", List.of(), SECOND))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no limit");
    for (String margin : List.of("PT-0.001S", "PT60.001S")) {
      assertThatThrownBy(() -> Bucket4jRateLimiter.of(store, "u", limits, Duration.parse(margin)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("between zero and a minute");
    }
  }
}
