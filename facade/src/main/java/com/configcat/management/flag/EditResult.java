package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.SettingFormulaModel;

/**
 * What became of an edit.
 *
 * @param value the flag's value as it is now
 * @param changed false if the value was as wanted already, so that nothing was changed
 */
public record EditResult(SettingFormulaModel value, boolean changed) {
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
