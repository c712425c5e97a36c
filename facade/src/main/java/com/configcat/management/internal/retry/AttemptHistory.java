package com.configcat.management.internal.retry;

/**
 * What happened in a call so far.
 *
 * @param attempts that were begun
 * @param rateLimited attempts that were answered with 429
 * @param mayHaveBeenApplied whether one of them may have done what was asked, without saying so
 */
public record AttemptHistory(int attempts, int rateLimited, boolean mayHaveBeenApplied) {
  /** A call that has not been tried yet. */
  public static final AttemptHistory NONE = new AttemptHistory(0, 0, false);

  /**
   * Adds an attempt.
   *
   * @param outcome how it ended
   * @param applied whether it may have done what was asked, without saying so
   * @return this history and that
   */
  public AttemptHistory and(AttemptOutcome outcome, boolean applied) {
    return new AttemptHistory(
        attempts + 1,
        rateLimited + (outcome.kind() == AttemptOutcome.Kind.TOO_MANY_REQUESTS ? 1 : 0),
        mayHaveBeenApplied || applied);
  }

  /**
   * Returns how many attempts failed, those told to wait not counted.
   *
   * @return the number that the options limit
   */
  public int failures() {
    return attempts - rateLimited;
  }
}
