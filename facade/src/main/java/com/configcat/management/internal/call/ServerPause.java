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

  private long end;
  private long next;

  /**
   * Begins a pause.
   *
   * @param random between 0 and 1: jitter for programs that are paused until the same instant
   */
  ServerPause(long end, double random) {
    begin(end, random);
  }

  private void begin(long newEnd, double random) {
    end = newEnd;
    next = newEnd + (long) (SPACING * random);
  }

  /** Pauses for longer, unless this ends later anyway. */
  void extend(long newEnd, double random) {
    if (newEnd - end > 0) {
      begin(newEnd, random);
    }
  }

  /** Returns whether neither the pause nor the spacing after it is in effect any more. */
  boolean isOver(long now) {
    return now - end >= SPACED;
  }

  /** Returns how long the next request has to wait. */
  long remaining(long now) {
    return isOver(now) ? 0 : Math.max(0, next - now);
  }

  /** Notes that a request is sent now. */
  void passed(long now) {
    next = now + SPACING;
  }
}
