package com.configcat.management.ratelimit;

import java.util.Arrays;

/**
 * The requests of one operation that still count, and the arithmetic on them. Times are nanoseconds
 * since any instant; not safe for use by several threads.
 *
 * <p>A request counts in a window of length W from when it is sent until W after it ended. So the
 * n-th request after another is sent a whole window after that one was answered, and, wherever
 * between sending and answer the service counted them, finds it counted a window ago.
 */
final class SlidingLog {
  /** Enough for the service's limits in the usual case, where few calls follow each other. */
  private static final int FIRST_LENGTH = 32;

  private final int[] limits;
  private final long[] windows;
  private final long longest;
  private final int most;

  /** When requests ended, in order; a ring that grows up to the most that can count at once. */
  private long[] ends;

  private int first;
  private int count;
  private int running;

  SlidingLog(int[] limits, long[] windows) {
    this.limits = limits;
    this.windows = windows;
    this.longest = Arrays.stream(windows).max().orElseThrow();
    this.most = Arrays.stream(limits).max().orElseThrow();
    this.ends = new long[Math.min(most, FIRST_LENGTH)];
  }

  /**
   * Returns the least time until a request can be sent that others go before; zero for now.
   *
   * <p>Exact for the first in line once all that ran has ended; else as if what runs ended now.
   */
  long remaining(int ahead, long now) {
    long wait = 0;
    for (int k = 0; k < limits.length; k++) {
      wait = Math.max(wait, remaining(limits[k], windows[k], ahead, now));
    }
    return wait;
  }

  private long remaining(int limit, long window, int ahead, long now) {
    int old = endedBy(now - window);
    int ended = endedBy(now) - old;
    // One whole window for each round of permits that goes first, then as the one in this round.
    long rounds = ahead / limit * window;
    int released = count - old + running + ahead % limit - limit;
    if (released < 0) {
      return rounds;
    }
    if (released < ended) {
      return rounds + end(old + released) + window - now;
    }
    // What runs, and what goes first, can end before that which is put later than now; where there
    // is neither, all that counts is put later, and the first of it comes free first.
    return running > 0 || ahead > 0 ? rounds + window : end(old) + window - now;
  }

  void begin(long now) {
    int old = endedBy(now - longest);
    first = (first + old) % ends.length;
    count -= old;
    running++;
  }

  void end(long at) {
    running--;
    if (count == ends.length) {
      grow();
    }
    int place = count++;
    // Most end in order: what is not yet known to have ended is put a little later than now.
    for (; place > 0 && end(place - 1) > at; place--) {
      ends[index(place)] = end(place - 1);
    }
    ends[index(place)] = at;
  }

  private void grow() {
    long[] longer = new long[(int) Math.min(most, 2L * ends.length)];
    for (int place = 0; place < count; place++) {
      longer[place] = end(place);
    }
    first = 0;
    ends = longer;
  }

  void undo() {
    running--;
  }

  /** Counts how many ended at an instant or before. */
  private int endedBy(long instant) {
    int from = 0;
    int to = count;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (end(middle) <= instant) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private long end(int place) {
    return ends[index(place)];
  }

  private int index(int place) {
    return (first + place) % ends.length;
  }
}
