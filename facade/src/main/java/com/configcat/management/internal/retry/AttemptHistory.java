package com.configcat.management.internal.retry;

/**
 * The attempts of a call so far.
 *
 * @param rateLimited attempts that were answered with 429
 * @param mayHaveBeenApplied whether one of them may have been applied, without confirmation
 */
public record AttemptHistory(int attempts, int rateLimited, boolean mayHaveBeenApplied) {
  public static final AttemptHistory NONE = new AttemptHistory(0, 0, false);

  public AttemptHistory and(AttemptOutcome outcome) {
    return new AttemptHistory(
        attempts + 1,
        rateLimited + (outcome.kind() == AttemptOutcome.Kind.TOO_MANY_REQUESTS ? 1 : 0),
        mayHaveBeenApplied || outcome.mayHaveBeenApplied());
  }

  /** Returns the attempts that count towards the limit of the options: all but the 429s. */
  public int failures() {
    return attempts - rateLimited;
  }
}
