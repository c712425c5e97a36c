package com.configcat.management.core;

import java.time.Duration;
import java.util.Objects;

/**
 * How a call may go about getting its answer: how long it may take, and what is repeated.
 *
 * <p>Immutable: each method that changes something returns other options.
 */
public final class CallOptions {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final CallOptions DEFAULTS = new CallOptions(Duration.ofMinutes(2), 4, false);

  private final Duration deadline;
  private final int maxAttempts;
  private final boolean retryWrites;

  private CallOptions(Duration deadline, int maxAttempts, boolean retryWrites) {
    this.deadline = deadline;
    this.maxAttempts = maxAttempts;
    this.retryWrites = retryWrites;
  }

  /**
   * Returns the options of a client that was not told others.
   *
   * @return 2 minutes, 4 attempts, and no repeated POST or PATCH
   */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets how long a call may take in all: waiting for the rate limit, attempts, and pauses between
   * them.
   *
   * @param deadline from the start of the call; more than zero, at most a day
   * @return options like these but for that
   * @throws IllegalArgumentException if it is out of range
   */
  public CallOptions deadline(Duration deadline) {
    Objects.requireNonNull(deadline, "deadline is null: give one such as Duration.ofSeconds(30)");
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "The deadline " + deadline + " is not between zero and a day: give one such as PT30S");
    }
    return new CallOptions(deadline, maxAttempts, retryWrites);
  }

  /**
   * Sets how many attempts may fail by the network or the service. Being told to wait (429) is no
   * failure and is not counted: such a call goes on until its deadline.
   *
   * @param attempts 1 to repeat nothing
   * @return options like these but for that
   * @throws IllegalArgumentException if it is less than 1
   */
  public CallOptions maxAttempts(int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          attempts + " attempts are none: give 1 to repeat nothing, or more");
    }
    return new CallOptions(deadline, attempts, retryWrites);
  }

  /**
   * Sets whether a POST or PATCH that may have been applied is sent again. It may then happen
   * twice: a tag made twice, a patch that appends applied twice.
   *
   * @param repeat true to repeat them as if they were a PUT
   * @return options like these but for that
   */
  public CallOptions retryWrites(boolean repeat) {
    return new CallOptions(deadline, maxAttempts, repeat);
  }

  /**
   * Returns how long a call may take in all.
   *
   * @return 2 minutes unless set
   */
  public Duration deadline() {
    return deadline;
  }

  /**
   * Returns how many attempts may fail.
   *
   * @return 4 unless set
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * Returns whether a POST or PATCH that may have been applied is sent again.
   *
   * @return false unless set
   */
  public boolean retryWrites() {
    return retryWrites;
  }

  @Override
  public String toString() {
    return "CallOptions[deadline="
        + deadline
        + ", maxAttempts="
        + maxAttempts
        + ", retryWrites="
        + retryWrites
        + "]";
  }
}
