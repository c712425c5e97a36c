package com.configcat.management.value;

import com.configcat.management.model.SettingFormulaModel;

/**
 * What became of an edit.
 *
 * @param value the flag's value as it is now
 * @param changed false if the value was as wanted already, so that nothing was changed
 */
public record Edited(SettingFormulaModel value, boolean changed) {}
