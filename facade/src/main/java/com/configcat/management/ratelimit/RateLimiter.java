package com.configcat.management.ratelimit;

import com.configcat.management.core.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Decides which requests may be sent now. The client asks for a permit before each attempt, and
 * queues the calls of an operation until one is granted.
 *
 * <p>Implementations must be thread-safe and must not wait for permits themselves. They may be
 * shared by clients with the same credentials.
 */
public interface RateLimiter {
  /**
   * Takes a permit for one request, if one is available.
   *
   * @param operation the operation to send
   * @return a permit, or how long to wait before asking again
   */
  Acquisition tryAcquire(Operation operation);

  /**
   * Returns a lower bound on the wait of a call behind other requests.
   *
   * @param operation the operation to send
   * @param ahead the number of requests of the operation that go first
   * @return at most the actual wait; zero if unknown, which is the default
   */
  default Duration earliest(Operation operation, int ahead) {
    return Duration.ZERO;
  }

  /**
   * Creates a limiter that enforces every limit in every window, per operation, however long
   * responses take.
   *
   * <p>A permit becomes available again one full window after the response arrived, or 2 seconds
   * later if there was no response. Whenever the service counts a request between sending and
   * response, no window of the limit's length contains more requests than the limit.
   *
   * @param limits at least one, such as {@link RateLimit#ofTheService()}
   * @return a new limiter
   * @throws IllegalArgumentException if there is no limit
   */
  static RateLimiter slidingWindow(List<RateLimit> limits) {
    return slidingWindow(limits, System::nanoTime);
  }

  /**
   * Creates the same limiter with a custom clock, for tests.
   *
   * @param limits at least one
   * @param ticker nanoseconds since an arbitrary instant; must never decrease
   * @return a new limiter
   * @throws IllegalArgumentException if there is no limit
   */
  static RateLimiter slidingWindow(List<RateLimit> limits, LongSupplier ticker) {
    return new SlidingWindowRateLimiter(
        Objects.requireNonNull(limits, "limits is null: give RateLimit.ofTheService()"),
        Objects.requireNonNull(ticker, "ticker is null: give one such as System::nanoTime"));
  }

  /**
   * Creates a {@linkplain #slidingWindow sliding window} with a share of {@linkplain
   * RateLimit#ofTheService() the service's limits}, for programs that use the same credentials
   * without a common limiter: if their shares add up to 1 or less, none gets a 429.
   *
   * @param share greater than 0, at most 1: 0.5 is half of each limit, rounded down; at least 1
   *     request
   * @return a new limiter
   * @throws IllegalArgumentException if the share is out of range
   */
  static RateLimiter share(double share) {
    return slidingWindow(
        RateLimit.ofTheService().stream().map(limit -> limit.share(share)).toList());
  }

  /**
   * Creates a limiter that grants every permit; waits requested by the service still apply.
   *
   * @return a limiter
   */
  static RateLimiter unlimited() {
    return operation -> Acquisition.granted(UncountedPermit.INSTANCE);
  }
}
