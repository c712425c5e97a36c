package com.configcat.management.internal.call;

import java.time.Duration;

/**
 * Until when the service wants an operation left alone, and how its calls go on after that: one
 * after the other instead of all at once. Times are nanoseconds since any instant; not safe for use
 * by several threads.
 */
final class ServerPause {
  /** Between two requests after a pause: 20 a second. */
  private static final long SPACING = Duration.ofMillis(50).toNanos();

  /** How long after a pause requests keep that distance. */
  private static final long SPACED = Duration.ofSeconds(1).toNanos();

  private boolean paused;
  private long end;
  private long next;

  /**
   * Pauses, unless a pause that ends later is on.
   *
   * @param now the time
   * @param length from now
   * @param random between 0 and 1, so that several programs that are told the same do not go on in
   *     the same instant
   */
  void begin(long now, long length, double random) {
    long newEnd = now + length;
    if (!paused || newEnd - end > 0) {
      paused = true;
      end = newEnd;
      next = newEnd + (long) (SPACING * random);
    }
  }

  /** Returns how long the next request has to wait; zero for not at all. */
  long remaining(long now) {
    if (paused && now - end >= SPACED) {
      paused = false;
    }
    return paused ? Math.max(0, next - now) : 0;
  }

  /** Notes that a request goes now. */
  void passed(long now) {
    next = now + SPACING;
  }
}
