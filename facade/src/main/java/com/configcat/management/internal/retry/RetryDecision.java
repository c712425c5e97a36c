package com.configcat.management.internal.retry;

import com.configcat.management.listener.RetryReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What follows an attempt. */
public sealed interface RetryDecision {
  /** Returns how long no call of the operation may be sent; null if they may go on. */
  @Nullable Duration pause();

  /** Ends the call with what the attempt got. */
  record Return(@Nullable Duration pause) implements RetryDecision {}

  /** Ends a DELETE with success: what it was to delete is gone. */
  record AlreadyDeleted(@Nullable Duration pause) implements RetryDecision {}

  /**
   * Makes another attempt.
   *
   * @param delay from now
   * @param reason for listeners
   */
  record Retry(@Nullable Duration pause, Duration delay, RetryReason reason)
      implements RetryDecision {}

  /**
   * Ends the call, since another attempt would come after its deadline.
   *
   * @param delay how long that attempt would have had to wait
   * @param imposed whether the service asked for that wait
   */
  record OutOfTime(@Nullable Duration pause, Duration delay, boolean imposed)
      implements RetryDecision {}
}
