package com.configcat.management.resource;

import com.configcat.management.SdkKey;
import com.configcat.management.api.SettingValuesBySdkKeyApi;
import com.configcat.management.api.SettingValuesBySdkKeyApi.ReplaceSettingValueBySdkkeyOptions;
import com.configcat.management.api.SettingValuesBySdkKeyApi.UpdateSettingValueBySdkkeyOptions;
import com.configcat.management.internal.raw.RawSettingValues;
import com.configcat.management.internal.value.GuardedValue;
import com.configcat.management.internal.value.PutBack;
import com.configcat.management.internal.value.ValuePlace;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SettingValuesBySdkKeyOperations;
import com.configcat.management.value.TemporaryFlag;
import com.configcat.management.value.WriteOptions;
import java.util.List;
import java.util.Optional;
import retrofit2.Retrofit;

/**
 * Values in V1 Configs by SDK key: the operations of the API, and how to set a flag with one of
 * them.
 */
public final class SettingValuesBySdkKey extends SettingValuesBySdkKeyOperations
    implements FlagsBySdkKey<SettingValueModel>, TemporaryFlagsBySdkKey {
  private final RawSettingValues raw;
  private final CallRunner runner;

  /**
   * Makes the resource.
   *
   * @param retrofit makes the calls
   * @param runner runs them
   */
  public SettingValuesBySdkKey(Retrofit retrofit, CallRunner runner) {
    super(retrofit.create(SettingValuesBySdkKeyApi.class), runner);
    this.raw = retrofit.create(RawSettingValues.class);
    this.runner = runner;
  }

  @Override
  public TemporaryFlag temporarily(
      SdkKey sdkKey, String settingKey, SettingValue value, WriteOptions options) {
    FlagArguments.check(sdkKey, settingKey, value);
    FlagArguments.checkV1(options);
    return PutBack.set(
        new GuardedValue(ValuePlace.v1(raw, runner, sdkKey, settingKey)), value, options);
  }

  @Override
  public SettingValueModel updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value) {
    FlagArguments.check(sdkKey, settingKey, value);
    return replace(settingKey, sdkKey.value(), replacement(value));
  }

  @Override
  public SettingValueModel updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    FlagArguments.check(sdkKey, settingKey, value, reason);
    ReplaceSettingValueBySdkkeyOptions options =
        ReplaceSettingValueBySdkkeyOptions.builder().reason(reason).build();
    return replace(settingKey, sdkKey.value(), replacement(value), options);
  }

  @Override
  public Optional<SettingValueModel> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value) {
    FlagArguments.check(sdkKey, settingKey, value);
    return Optional.ofNullable(patch(settingKey, sdkKey.value(), defaultPatch(value)));
  }

  @Override
  public Optional<SettingValueModel> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    FlagArguments.check(sdkKey, settingKey, value, reason);
    UpdateSettingValueBySdkkeyOptions options =
        UpdateSettingValueBySdkkeyOptions.builder().reason(reason).build();
    return Optional.ofNullable(patch(settingKey, sdkKey.value(), defaultPatch(value), options));
  }

  private static UpdateSettingValueModel replacement(SettingValue value) {
    return UpdateSettingValueModel.builder().value(value).build();
  }

  private static List<JsonPatchOperation> defaultPatch(SettingValue value) {
    return List.of(JsonPatchOperation.replace("/value", value));
  }
}
