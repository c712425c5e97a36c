package com.configcat.management.internal.call;

import java.time.Duration;

/**
 * Holds an operation until Retry-After or the quota reset, then spaces requests 50 ms apart for a
 * second. Times are those of {@link System#nanoTime}. Not thread-safe.
 */
final class ServerPause {
  /** Between two requests after a pause: 20 a second. */
  private static final long SPACING = Duration.ofMillis(50).toNanos();

  /** How long after a pause requests are spaced. */
  private static final long SPACED = Duration.ofSeconds(1).toNanos();

  private boolean paused;
  private long end;
  private long next;

  /**
   * Pauses, unless a pause that ends later is in effect.
   *
   * @param random between 0 and 1: jitter for programs that are paused until the same instant
   */
  void begin(long now, long length, double random) {
    long newEnd = now + length;
    if (!paused || newEnd - end > 0) {
      paused = true;
      end = newEnd;
      next = newEnd + (long) (SPACING * random);
    }
  }

  /** Returns how long the next request has to wait. */
  long remaining(long now) {
    if (paused && now - end >= SPACED) {
      paused = false;
    }
    return paused ? Math.max(0, next - now) : 0;
  }

  /** Notes that a request is sent now. */
  void passed(long now) {
    next = now + SPACING;
  }
}
