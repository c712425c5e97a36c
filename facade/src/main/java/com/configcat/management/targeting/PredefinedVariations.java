package com.configcat.management.targeting;

import com.configcat.management.model.PredefinedVariationModel;
import com.configcat.management.model.PredefinedVariationValueModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdatePercentageOptionModel;
import com.configcat.management.model.UpdateTargetingRuleModel;
import com.configcat.management.model.UpdateValueModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces plain values with the predefined variations that have them, in a setting that serves
 * only predefined variations. Keeps the values of other settings.
 */
record PredefinedVariations(List<PredefinedVariationModel> variations) {
  static PredefinedVariations of(@Nullable SettingDataV2Model setting) {
    @Nullable List<PredefinedVariationModel> variations =
        setting == null ? null : setting.getPredefinedVariations();
    return new PredefinedVariations(variations == null ? List.of() : variations);
  }

  UpdateEvaluationFormulaModel take(UpdateEvaluationFormulaModel formula) {
    UpdateEvaluationFormulaModel.Builder builder =
        formula.toBuilder().defaultValue(take(formula.getDefaultValue()));
    @Nullable List<UpdateTargetingRuleModel> rules = formula.getTargetingRules();
    return (rules == null
            ? builder
            : builder.targetingRules(rules.stream().map(this::take).toList()))
        .build();
  }

  UpdateTargetingRuleModel take(UpdateTargetingRuleModel rule) {
    UpdateTargetingRuleModel.Builder builder = rule.toBuilder();
    @Nullable UpdateValueModel value = rule.getValue();
    if (value != null) {
      builder.value(take(value));
    }
    @Nullable List<UpdatePercentageOptionModel> options = rule.getPercentageOptions();
    if (options != null) {
      builder.percentageOptions(options.stream().map(this::take).toList());
    }
    return builder.build();
  }

  private UpdatePercentageOptionModel take(UpdatePercentageOptionModel option) {
    return option.toBuilder().value(take(option.getValue())).build();
  }

  UpdateValueModel take(UpdateValueModel value) {
    if (variations.isEmpty() || value.getPredefinedVariationId() != null) {
      return value;
    }
    return variations.stream()
        .filter(variation -> has(variation.getValue(), value))
        .findFirst()
        .map(PredefinedVariationModel::getPredefinedVariationId)
        .map(id -> UpdateValueModel.builder().predefinedVariationId(id).build())
        .orElseThrow(() -> none(value));
  }

  private static boolean has(
      @Nullable PredefinedVariationValueModel variation, UpdateValueModel value) {
    return variation != null
        && Objects.equals(variation.getBoolValue(), value.getBoolValue())
        && Objects.equals(variation.getStringValue(), value.getStringValue())
        && Objects.equals(variation.getIntValue(), value.getIntValue())
        && sameNumber(variation.getDoubleValue(), value.getDoubleValue());
  }

  /** Treats 0.0 and -0.0 as equal. */
  private static boolean sameNumber(@Nullable Double one, @Nullable Double other) {
    return (one == null || other == null)
        ? Objects.equals(one, other)
        : one.doubleValue() == other.doubleValue();
  }

  private IllegalArgumentException none(UpdateValueModel value) {
    String values =
        variations.stream()
            .map(variation -> String.valueOf(variation.getValue()))
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "The setting serves only its predefined variations, and none has the value "
            + value
            + ": give one of "
            + values);
  }
}
