package com.configcat.management.internal.client;

import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.FlagsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.flag.FlagHandle;
import com.configcat.management.internal.flag.FlagServices;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.SettingValue;
import com.configcat.management.operations.ConfigsOperations;
import com.configcat.management.operations.FlagsOperations;
import java.util.UUID;

/** Makes handles of flags. */
public final class FlagFactory {
  private final FlagServices services;

  public FlagFactory(ResourceContext context) {
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

  /** Sends one PUT to a V1 Config, and nothing before it. */
  public FlagValue replaceUnreadV1(
      SdkKey sdkKey, String settingKey, SettingValue value, WriteOptions options) {
    return FlagHandle.of(services, sdkKey, settingKey).replaceUnreadV1(value, options);
  }
}
