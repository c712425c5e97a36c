package com.configcat.management.ratelimit;

import com.configcat.management.core.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Says which requests may be sent now. The client asks before each attempt, and keeps the calls of
 * an operation in line while the answer is to wait.
 *
 * <p>Implementations are safe for use by several threads, do not wait themselves, and may be shared
 * by clients that use the same credentials.
 */
public interface RateLimiter {
  /**
   * Takes a permit for one request, if there is one.
   *
   * @param operation what is to be sent
   * @return the permit, or how long to wait before asking again
   */
  Acquisition tryAcquire(Operation operation);

  /**
   * Returns the least time until a call can be sent that has others before it.
   *
   * @param operation what is to be sent
   * @param ahead how many requests of the operation go first
   * @return never more than it will turn out to be; zero if unknown
   */
  default Duration earliest(Operation operation, int ahead) {
    return Duration.ZERO;
  }

  /**
   * Makes a limiter that keeps every window of every limit, however long answers take, for each
   * operation by itself.
   *
   * <p>A permit comes free one whole window after the answer arrived, and 2 seconds later still if
   * there was none: wherever between sending and answering the service counts a request, no window
   * of the limit's length holds more than the limit.
   *
   * @param limits at least one, such as {@link RateLimit#ofTheService()}
   * @return a new limiter
   */
  static RateLimiter slidingWindow(List<RateLimit> limits) {
    return slidingWindow(limits, System::nanoTime);
  }

  /**
   * Makes the same limiter with a time of your own, for tests.
   *
   * @param limits at least one
   * @param ticker nanoseconds since any instant, never going back
   * @return a new limiter
   */
  static RateLimiter slidingWindow(List<RateLimit> limits, LongSupplier ticker) {
    return new SlidingWindowRateLimiter(
        Objects.requireNonNull(limits, "limits is null: give RateLimit.ofTheService()"),
        Objects.requireNonNull(ticker, "ticker is null: give one such as System::nanoTime"));
  }

  /**
   * Makes a limiter that lets everything through; what the service answers is still obeyed.
   *
   * @return a limiter
   */
  static RateLimiter unlimited() {
    return operation -> Acquisition.granted(UncountedPermit.INSTANCE);
  }
}
