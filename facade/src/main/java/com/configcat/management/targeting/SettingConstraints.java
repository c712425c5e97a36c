package com.configcat.management.targeting;

import com.configcat.management.model.FeatureFlagLimitations;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.UpdateConditionModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdatePrerequisiteFlagConditionModel;
import com.configcat.management.model.UpdateTargetingRuleModel;
import com.configcat.management.model.UpdateValueModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks values, rules and formulas against a setting: its type, no dependency on itself, its
 * predefined variations, and the limits of the organization's plan. Constraints that the service
 * did not send are not checked.
 */
final class SettingConstraints {
  private final @Nullable SettingDataV2Model setting;
  private final @Nullable PlanLimits limits;

  private SettingConstraints(@Nullable SettingDataV2Model setting, @Nullable PlanLimits limits) {
    this.setting = setting;
    this.limits = limits;
  }

  /**
   * Reads the constraints of a setting.
   *
   * @param current the setting's value as last read
   */
  static SettingConstraints of(SettingFormulaModel current) {
    Objects.requireNonNull(current, "current is null: read the setting's value first");
    @Nullable FeatureFlagLimitations limits = current.getFeatureFlagLimitations();
    return new SettingConstraints(
        current.getSetting(), limits == null ? null : new PlanLimits(limits));
  }

  UpdateValueModel take(ServedValue value) {
    checkType(value);
    UpdateValueModel model = value.toModel();
    if (limits != null) {
      limits.check(model);
    }
    return variations().take(model);
  }

  UpdateTargetingRuleModel take(TargetingRule rule) {
    rule.served().forEach(this::checkType);
    UpdateTargetingRuleModel model = rule.toModel();
    checkPrerequisites(model);
    if (limits != null) {
      limits.check(model);
    }
    return variations().take(model);
  }

  /** Checks a formula, whose rules serve values of the same type as its default. */
  UpdateEvaluationFormulaModel take(Formula formula) {
    checkType(formula.defaultValue());
    UpdateEvaluationFormulaModel model = formula.toModel();
    Optional.ofNullable(model.getTargetingRules()).stream()
        .flatMap(List::stream)
        .forEach(this::checkPrerequisites);
    if (limits != null) {
      limits.check(model);
    }
    return variations().take(model);
  }

  private PredefinedVariations variations() {
    return PredefinedVariations.of(setting);
  }

  private void checkType(ServedValue value) {
    @Nullable FlagType<?> type = value.type();
    if (setting != null && type != null) {
      type.check(setting.getSettingType());
    }
  }

  private void checkPrerequisites(UpdateTargetingRuleModel rule) {
    boolean ofItself =
        setting != null
            && Optional.ofNullable(rule.getConditions()).stream()
                .flatMap(List::stream)
                .map(UpdateConditionModel::getPrerequisiteFlagCondition)
                .filter(Objects::nonNull)
                .map(UpdatePrerequisiteFlagConditionModel::getPrerequisiteSettingId)
                .anyMatch(id -> id.equals(setting.getSettingId()));
    if (ofItself) {
      throw new IllegalArgumentException(
          "The flag would depend on itself: name another flag as prerequisite");
    }
  }
}
