package com.configcat.management.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides which failed attempts are retried, and when; see {@link CallOptions#retryStrategy}.
 *
 * <p>The client asks only where a retry does no harm: for GET, PUT and DELETE, and for a POST or
 * PATCH that was certainly not applied, unless {@link CallOptions#retryWrites} allows more. It
 * never exceeds {@link CallOptions#maxAttempts}, the deadline or the retry budget, and waits no
 * shorter than the service asks. A 429 is not subject to it: such a call goes on until its
 * deadline. Nor is a success that cannot be decoded, or a failure that does not pass by itself,
 * such as an untrusted certificate.
 *
 * <p>Implementations must be thread-safe and must not block. What they throw ends the call.
 */
@FunctionalInterface
public interface RetryStrategy {
  /**
   * Decides about a failed attempt.
   *
   * @param attempt the attempt, with what the client would do itself
   * @return how long to wait before the next attempt, zero if negative; null for no other attempt
   */
  @Nullable Duration delay(FailedAttempt attempt);
}
