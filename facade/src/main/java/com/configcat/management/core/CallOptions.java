package com.configcat.management.core;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a call: its deadline, and what is retried and when.
 *
 * <p>Immutable: methods that set an option return a new instance.
 */
public final class CallOptions {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final CallOptions DEFAULTS =
      new CallOptions(Duration.ofMinutes(2), 4, false, null);

  private final Duration deadline;
  private final int maxAttempts;
  private final boolean retryWrites;
  private final @Nullable RetryStrategy retryStrategy;

  private CallOptions(
      Duration deadline,
      int maxAttempts,
      boolean retryWrites,
      @Nullable RetryStrategy retryStrategy) {
    this.deadline = deadline;
    this.maxAttempts = maxAttempts;
    this.retryWrites = retryWrites;
    this.retryStrategy = retryStrategy;
  }

  /**
   * Returns the default options.
   *
   * @return a deadline of 2 minutes, 4 attempts, and no retry of a POST or PATCH that may have been
   *     applied
   */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets the deadline: how long a call may take in total, including waiting for the rate limit,
   * attempts and backoff.
   *
   * @param deadline measured from the start of the call; greater than zero, at most one day
   * @return a copy with this deadline
   * @throws IllegalArgumentException if it is out of range
   */
  public CallOptions deadline(Duration deadline) {
    Objects.requireNonNull(deadline, "deadline is null: give one such as Duration.ofSeconds(30)");
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The deadline " + deadline + " is not between zero and a day: give one such as PT30S");
    }
    return new CallOptions(deadline, maxAttempts, retryWrites, retryStrategy);
  }

  /**
   * Sets how many attempts may fail because of the network or the service. A 429 response is not
   * counted as a failure: such a call is retried until its deadline.
   *
   * @param attempts at least 1, which allows no retry except after a 429
   * @return a copy with this number of attempts
   * @throws IllegalArgumentException if it is less than 1
   */
  public CallOptions maxAttempts(int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "maxAttempts is " + attempts + ": give at least 1, which means no retries");
    }
    return new CallOptions(deadline, attempts, retryWrites, retryStrategy);
  }

  /**
   * Sets whether a POST or PATCH that may have been applied is retried. It may then be applied
   * twice: a tag created twice, an appending patch applied twice.
   *
   * @param repeat true to retry them like a PUT
   * @return a copy with this setting
   */
  public CallOptions retryWrites(boolean repeat) {
    return new CallOptions(deadline, maxAttempts, repeat, retryStrategy);
  }

  /**
   * Sets a strategy that decides which failed attempts are retried, and when, within the limits
   * that {@link RetryStrategy} names.
   *
   * @param strategy a thread-safe strategy
   * @return a copy with this strategy
   */
  public CallOptions retryStrategy(RetryStrategy strategy) {
    return new CallOptions(
        deadline,
        maxAttempts,
        retryWrites,
        Objects.requireNonNull(strategy, "strategy is null: give one, or leave it out"));
  }

  /**
   * Returns the deadline: how long a call may take in total.
   *
   * @return 2 minutes by default
   */
  public Duration deadline() {
    return deadline;
  }

  /**
   * Returns how many attempts may fail.
   *
   * @return 4 by default
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * Returns whether a POST or PATCH that may have been applied is retried.
   *
   * @return false by default
   */
  public boolean retryWrites() {
    return retryWrites;
  }

  /**
   * Returns the strategy that decides about retries.
   *
   * @return empty by default: the client decides by itself
   */
  public Optional<RetryStrategy> retryStrategy() {
    return Optional.ofNullable(retryStrategy);
  }

  @Override
  public String toString() {
    return "CallOptions[deadline="
        + deadline
        + ", maxAttempts="
        + maxAttempts
        + ", retryWrites="
        + retryWrites
        + (retryStrategy == null ? "" : ", retryStrategy=" + retryStrategy.getClass().getName())
        + "]";
  }
}
