package com.configcat.management.resource;

import com.configcat.management.api.SettingValuesBySdkKeyV2Api;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api.ReplaceSettingValueBySdkkeyV2Options;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api.UpdateSettingValueBySdkkeyV2Options;
import com.configcat.management.core.SdkKey;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.flag.FlagEdit;
import com.configcat.management.internal.flag.FlagRestore;
import com.configcat.management.internal.flag.GuardedValue;
import com.configcat.management.internal.flag.ValueEndpoint;
import com.configcat.management.internal.rest.SettingValueJsonApi;
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
import java.util.function.UnaryOperator;

/**
 * Values in V2 Configs by SDK key: the operations of the API, and how to set a flag with one of
 * them.
 */
public final class SettingValuesBySdkKeyV2 extends SettingValuesBySdkKeyV2Operations
    implements FlagsBySdkKey<SettingFormulaModel>, TemporaryFlagsBySdkKey {
  private final SettingValueJsonApi raw;
  private final CallRunner runner;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public SettingValuesBySdkKeyV2(ResourceContext context) {
    super(context.api(SettingValuesBySdkKeyV2Api.class), context.runner());
    this.raw = context.api(SettingValueJsonApi.class);
    this.runner = context.runner();
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
  public EditResult edit(SdkKey sdkKey, String settingKey, UnaryOperator<EditableFormula> change) {
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
  public EditResult edit(
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
    return FlagRestore.set(value(sdkKey, settingKey), value, options);
  }

  private GuardedValue value(SdkKey sdkKey, String settingKey) {
    return new GuardedValue(ValueEndpoint.v2(raw, runner, sdkKey, settingKey));
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
