package com.configcat.management.ratelimit;

import java.util.Arrays;

/**
 * A log of the requests of one operation that still count against its limits. Times are nanoseconds
 * since an arbitrary instant. Not thread-safe.
 *
 * <p>A request counts toward a window of length W from when it is sent until W after it ended. With
 * a limit of n, the n-th request after another is thus sent at least a full window after the
 * other's response: whenever the service counted the two, it counted them at least a window apart.
 */
final class SlidingLog {
  /** Initial capacity; enough for the service's limits in the usual case of few calls in a row. */
  private static final int FIRST_LENGTH = 32;

  private final int[] limits;
  private final long[] windows;
  private final long longest;
  private final int most;

  /** End times of requests, in order: a ring buffer that grows up to the largest limit. */
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
   * Returns the shortest wait for a request behind {@code ahead} others; zero if it can be sent
   * now.
   *
   * <p>Exact for the head of the queue once no request is in flight; otherwise assumes that those
   * in flight end now.
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
    // One full window for each round of permits that goes first, then the wait within this round.
    long rounds = ahead / limit * window;
    int released = count - old + running + ahead % limit - limit;
    if (released < 0) {
      return rounds;
    }
    if (released < ended) {
      return rounds + end(old + released) + window - now;
    }
    // Requests in flight or ahead can end before those logged with an end later than now. If there
    // are neither, all that count have a later end, and the first of these is released first.
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
    // Most end in order; a request without a response is logged with an end slightly later than
    // now.
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

  /** Returns how many ended at or before an instant. */
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
