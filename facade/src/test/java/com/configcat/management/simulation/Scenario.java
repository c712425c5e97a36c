package com.configcat.management.simulation;

import java.time.Duration;

/**
 * What is simulated.
 *
 * @param algorithm how the service counts
 * @param latencyMillis of an answer, from half of it to one and a half times that
 * @param callers how many calls are made at a time, each by one who waits for its end
 * @param calls in all
 * @param speaks whether successes tell what is left of the quota
 * @param faults the share of requests that meet with each kind of it
 * @param concurrentCaller who else uses the quota
 * @param deadline of each call
 * @param seed of all that is random
 */
record Scenario(
    Algorithm algorithm,
    int latencyMillis,
    int callers,
    int calls,
    boolean speaks,
    double faults,
    ConcurrentCaller concurrentCaller,
    Duration deadline,
    long seed) {
  static final int CALLS = 5000;
  private static final Duration DAY = Duration.ofDays(1);

  /** A client that has the quota for itself and nothing but luck. */
  static Scenario lone(Algorithm algorithm, int latencyMillis, int callers, long seed) {
    return new Scenario(
        algorithm,
        latencyMillis,
        callers,
        CALLS,
        seed % 2 == 0,
        0,
        ConcurrentCaller.NONE,
        DAY,
        seed);
  }

  /** The same with a few cancels, timeouts, resets and late answers. */
  Scenario troubled(double share) {
    return new Scenario(
        algorithm, latencyMillis, callers, calls, speaks, share, concurrentCaller, deadline, seed);
  }

  /** The same with someone else who uses half the quota, and a deadline. */
  Scenario against(ConcurrentCaller other, Duration within) {
    return new Scenario(
        algorithm, latencyMillis, callers, calls, speaks, faults, other, within, seed);
  }
}
