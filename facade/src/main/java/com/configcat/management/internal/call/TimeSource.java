package com.configcat.management.internal.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;

/** Time as calls see it; tests have one of their own, in which nothing sleeps. */
public interface TimeSource extends InstantSource {
  /**
   * Returns nanoseconds since any instant, for measuring.
   *
   * @return never less than before
   */
  long nanoTime();

  /** Returns the time of day, for what headers speak of. */
  @Override
  Instant instant();

  /**
   * Runs an action later, on a thread that must not be held up.
   *
   * @param delayNanos from now
   * @param action quick, and throws nothing
   * @return cancels it
   */
  Timer schedule(long delayNanos, Runnable action);

  /**
   * Waits for something to do.
   *
   * @param steps where it comes
   * @return the first step
   * @throws InterruptedException if the thread is interrupted
   */
  Runnable take(BlockingQueue<Runnable> steps) throws InterruptedException;

  /** Forgets what was scheduled; nothing is run from now on. */
  void close();

  /** Something that is going to be run. */
  @FunctionalInterface
  interface Timer {
    /** Does without it, if it has not begun. */
    void cancel();
  }
}
