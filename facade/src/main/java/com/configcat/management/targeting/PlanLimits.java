package com.configcat.management.targeting;

import com.configcat.management.model.FeatureFlagLimitations;
import com.configcat.management.model.UpdateComparisonValueListModel;
import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdatePercentageOptionModel;
import com.configcat.management.model.UpdateTargetingRuleModel;
import com.configcat.management.model.UpdateUserConditionModel;
import com.configcat.management.model.UpdateValueModel;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks values and rules against the limits of the organization's plan. */
record PlanLimits(FeatureFlagLimitations limits) {
  void check(UpdateEvaluationFormulaModel formula) {
    check(formula.getDefaultValue());
    List<UpdateTargetingRuleModel> rules = list(formula.getTargetingRules());
    atMost(rules.size(), limits.getMaxTargetingRuleCount(), "targeting rules");
    rules.forEach(this::check);
  }

  void check(UpdateTargetingRuleModel rule) {
    List<UpdateConditionModel> conditions = list(rule.getConditions());
    atMost(
        conditions.size(), limits.getMaxConditionPerTargetingRuleCount(), "conditions in a rule");
    conditions.stream()
        .map(UpdateConditionModel::getUserCondition)
        .filter(Objects::nonNull)
        .map(UpdateUserConditionModel::getComparisonValue)
        .filter(Objects::nonNull)
        .forEach(this::checkComparisonValue);
    List<UpdatePercentageOptionModel> options = list(rule.getPercentageOptions());
    atMost(options.size(), limits.getMaxPercentageOptionCount(), "percentage options in a rule");
    check(rule.getValue());
    options.forEach(option -> check(option.getValue()));
  }

  private void checkComparisonValue(UpdateComparisonValueModel value) {
    atMost(
        length(value.getStringValue()),
        limits.getMaxComparisonValueLength(),
        "characters in a text to compare with");
    List<UpdateComparisonValueListModel> items = list(value.getListValue());
    atMost(items.size(), limits.getMaxComparisonValueListLength(), "texts to compare with");
    for (UpdateComparisonValueListModel item : items) {
      atMost(
          length(item.getValue()),
          limits.getMaxComparisonValueListItemLength(),
          "characters in one of the texts to compare with");
    }
  }

  void check(@Nullable UpdateValueModel value) {
    if (value != null) {
      atMost(
          length(value.getStringValue()),
          limits.getMaxStringFlagValueLength(),
          "characters in a served text");
    }
  }

  private static void atMost(int count, @Nullable Integer limit, String what) {
    if (limit != null && count > limit) {
      throw new IllegalArgumentException(
          "There are " + count + " " + what + ": the organization's plan allows " + limit);
    }
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
