package com.configcat.management.internal.json;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.PredefinedVariationModel;
import com.configcat.management.model.PredefinedVariationValueModel;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.ValueModel;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.ServedValue;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is served when no rule matches, as a plain value: a setting with predefined variations names
 * one of them instead.
 */
public final class ServedDefault {
  private static final Gson GSON = ManagementGson.create();

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
    return variations(setting).stream()
        .filter(each -> Objects.equals(each.getPredefinedVariationId(), variation))
        .findFirst()
        .map(PredefinedVariationModel::getValue)
        .map(ServedDefault::plain)
        .map(type::read)
        .orElseGet(() -> type.read(value));
  }

  /**
   * Reads it of a value in a V1 Config, where settings have no predefined variations.
   *
   * @param <T> what a value is in Java
   * @param value the flag's value
   * @param type the setting's type
   * @return what is served
   * @throws IllegalArgumentException if the setting is of another type
   */
  public static <T> T of(SettingValueModel value, FlagType<T> type) {
    @Nullable SettingDataModel setting = value.getSetting();
    if (setting != null) {
      type.check(setting.getSettingType());
    }
    return type.read(value.getValue());
  }

  /**
   * Finds what a setting is to serve for a value: the value in the setting's type, or the
   * predefined variation that has it.
   *
   * @param setting what the service says of the setting; null if it does not
   * @param value the value
   * @return what it is to serve
   * @throws IllegalArgumentException if the setting is of another type, or has predefined
   *     variations and none with this value
   */
  public static ServedValue forSetting(@Nullable SettingDataV2Model setting, SettingValue value) {
    @Nullable SettingType settingType = setting == null ? null : setting.getSettingType();
    ServedValue served = ServedValue.of(ServedJson.fitting(settingType, value));
    List<PredefinedVariationModel> variations = variations(setting);
    if (variations.isEmpty()) {
      return served;
    }
    return variations.stream()
        .filter(each -> ServedJson.same(json(each.getValue()), json(served.toModel())))
        .findFirst()
        .map(each -> ServedValue.variation(each.getPredefinedVariationId()))
        .orElseThrow(() -> noVariation(variations, value));
  }

  private static IllegalArgumentException noVariation(
      List<PredefinedVariationModel> variations, SettingValue value) {
    String names =
        variations.stream()
            .map(each -> String.valueOf(each.getValue()))
            .collect(Collectors.joining(", "));
    return new IllegalArgumentException(
        "The setting serves only its predefined variations, and none has the value "
            + value
            + ": give one of "
            + names);
  }

  private static List<PredefinedVariationModel> variations(@Nullable SettingDataV2Model setting) {
    @Nullable List<PredefinedVariationModel> variations =
        setting == null ? null : setting.getPredefinedVariations();
    return variations == null ? List.of() : variations;
  }

  private static JsonObject json(Object model) {
    return GSON.toJsonTree(model).getAsJsonObject();
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
