package com.configcat.management.value;

import com.configcat.management.internal.argument.Given;
import com.configcat.management.model.SettingFormulaModel;

/**
 * What became of an edit.
 *
 * @param value the flag's value as it is now
 * @param changed false if the value was as wanted already, so that nothing was changed
 */
public record Edited(SettingFormulaModel value, boolean changed) {
  /**
   * Makes a result.
   *
   * @param value the flag's value as it is now
   * @param changed whether it was changed
   */
  public Edited {
    Given.value(value, "value", "give the flag's value as it is now");
  }
}
