package com.configcat.management.resource;

import com.configcat.management.core.SdkKey;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.SettingValue;
import java.util.UUID;

/** Checks what a flag is named by and set with, before anything is sent. */
final class FlagArguments {
  private FlagArguments() {}

  static void check(SdkKey sdkKey, String settingKey) {
    Preconditions.value(sdkKey, "sdkKey", "make one with SdkKey.of(...)");
    Preconditions.text(settingKey, "settingKey", "give the key of the flag");
  }

  static void check(SdkKey sdkKey, String settingKey, SettingValue value) {
    check(sdkKey, settingKey);
    check(value);
  }

  static void check(UUID environmentId, int settingId) {
    check(environmentId, "environmentId", "an Environment");
    check(settingId);
  }

  static void check(UUID id, String name, String of) {
    Preconditions.value(id, name, "give the id of " + of);
  }

  static void checkCopy(UUID configId, UUID fromEnvironmentId, UUID toEnvironmentId) {
    check(configId, "configId", "a Config");
    check(fromEnvironmentId, "fromEnvironmentId", "the Environment to copy from");
    check(toEnvironmentId, "toEnvironmentId", "the Environment to copy to");
    if (fromEnvironmentId.equals(toEnvironmentId)) {
      throw new IllegalArgumentException(
          "fromEnvironmentId and toEnvironmentId are the same: give two Environments");
    }
  }

  static void check(int settingId) {
    Preconditions.positive(settingId, "settingId", "give the id of a flag, which is more than 0");
  }

  static void check(SettingValue value) {
    Preconditions.value(value, "value", "give what the flag is to serve");
  }

  static void check(WriteOptions options) {
    Preconditions.value(options, "options", "use WriteOptions.none()");
  }

  static void checkV1(WriteOptions options) {
    check(options);
    if (options.bypassApproval()) {
      throw new IllegalArgumentException(
          "V1 Configs have no approval flow: leave bypassingApproval() out");
    }
  }

  static void check(SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    check(sdkKey, settingKey, value);
    Preconditions.lines(reason, "reason", "give one, or leave the argument out");
  }
}
