package com.configcat.management.internal.call;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cancels calls at their deadlines, by one timer for all of them: a call that ends before its
 * deadline, as nearly all do, sets none. The timer stops within a second after the last call.
 */
final class Deadlines implements Runnable {
  private static final long LONGEST_WAIT = Duration.ofSeconds(1).toNanos();

  private final TimeSource time;
  private final Set<CallExecution<?>> running;

  /** Null while no timer is set. */
  private volatile @Nullable Check next;

  /**
   * Makes one.
   *
   * @param running the calls, which are added before they are {@linkplain #watch watched}
   */
  Deadlines(TimeSource time, Set<CallExecution<?>> running) {
    this.time = time;
    this.running = running;
  }

  private record Check(long at, TimeSource.Timer timer) {}

  /** Makes sure that calls are looked at by a deadline. */
  void watch(long deadline) {
    Check check = next;
    if (check == null || deadline - check.at < 0) {
      setTimer(deadline);
    }
  }

  private synchronized void setTimer(long deadline) {
    Check check = next;
    if (check != null) {
      if (deadline - check.at >= 0) {
        return;
      }
      check.timer.cancel();
    }
    long now = time.nanoTime();
    long wait = Math.max(0, Math.min(deadline - now, LONGEST_WAIT));
    next = new Check(now + wait, time.schedule(wait, this));
  }

  /** Looks at all calls, and sets the timer again if there are any. */
  @Override
  public void run() {
    // Before looking at the calls: one that begins meanwhile is looked at, or sets another timer.
    synchronized (this) {
      next = null;
    }
    long now = time.nanoTime();
    boolean any = false;
    long left = LONGEST_WAIT;
    for (CallExecution<?> execution : running) {
      long toDeadline = execution.deadline() - now;
      if (toDeadline <= 0) {
        cancel(execution);
      } else {
        any = true;
        left = Math.min(left, toDeadline);
      }
    }
    if (any) {
      watch(now + left);
    }
  }

  private static void cancel(CallExecution<?> execution) {
    try {
      execution.cancel(CancelReason.DEADLINE);
    } catch (RuntimeException | Error ignored) {
      // From a callback, once the client is closed: the other calls have their deadlines, too.
    }
  }
}
