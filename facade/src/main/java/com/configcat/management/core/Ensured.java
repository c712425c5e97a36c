package com.configcat.management.core;

import java.util.Objects;

/**
 * A resource in its desired state, and what was done to get it there.
 *
 * @param <T> the type of the resource
 * @param value the current state of the resource
 * @param outcome what was done
 */
public record Ensured<T>(T value, Outcome outcome) {
  /**
   * Creates a result.
   *
   * @param value the current state of the resource
   * @param outcome what was done
   */
  public Ensured {
    Objects.requireNonNull(value, "value is null: give the resource");
    Objects.requireNonNull(outcome, "outcome is null: give one such as Outcome.CREATED");
  }

  /**
   * Returns whether anything was written.
   *
   * @return false if the resource was already in the desired state
   */
  public boolean changed() {
    return outcome != Outcome.UNCHANGED;
  }

  /** What was done to reach the desired state. */
  public enum Outcome {
    /** The resource did not exist and was created. */
    CREATED,
    /** The resource existed, differed and was updated. */
    UPDATED,
    /** The resource was already in the desired state; nothing was written. */
    UNCHANGED
  }
}
