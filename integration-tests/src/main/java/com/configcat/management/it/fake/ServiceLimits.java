package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Limits of one value. */
final class ServiceLimits {
  static final int PERCENTAGE_OPTIONS = 10;
  static final int TARGETING_RULES = 100;
  static final int CONDITIONS = 10;
  static final int STRING_VALUE = 100_000;
  static final int COMPARISON_VALUE = 65_535;
  static final int COMPARISON_LIST = 1_000;
  static final int COMPARISON_LIST_ITEM = 255;
  static final int PREDEFINED_VARIATIONS = 20;

  private ServiceLimits() {}

  static JsonObject served() {
    return Json.object(
        "maxPercentageOptionCount", PERCENTAGE_OPTIONS,
        "maxTargetingRuleCount", TARGETING_RULES,
        "maxComparisonValueLength", COMPARISON_VALUE,
        "maxComparisonValueListLength", COMPARISON_LIST,
        "maxComparisonValueListItemLength", COMPARISON_LIST_ITEM,
        "maxStringFlagValueLength", STRING_VALUE,
        "maxConditionPerTargetingRuleCount", CONDITIONS);
  }
}
