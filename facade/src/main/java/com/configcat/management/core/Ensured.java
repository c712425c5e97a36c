package com.configcat.management.core;

import java.util.Objects;

/**
 * A resource that is as it was wanted, and what was done for that.
 *
 * @param <T> the resource
 * @param value the resource as the service has it now
 * @param outcome what was done
 */
public record Ensured<T>(T value, Outcome outcome) {
  /**
   * Makes a result.
   *
   * @param value the resource as the service has it now
   * @param outcome what was done
   */
  public Ensured {
    Objects.requireNonNull(value, "value is null: give the resource");
    Objects.requireNonNull(outcome, "outcome is null: say what was done");
  }

  /**
   * Says whether anything was written.
   *
   * @return false if the resource was as wanted already
   */
  public boolean changed() {
    return outcome != Outcome.UNCHANGED;
  }

  /** What was done to have a resource as wanted. */
  public enum Outcome {
    /** It was not there, and was made. */
    CREATED,
    /** It was there, differed, and was changed. */
    UPDATED,
    /** It was there and as wanted; nothing was written. */
    UNCHANGED
  }
}
