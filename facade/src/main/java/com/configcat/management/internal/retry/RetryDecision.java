package com.configcat.management.internal.retry;

import com.configcat.management.listener.RetryReason;
import java.time.Duration;

/** What follows an attempt. */
public sealed interface RetryDecision {
  /** Ends the call with what the attempt got. */
  record Return() implements RetryDecision {}

  /** Ends the call with success: what it was to delete is gone. */
  record AlreadyDeleted() implements RetryDecision {}

  /**
   * Makes another attempt.
   *
   * @param delay from now
   * @param reason why
   */
  record Retry(Duration delay, RetryReason reason) implements RetryDecision {}

  /**
   * Ends the call, since another attempt would come after its deadline.
   *
   * @param delay how long that attempt would have had to wait
   * @param imposed whether it was the service that asked for that wait
   */
  record OutOfTime(Duration delay, boolean imposed) implements RetryDecision {}
}
