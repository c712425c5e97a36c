package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;

/** Limits of one value. */
public final class ServiceLimits {
  public static final int PERCENTAGE_OPTIONS = 10;
  public static final int TARGETING_RULES = 100;
  public static final int CONDITIONS = 10;
  static final int STRING_VALUE = 100_000;
  public static final int COMPARISON_VALUE = 65_535;
  public static final int COMPARISON_LIST = 1_000;
  public static final int COMPARISON_LIST_ITEM = 255;
  public static final int PREDEFINED_VARIATIONS = 20;

  private ServiceLimits() {}

  public static JsonObject served() {
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
