package com.configcat.management.resource;

import com.configcat.management.SdkKey;
import com.configcat.management.model.SettingValue;
import java.util.Objects;

/** Checks what a flag is set with, before anything is sent. */
final class FlagArguments {
  private FlagArguments() {}

  static void check(SdkKey sdkKey, String settingKey, SettingValue value) {
    Objects.requireNonNull(sdkKey, "sdkKey is null: make one with SdkKey.of(...)");
    Objects.requireNonNull(settingKey, "settingKey is null: give the key of the flag");
    Objects.requireNonNull(value, "value is null: give what the flag is to serve");
    if (settingKey.isBlank()) {
      throw new IllegalArgumentException("settingKey is blank: give the key of the flag");
    }
  }

  static void check(SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    check(sdkKey, settingKey, value);
    Objects.requireNonNull(reason, "reason is null: give one, or leave the argument out");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("reason is blank: give one, or leave the argument out");
    }
  }
}
