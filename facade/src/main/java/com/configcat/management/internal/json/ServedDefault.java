package com.configcat.management.internal.json;

import com.configcat.management.model.PredefinedVariationModel;
import com.configcat.management.model.PredefinedVariationValueModel;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.UpdateValueModel;
import com.configcat.management.model.ValueModel;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.ServedValue;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Converts between plain values and what a setting serves by default: a value or a predefined
 * variation.
 */
public final class ServedDefault {
  private ServedDefault() {}

  /**
   * Returns the default value; for a predefined variation, its value.
   *
   * @throws IllegalArgumentException if the setting has another type, or serves no default value
   */
  public static <T> T of(SettingFormulaModel formula, FlagType<T> type) {
    @Nullable SettingDataV2Model setting = formula.getSetting();
    if (setting != null) {
      type.check(setting.getSettingType());
    }
    ValueModel value = present(formula.getDefaultValue());
    @Nullable UUID variation = value.getPredefinedVariationId();
    if (variation == null || setting == null) {
      return type.read(value);
    }
    return variations(setting).stream()
        .filter(each -> Objects.equals(each.getPredefinedVariationId(), variation))
        .findFirst()
        .map(PredefinedVariationModel::getValue)
        .map(ServedDefault::plain)
        .map(type::read)
        .orElseGet(() -> type.read(value));
  }

  /**
   * Returns the default value of a V1 setting, which has no predefined variations.
   *
   * @throws IllegalArgumentException if the setting has another type, or serves no default value
   */
  public static <T> T of(SettingValueModel value, FlagType<T> type) {
    @Nullable SettingDataModel setting = value.getSetting();
    if (setting != null) {
      type.check(setting.getSettingType());
    }
    return type.read(present(value.getValue()));
  }

  /** Rejects null, which a model of an incomplete response may have. */
  private static <V> V present(@Nullable V value) {
    if (value == null) {
      throw new IllegalArgumentException("There is no default value: the service sent none");
    }
    return value;
  }

  /**
   * Returns the value in the setting's type or, if the setting has predefined variations, the one
   * with this value.
   *
   * @throws IllegalArgumentException if the setting has another type, the number is out of range,
   *     or no predefined variation has this value
   */
  public static UpdateValueModel forSetting(SettingFormulaModel current, SettingValue value) {
    @Nullable SettingDataV2Model setting = current.getSetting();
    @Nullable SettingType settingType = setting == null ? null : setting.getSettingType();
    return ServedValue.of(ServedJson.fitting(settingType, value)).toModelFor(current);
  }

  private static List<PredefinedVariationModel> variations(SettingDataV2Model setting) {
    @Nullable List<PredefinedVariationModel> variations = setting.getPredefinedVariations();
    return variations == null ? List.of() : variations;
  }

  private static ValueModel plain(PredefinedVariationValueModel value) {
    return ValueModel.builder()
        .boolValue(value.getBoolValue())
        .stringValue(value.getStringValue())
        .intValue(value.getIntValue())
        .doubleValue(value.getDoubleValue())
        .build();
  }
}
