package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;

/**
 * The result of an edit, or of setting a default.
 *
 * @param value the current value of the flag
 * @param changed false if the flag already had the desired value; nothing was written
 */
public record EditResult(FlagValue value, boolean changed) {
  /**
   * Creates a result.
   *
   * @param value the current value of the flag
   * @param changed whether the value was changed
   */
  public EditResult {
    Preconditions.value(value, "value", "give the flag's value as it is now");
  }
}
