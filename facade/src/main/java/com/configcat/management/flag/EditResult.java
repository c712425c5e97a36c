package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;

/**
 * The outcome of an edit, or of setting a default.
 *
 * @param value the flag's value as it is now
 * @param changed false if the value was as wanted already, so that nothing was changed
 */
public record EditResult(FlagValue value, boolean changed) {
  /**
   * Makes a result.
   *
   * @param value the flag's value as it is now
   * @param changed whether it was changed
   */
  public EditResult {
    Preconditions.value(value, "value", "give the flag's value as it is now");
  }
}
