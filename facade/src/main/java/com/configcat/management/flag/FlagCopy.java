package com.configcat.management.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.internal.core.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of copying one flag.
 *
 * @param flag the difference to copy
 * @param outcome the outcome
 * @param failure the exception of a conflict or failure; null for any other outcome. If its {@code
 *     requestMayHaveBeenApplied()} is true, the flag may have been copied nevertheless
 */
public record FlagCopy(FlagDifference flag, Outcome outcome, @Nullable ConfigCatException failure) {
  /**
   * Creates an outcome.
   *
   * @param flag the difference to copy
   * @param outcome the outcome
   * @param failure the exception of a conflict or failure; null for any other outcome
   */
  public FlagCopy {
    Preconditions.value(flag, "flag", "give the planned change");
    Preconditions.value(outcome, "outcome", "give the outcome");
  }

  /** Outcomes of copying a flag. */
  public enum Outcome {
    /** The flag was changed to the value to copy. */
    COPIED,
    /** The flag already had the value to copy; nothing was changed. */
    UNCHANGED,
    /**
     * Somebody else changed the flag since the plan was created. Their value is kept: compare
     * again.
     */
    CONFLICT,
    /** A call failed: see {@code failure}. */
    FAILED,
    /**
     * Nothing was sent for the flag: an earlier failure would have affected it as well, or the
     * client was closed.
     */
    NOT_TRIED
  }

  /** Returns the flag's key, the outcome and the message of the failure. */
  @Override
  public String toString() {
    return flag.key() + ": " + outcome + (failure == null ? "" : ", " + failure.getMessage());
  }
}
