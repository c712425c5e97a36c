package com.configcat.management.internal.call;

import com.configcat.management.ratelimit.Permit;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The permit that a queued call waits for. Fails with {@link NotInTimeException} if it cannot be
 * granted before the deadline, or with what the limiter throws.
 */
final class PermitRequest extends CompletableFuture<Permit> {
  private final long sequence;
  private final long deadline;

  PermitRequest(long sequence, long deadline) {
    this.sequence = sequence;
    this.deadline = deadline;
  }

  /** Returns its place in the queue: smaller numbers go first. */
  long sequence() {
    return sequence;
  }

  /** Returns the permit, if it is granted already; null if not, or if the request has failed. */
  @Nullable Permit granted() {
    return isDone() && !isCompletedExceptionally() ? join() : null;
  }

  boolean isTooLate(long nanoTime) {
    return nanoTime - deadline >= 0;
  }

  /** A permit would come after the deadline. */
  static final class NotInTimeException extends Exception {
    private static final long serialVersionUID = 1L;
    private final long waitNanos;

    NotInTimeException(long waitNanos) {
      super(null, null, false, false);
      this.waitNanos = waitNanos;
    }

    long waitNanos() {
      return waitNanos;
    }
  }
}
