package com.configcat.management.internal.call;

import com.configcat.management.ratelimit.Permit;
import org.jspecify.annotations.Nullable;

/**
 * A call's request for a permit. Settled once: by the permit, by a {@link NotInTimeException} if it
 * cannot be granted before the deadline, by what the limiter throws, or by being withdrawn.
 */
final class PermitRequest {
  private final long sequence;
  private final long deadline;

  // Guarded by this.
  private boolean settled;
  private @Nullable Permit permit;
  private @Nullable Throwable failure;
  private @Nullable Listener listener;

  PermitRequest(long sequence, long deadline) {
    this.sequence = sequence;
    this.deadline = deadline;
  }

  /** Is notified once, on the thread that settles the request; not if it is withdrawn. */
  interface Listener {
    void granted(Permit permit);

    void failed(Throwable failure);
  }

  /** Returns its place in the queue: smaller numbers go first. */
  long sequence() {
    return sequence;
  }

  boolean isTooLate(long nanoTime) {
    return nanoTime - deadline >= 0;
  }

  /** Grants the permit; returns false if the request was settled before. */
  boolean grant(Permit granted) {
    Listener waiting;
    synchronized (this) {
      if (settled) {
        return false;
      }
      settled = true;
      permit = granted;
      waiting = listener;
    }
    if (waiting != null) {
      waiting.granted(granted);
    }
    return true;
  }

  /** Fails the request, unless it was settled before. */
  void fail(Throwable thrown) {
    Listener waiting;
    synchronized (this) {
      if (settled) {
        return;
      }
      settled = true;
      failure = thrown;
      waiting = listener;
    }
    if (waiting != null) {
      waiting.failed(thrown);
    }
  }

  /** Withdraws the request, unless it was settled before. */
  synchronized void withdraw() {
    settled = true;
  }

  /** Returns the permit, if it is granted already; null if not. */
  synchronized @Nullable Permit granted() {
    return permit;
  }

  /** Notifies a listener, at once if the request is settled. */
  void whenSettled(Listener newListener) {
    Permit granted;
    Throwable thrown;
    synchronized (this) {
      listener = newListener;
      granted = permit;
      thrown = failure;
    }
    if (granted != null) {
      newListener.granted(granted);
    } else if (thrown != null) {
      newListener.failed(thrown);
    }
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
