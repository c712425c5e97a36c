package com.configcat.management.resource;

import com.configcat.management.core.SdkKey;
import com.configcat.management.model.SettingValue;
import java.util.Optional;

/**
 * Sets the value of a flag that an SDK key and the flag's key name.
 *
 * <p>Every method throws, before anything is sent, a {@link NullPointerException} for a null
 * argument and an {@link IllegalArgumentException} for a blank key or reason and for a number that
 * is infinite or none; and a {@link com.configcat.management.error.ConfigCatException} when the
 * call fails. The reason goes to the audit log; the service requires one where the Product or the
 * Environment says so.
 *
 * @param <R> what the service answers with
 */
public interface FlagsBySdkKey<R> {
  /**
   * Replaces the whole value: targeting rules and percentage options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @return the flag's value as it is now
   */
  R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, SettingValue value);

  /**
   * Replaces the whole value, giving a reason: targeting rules and percentage options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue, String)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @param reason why, for the audit log
   * @return the flag's value as it is now
   */
  R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, SettingValue value, String reason);

  /**
   * Sets what is served when no rule applies; keeps targeting rules and percentage options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  Optional<R> setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, SettingValue value);

  /**
   * Sets what is served when no rule applies, giving a reason; keeps targeting rules and percentage
   * options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @param reason why, for the audit log
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  Optional<R> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason);

  /**
   * Replaces the whole value of a feature flag: targeting rules and percentage options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, boolean)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, boolean value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a feature flag, giving a reason: targeting rules and percentage
   * options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, boolean, String)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @param reason why, for the audit log
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, boolean value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Replaces the whole value of a text setting: targeting rules and percentage options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, String)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, String value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a text setting, giving a reason: targeting rules and percentage
   * options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, String, String)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @param reason why, for the audit log
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, String value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Replaces the whole value of a whole-number setting: targeting rules and percentage options are
   * deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, long)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, long value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a whole-number setting, giving a reason: targeting rules and
   * percentage options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, long, String)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @param reason why, for the audit log
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, long value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Replaces the whole value of a decimal setting: targeting rules and percentage options are
   * deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, double)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, double value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a decimal setting, giving a reason: targeting rules and percentage
   * options are deleted.
   *
   * <p>To keep them, use {@link #setFlagDefaultBySdkKey(SdkKey, String, double, String)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves from now on
   * @param reason why, for the audit log
   * @return the flag's value as it is now
   */
  default R updateFlagBySdkKey(SdkKey sdkKey, String settingKey, double value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a feature flag serves when no rule applies; keeps targeting rules and percentage
   * options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, boolean value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a feature flag serves when no rule applies, giving a reason; keeps targeting rules
   * and percentage options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @param reason why, for the audit log
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, boolean value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a text setting serves when no rule applies; keeps targeting rules and percentage
   * options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, String value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a text setting serves when no rule applies, giving a reason; keeps targeting rules
   * and percentage options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @param reason why, for the audit log
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, String value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a whole-number setting serves when no rule applies; keeps targeting rules and
   * percentage options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, long value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a whole-number setting serves when no rule applies, giving a reason; keeps targeting
   * rules and percentage options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @param reason why, for the audit log
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, long value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a decimal setting serves when no rule applies; keeps targeting rules and percentage
   * options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, double value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a decimal setting serves when no rule applies, giving a reason; keeps targeting rules
   * and percentage options.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what the flag serves by default
   * @param reason why, for the audit log
   * @return the flag's value as it is now; empty if the service says that nothing changed
   */
  default Optional<R> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, double value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }
}
