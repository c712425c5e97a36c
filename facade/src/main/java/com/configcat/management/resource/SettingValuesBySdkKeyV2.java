package com.configcat.management.resource;

import com.configcat.management.SdkKey;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api.ReplaceSettingValueBySdkkeyV2Options;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api.UpdateSettingValueBySdkkeyV2Options;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SettingValuesBySdkKeyV2Operations;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.ServedValue;
import java.util.List;
import java.util.Optional;

/**
 * Values in V2 Configs by SDK key: the operations of the API, and how to set a flag with one of
 * them.
 */
public final class SettingValuesBySdkKeyV2 extends SettingValuesBySdkKeyV2Operations
    implements FlagsBySdkKey<SettingFormulaModel> {
  /**
   * Makes the resource.
   *
   * @param api where the calls come from
   * @param runner runs them
   */
  public SettingValuesBySdkKeyV2(SettingValuesBySdkKeyV2Api api, CallRunner runner) {
    super(api, runner);
  }

  @Override
  public SettingFormulaModel updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value) {
    FlagArguments.check(sdkKey, settingKey, value);
    return replace(settingKey, sdkKey.value(), replacement(value));
  }

  @Override
  public SettingFormulaModel updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    FlagArguments.check(sdkKey, settingKey, value, reason);
    ReplaceSettingValueBySdkkeyV2Options options =
        ReplaceSettingValueBySdkkeyV2Options.builder().reason(reason).build();
    return replace(settingKey, sdkKey.value(), replacement(value), options);
  }

  @Override
  public Optional<SettingFormulaModel> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value) {
    FlagArguments.check(sdkKey, settingKey, value);
    return Optional.ofNullable(patch(settingKey, sdkKey.value(), defaultPatch(value)));
  }

  @Override
  public Optional<SettingFormulaModel> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    FlagArguments.check(sdkKey, settingKey, value, reason);
    UpdateSettingValueBySdkkeyV2Options options =
        UpdateSettingValueBySdkkeyV2Options.builder().reason(reason).build();
    return Optional.ofNullable(patch(settingKey, sdkKey.value(), defaultPatch(value), options));
  }

  private static UpdateEvaluationFormulaModel replacement(SettingValue value) {
    return UpdateEvaluationFormulaModel.builder()
        .defaultValue(ServedValue.of(value).toModel())
        .build();
  }

  private static List<JsonPatchOperation> defaultPatch(SettingValue value) {
    return List.of(
        JsonPatchOperation.replace("/defaultValue/" + FlagType.of(value).member(), value));
  }
}
