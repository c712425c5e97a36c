package com.configcat.management.internal.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;

/** Clock and timers. Tests replace it by virtual time. */
public interface TimeSource extends InstantSource {
  /** Returns monotonic nanoseconds since an arbitrary instant. */
  long nanoTime();

  /** Returns the time of day, which headers refer to. */
  @Override
  Instant instant();

  /** Runs an action later, on a thread that it must not block. The action must not throw. */
  Timer schedule(long delayNanos, Runnable action);

  /** Waits for the first step of a queue. */
  Runnable take(BlockingQueue<Runnable> steps) throws InterruptedException;

  /** Cancels all timers. */
  void close();

  @FunctionalInterface
  interface Timer {
    /** Cancels the action, unless it has begun. */
    void cancel();
  }
}
