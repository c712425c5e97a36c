package com.configcat.management.resource;

import com.configcat.management.SdkKey;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api.ReplaceSettingValueBySdkkeyV2Options;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api.UpdateSettingValueBySdkkeyV2Options;
import com.configcat.management.internal.raw.RawSettingValues;
import com.configcat.management.internal.value.FlagEdit;
import com.configcat.management.internal.value.GuardedValue;
import com.configcat.management.internal.value.PutBack;
import com.configcat.management.internal.value.ValuePlace;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SettingValuesBySdkKeyV2Operations;
import com.configcat.management.targeting.FlagType;
import com.configcat.management.targeting.ServedValue;
import com.configcat.management.value.EditableFormula;
import com.configcat.management.value.Edited;
import com.configcat.management.value.TemporaryFlag;
import com.configcat.management.value.WriteOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import retrofit2.Retrofit;

/**
 * Values in V2 Configs by SDK key: the operations of the API, and how to set a flag with one of
 * them.
 */
public final class SettingValuesBySdkKeyV2 extends SettingValuesBySdkKeyV2Operations
    implements FlagsBySdkKey<SettingFormulaModel>, TemporaryFlagsBySdkKey {
  private final RawSettingValues raw;
  private final CallRunner runner;

  /**
   * Makes the resource.
   *
   * @param retrofit makes the calls
   * @param runner runs them
   */
  public SettingValuesBySdkKeyV2(Retrofit retrofit, CallRunner runner) {
    super(retrofit.create(SettingValuesBySdkKeyV2Api.class), runner);
    this.raw = retrofit.create(RawSettingValues.class);
    this.runner = runner;
  }

  /**
   * Edits a flag's value; see {@link SettingValuesV2#edit(java.util.UUID, int, UnaryOperator,
   * WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param change returns the formula it is given, changed
   * @return the value as it is now, and whether it was changed
   */
  public Edited edit(SdkKey sdkKey, String settingKey, UnaryOperator<EditableFormula> change) {
    return edit(sdkKey, settingKey, change, WriteOptions.none());
  }

  /**
   * Edits a flag's value; see {@link SettingValuesV2#edit(java.util.UUID, int, UnaryOperator,
   * WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param change returns the formula it is given, changed
   * @param options what else to say
   * @return the value as it is now, and whether it was changed
   */
  public Edited edit(
      SdkKey sdkKey,
      String settingKey,
      UnaryOperator<EditableFormula> change,
      WriteOptions options) {
    FlagArguments.check(sdkKey, settingKey);
    return FlagEdit.edit(value(sdkKey, settingKey), change, options);
  }

  @Override
  public TemporaryFlag temporarily(
      SdkKey sdkKey, String settingKey, SettingValue value, WriteOptions options) {
    FlagArguments.check(sdkKey, settingKey, value);
    FlagArguments.check(options);
    return PutBack.set(value(sdkKey, settingKey), value, options);
  }

  private GuardedValue value(SdkKey sdkKey, String settingKey) {
    return new GuardedValue(ValuePlace.v2(raw, runner, sdkKey, settingKey));
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
