package com.configcat.management.resource;

import com.configcat.management.SdkKey;
import com.configcat.management.model.SettingValue;
import com.configcat.management.value.WriteOptions;
import java.util.Objects;
import java.util.UUID;

/** Checks what a flag is named by and set with, before anything is sent. */
final class FlagArguments {
  private FlagArguments() {}

  static void check(SdkKey sdkKey, String settingKey) {
    Objects.requireNonNull(sdkKey, "sdkKey is null: make one with SdkKey.of(...)");
    Objects.requireNonNull(settingKey, "settingKey is null: give the key of the flag");
    if (settingKey.isBlank()) {
      throw new IllegalArgumentException("settingKey is blank: give the key of the flag");
    }
    if (settingKey.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "settingKey holds a control character, such as a line break: give the key without");
    }
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
    Objects.requireNonNull(id, name + " is null: give the id of " + of);
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
    if (settingId < 1) {
      throw new IllegalArgumentException(
          "settingId is " + settingId + ": give the id of a flag, which is more than 0");
    }
  }

  static void check(SettingValue value) {
    Objects.requireNonNull(value, "value is null: give what the flag is to serve");
  }

  static void check(WriteOptions options) {
    Objects.requireNonNull(options, "options is null: use WriteOptions.none()");
  }

  static void check(SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    check(sdkKey, settingKey, value);
    Objects.requireNonNull(reason, "reason is null: give one, or leave the argument out");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank: give one, or leave the argument out");
    }
  }
}
