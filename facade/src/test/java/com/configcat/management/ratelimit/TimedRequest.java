package com.configcat.management.ratelimit;

import java.util.Collection;

/** A request that a permit was for: from when it was sent to when it ended. */
final class TimedRequest {
  private final long start;
  private long end = Long.MAX_VALUE;

  TimedRequest(long start) {
    this.start = start;
  }

  void end(long at) {
    end = at;
  }

  /** Returns when it ended; never, while it runs. */
  long end() {
    return end;
  }

  /**
   * Returns the most that a service can count in a window, wherever that starts, and whenever
   * between its start and its end the service counts each.
   *
   * <p>A request that can be counted in the window from t on, its end excluded, starts before the
   * window's end and ends at t or later. It is enough to look at windows that start when a request
   * ends: one that starts between two ends holds no more than the one that starts at the second.
   */
  static int mostInAWindow(Collection<TimedRequest> requests, long window) {
    int most = 0;
    for (TimedRequest first : requests) {
      int count = 0;
      for (TimedRequest other : requests) {
        if (other.end >= first.end && other.start - first.end < window) {
          count++;
        }
      }
      most = Math.max(most, count);
    }
    return most;
  }
}
