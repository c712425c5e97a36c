package com.configcat.management.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.internal.core.Preconditions;
import org.jspecify.annotations.Nullable;

/**
 * What became of copying one flag.
 *
 * @param flag what was to be done
 * @param outcome what was done
 * @param failure why not; null where there is nothing to say. If its {@code
 *     requestMayHaveBeenApplied()} is true, the flag may have been copied all the same
 */
public record FlagCopy(FlagDifference flag, Outcome outcome, @Nullable ConfigCatException failure) {
  /**
   * Makes a result.
   *
   * @param flag what was to be done
   * @param outcome what was done
   * @param failure why not
   */
  public FlagCopy {
    Preconditions.value(flag, "flag", "give what was to be done");
    Preconditions.value(outcome, "outcome", "give what was done");
  }

  /** What can become of it. */
  public enum Outcome {
    /** The flag serves what it should, by this copy. */
    COPIED,
    /** The flag served what it should already; nothing was changed. */
    UNCHANGED,
    /** Somebody else changed the flag since the plan was made. It was left alone: compare again. */
    CONFLICT,
    /** The service refused it, or did not answer; {@code failure} says which. */
    FAILED,
    /** It was not the flag's turn, since a failure before would have met it as well. */
    NOT_TRIED
  }

  /** Returns the flag's key and the outcome. */
  @Override
  public String toString() {
    return flag.key() + ": " + outcome + (failure == null ? "" : ", " + failure.getMessage());
  }
}
