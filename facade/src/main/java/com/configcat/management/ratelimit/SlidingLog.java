package com.configcat.management.ratelimit;

/**
 * A log of the requests of one operation that still count against its limits. Times are nanoseconds
 * since an arbitrary instant. Not thread-safe.
 *
 * <p>A request counts toward a window of length W from when it is sent until W after it ended. With
 * a limit of n, the n-th request after another is thus sent at least a full window after the
 * other's response: whenever the service counted the two, it counted them at least a window apart.
 */
final class SlidingLog {
  /** The least capacity, a power of two; enough for the usual case of few calls in a row. */
  private static final int LEAST = 32;

  private final int[] limits;
  private final long[] windows;
  private final int longest;

  /** End times of requests, in order: a ring buffer whose length, a power of two, follows them. */
  private long[] ends = new long[LEAST];

  /** For each limit, how many of the first ends are no longer in its window. */
  private final int[] old;

  private int first;
  private int count;
  private int running;

  /** Makes a log for limits, each of which has its window at the same index. */
  SlidingLog(int[] limits, long[] windows) {
    this.limits = limits;
    this.windows = windows;
    this.old = new int[limits.length];
    int longest = 0;
    for (int k = 1; k < windows.length; k++) {
      longest = windows[k] > windows[longest] ? k : longest;
    }
    this.longest = longest;
  }

  /**
   * Returns the shortest wait for a request behind {@code ahead} others; zero if it can be sent
   * now.
   *
   * <p>Exact for the head of the queue once no request is in flight; otherwise assumes that those
   * in flight end now.
   *
   * @param now not before that of an earlier call
   */
  long remaining(int ahead, long now) {
    long wait = 0;
    for (int k = 0; k < limits.length; k++) {
      wait = Math.max(wait, remaining(k, ahead, now));
    }
    return wait;
  }

  private long remaining(int k, int ahead, long now) {
    int limit = limits[k];
    long window = windows[k];
    while (old[k] < count && end(old[k]) <= now - window) {
      old[k]++;
    }
    // One full window for each round of permits that goes first, then the wait within this round.
    long rounds = ahead / limit * window;
    int released = count - old[k] + running + ahead % limit - limit;
    if (released < 0) {
      return rounds;
    }
    if (old[k] + released < endedBy(now)) {
      return rounds + end(old[k] + released) + window - now;
    }
    // Requests in flight or ahead can end before those logged with an end later than now. If there
    // are neither, all that count have a later end, and the first of these is released first.
    return running > 0 || ahead > 0 ? rounds + window : end(old[k]) + window - now;
  }

  /** Notes that a request is sent, right after {@link #remaining} was zero. */
  void begin() {
    int gone = old[longest];
    first = (first + gone) & (ends.length - 1);
    count -= gone;
    for (int k = 0; k < old.length; k++) {
      old[k] -= gone;
    }
    if (ends.length > LEAST && count < ends.length / 8) {
      resize(ends.length / 2);
    }
    running++;
  }

  void end(long at) {
    running--;
    if (count == ends.length) {
      resize(2 * ends.length);
    }
    int place = count++;
    // Most end in order; a request without a response is logged with an end slightly later than
    // now.
    for (; place > 0 && end(place - 1) > at; place--) {
      ends[index(place)] = end(place - 1);
    }
    ends[index(place)] = at;
  }

  private void resize(int length) {
    long[] resized = new long[length];
    for (int place = 0; place < count; place++) {
      resized[place] = end(place);
    }
    first = 0;
    ends = resized;
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
    return (first + place) & (ends.length - 1);
  }
}
