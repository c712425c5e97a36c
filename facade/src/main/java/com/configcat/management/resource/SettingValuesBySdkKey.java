package com.configcat.management.resource;

import com.configcat.management.api.SettingValuesBySdkKeyApi;
import com.configcat.management.api.SettingValuesBySdkKeyApi.ReplaceSettingValueBySdkkeyOptions;
import com.configcat.management.api.SettingValuesBySdkKeyApi.UpdateSettingValueBySdkkeyOptions;
import com.configcat.management.core.SdkKey;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.flag.FlagRestore;
import com.configcat.management.internal.flag.GuardedValue;
import com.configcat.management.internal.flag.ValueEndpoint;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SettingValuesBySdkKeyOperations;
import java.util.List;
import java.util.Optional;

/**
 * Values in V1 Configs by SDK key: the operations of the API, and how to set a flag with one of
 * them.
 */
public final class SettingValuesBySdkKey extends SettingValuesBySdkKeyOperations
    implements FlagsBySdkKey<SettingValueModel>, TemporaryFlagsBySdkKey {
  private final SettingValueJsonApi raw;
  private final CallRunner runner;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public SettingValuesBySdkKey(ResourceContext context) {
    super(context.api(SettingValuesBySdkKeyApi.class), context.runner());
    this.raw = context.api(SettingValueJsonApi.class);
    this.runner = context.runner();
  }

  @Override
  public TemporaryFlag temporarily(
      SdkKey sdkKey, String settingKey, SettingValue value, WriteOptions options) {
    FlagArguments.check(sdkKey, settingKey, value);
    FlagArguments.checkV1(options);
    return FlagRestore.set(
        new GuardedValue(ValueEndpoint.v1(raw, runner, sdkKey, settingKey)), value, options);
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
