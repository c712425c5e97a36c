package com.configcat.management.internal.retry;

import com.configcat.management.listener.RetryReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What to do after an attempt. */
public sealed interface RetryDecision {
  /** Returns how long to pause the operation for all calls; null for no pause. */
  @Nullable Duration pause();

  /** Ends the call with the result of the attempt. */
  record Return(@Nullable Duration pause) implements RetryDecision {}

  /** Ends a DELETE with success: a previous attempt deleted the resource. */
  record AlreadyDeleted(@Nullable Duration pause) implements RetryDecision {}

  /** Makes another attempt after a delay. */
  record Retry(@Nullable Duration pause, Duration delay, RetryReason reason)
      implements RetryDecision {
    /** Returns whether it adds nothing to the load of a failing service. */
    public boolean isFree() {
      return reason == RetryReason.RATE_LIMITED || reason == RetryReason.CREDENTIALS_CHANGED;
    }
  }

  /**
   * Ends the call, since another attempt would miss the deadline.
   *
   * @param delay how long that attempt would have had to wait
   * @param imposed whether the service asked for the wait
   */
  record OutOfTime(@Nullable Duration pause, Duration delay, boolean imposed)
      implements RetryDecision {}
}
