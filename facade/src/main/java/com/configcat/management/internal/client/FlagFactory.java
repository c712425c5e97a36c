package com.configcat.management.internal.client;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.flag.FlagHandle;
import com.configcat.management.internal.flag.FlagInEnvironments;
import com.configcat.management.internal.flag.FlagServices;
import com.configcat.management.internal.flag.ValueComparison;
import com.configcat.management.internal.flag.ValueEdit;
import com.configcat.management.internal.flag.ValueReplacement;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.operations.ConfigsOperations;
import com.configcat.management.operations.FlagsOperations;
import java.util.UUID;

/** Makes handles of flags, and plans for many of them. */
public final class FlagFactory {
  private final ResourceContext context;
  private final FlagServices services;

  public FlagFactory(ResourceContext context) {
    this.context = context;
    this.services =
        new FlagServices(
            context.api(SettingValueJsonApi.class),
            context.runner(),
            context.operations(FlagsApi.class, FlagsOperations::new),
            context.operations(ConfigsApi.class, ConfigsOperations::new),
            context.evaluationVersions());
  }

  public Flag flag(UUID environmentId, int settingId) {
    return FlagHandle.of(services, environmentId, settingId);
  }

  public Flag flag(SdkKey sdkKey, String settingKey) {
    return FlagHandle.of(services, sdkKey, settingKey);
  }

  public BulkEdit bulkEdit(UUID configId, UUID environmentId) {
    return ValueEdit.of(services, configId, environmentId);
  }

  public BulkReplacement<UpdateEvaluationFormulaModel> bulkReplacement(
      UUID configId, UUID environmentId) {
    return ValueReplacement.v2(services, configId, environmentId);
  }

  public BulkReplacement<UpdateSettingValueModel> bulkReplacementV1(
      UUID configId, UUID environmentId) {
    return ValueReplacement.v1(services, configId, environmentId);
  }

  /** Compares two Environments; plans to copy the differences. */
  public BulkPlan compare(UUID configId, UUID fromEnvironmentId, UUID toEnvironmentId) {
    return ValueComparison.compare(services, configId, fromEnvironmentId, toEnvironmentId);
  }

  public FlagInEnvironments inEnvironments() {
    return new FlagInEnvironments(
        services, context.api(FlagsApi.class), context.forTasks().api(EnvironmentsApi.class));
  }

  /** Sends one PUT to a V1 Config, and nothing before it. */
  public FlagValue replaceUnreadV1(
      SdkKey sdkKey, String settingKey, SettingValue value, WriteOptions options) {
    return FlagHandle.of(services, sdkKey, settingKey).replaceUnreadV1(value, options);
  }
}
