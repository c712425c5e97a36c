package com.configcat.management.core;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failed attempt that may be retried, for a {@link RetryStrategy}.
 *
 * @param operation the operation that was called
 * @param attempt the number of attempts so far; 1 after the first
 * @param statusCode the HTTP status; null if there was no response
 * @param retryAfter how long the service asked to wait; null if it did not
 * @param defaultDelay the delay without a strategy, jitter included; null if the attempt would not
 *     be retried
 */
public record FailedAttempt(
    Operation operation,
    int attempt,
    @Nullable Integer statusCode,
    @Nullable Duration retryAfter,
    @Nullable Duration defaultDelay) {
  /**
   * Creates a failed attempt, to test a strategy.
   *
   * @param operation the operation that was called
   * @param attempt the number of attempts so far; at least 1
   * @param statusCode the HTTP status; null if there was no response
   * @param retryAfter how long the service asked to wait; null if it did not
   * @param defaultDelay the delay without a strategy; null if the attempt would not be retried
   * @throws IllegalArgumentException if there was no attempt
   */
  public FailedAttempt {
    Objects.requireNonNull(operation, "operation is null: give the one that was called");
    if (attempt < 1) {
      throw new IllegalArgumentException(
          "attempt is " + attempt + ": give the number of attempts so far, at least 1");
    }
  }
}
