package com.configcat.management.internal.value;

import com.configcat.management.model.PredefinedVariationModel;
import com.configcat.management.model.PredefinedVariationValueModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.ValueModel;
import com.configcat.management.targeting.FlagType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is served when no rule matches. */
public final class ServedDefault {
  private ServedDefault() {}

  /**
   * Reads it.
   *
   * @param <T> what a value is in Java
   * @param formula the flag's value
   * @param type the setting's type
   * @return what is served
   * @throws IllegalArgumentException if the setting is of another type
   */
  public static <T> T of(SettingFormulaModel formula, FlagType<T> type) {
    @Nullable SettingDataV2Model setting = formula.getSetting();
    if (setting != null) {
      type.check(setting.getSettingType());
    }
    ValueModel value = formula.getDefaultValue();
    @Nullable UUID variation = value.getPredefinedVariationId();
    if (variation == null || setting == null) {
      return type.read(value);
    }
    @Nullable List<PredefinedVariationModel> variations = setting.getPredefinedVariations();
    return Stream.ofNullable(variations)
        .flatMap(List::stream)
        .filter(each -> Objects.equals(each.getPredefinedVariationId(), variation))
        .findFirst()
        .map(PredefinedVariationModel::getValue)
        .map(ServedDefault::plain)
        .map(type::read)
        .orElseGet(() -> type.read(value));
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
