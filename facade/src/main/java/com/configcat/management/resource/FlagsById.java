package com.configcat.management.resource;

import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.SettingValue;
import java.util.UUID;

/**
 * Sets what a flag serves that the ids of an Environment and a setting name.
 *
 * <p>Every method throws, before anything is sent, a {@link NullPointerException} for a null
 * argument and an {@link IllegalArgumentException} for an id below 1 and for a number that is
 * infinite or none; and a {@link com.configcat.management.error.ConfigCatException} when a call
 * fails.
 *
 * @param <R> what setting a default gives
 */
public interface FlagsById<R> {
  /**
   * Sets what is served when no rule applies; keeps targeting rules and percentage options.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value a value of the setting's type
   * @param options what else to say
   * @return the flag's value as it is now, and whether it was changed
   */
  R setDefault(UUID environmentId, int settingId, SettingValue value, WriteOptions options);

  /**
   * Sets a flag to serve one value to everyone, until it is closed; see {@link
   * TemporaryFlagsBySdkKey#temporarily(com.configcat.management.core.SdkKey, String, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @param options what else to say, when the flag is set and when it is put back
   * @return puts the flag back when it is closed
   */
  TemporaryFlag temporarily(
      UUID environmentId, int settingId, SettingValue value, WriteOptions options);

  /**
   * Sets what is served when no rule applies, and keeps the rules; see {@link #setDefault(UUID,
   * int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value a value of the setting's type
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, SettingValue value) {
    return setDefault(environmentId, settingId, value, WriteOptions.none());
  }

  /**
   * Sets what a feature flag serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, boolean value) {
    return setDefault(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets what a feature flag serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @param options what else to say
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, boolean value, WriteOptions options) {
    return setDefault(environmentId, settingId, SettingValue.of(value), options);
  }

  /**
   * Sets what a text setting serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, String value) {
    return setDefault(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets what a text setting serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @param options what else to say
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, String value, WriteOptions options) {
    return setDefault(environmentId, settingId, SettingValue.of(value), options);
  }

  /**
   * Sets what a whole-number setting serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, long value) {
    return setDefault(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets what a whole-number setting serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @param options what else to say
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, long value, WriteOptions options) {
    return setDefault(environmentId, settingId, SettingValue.of(value), options);
  }

  /**
   * Sets what a decimal setting serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, double value) {
    return setDefault(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets what a decimal setting serves when no rule applies, and keeps the rules; see {@link
   * #setDefault(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what it serves by default
   * @param options what else to say
   * @return the flag's value as it is now, and whether it was changed
   */
  default R setDefault(UUID environmentId, int settingId, double value, WriteOptions options) {
    return setDefault(environmentId, settingId, SettingValue.of(value), options);
  }

  /**
   * Sets a flag for a while; see {@link #temporarily(UUID, int, SettingValue, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @return puts it back when it is closed
   */
  default TemporaryFlag temporarily(UUID environmentId, int settingId, SettingValue value) {
    return temporarily(environmentId, settingId, value, WriteOptions.none());
  }

  /**
   * Sets a feature flag for a while; see {@link #temporarily(UUID, int, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @return puts it back when it is closed
   */
  default TemporaryFlag temporarily(UUID environmentId, int settingId, boolean value) {
    return temporarily(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets a text setting for a while; see {@link #temporarily(UUID, int, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @return puts it back when it is closed
   */
  default TemporaryFlag temporarily(UUID environmentId, int settingId, String value) {
    return temporarily(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets a whole-number setting for a while; see {@link #temporarily(UUID, int, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @return puts it back when it is closed
   */
  default TemporaryFlag temporarily(UUID environmentId, int settingId, long value) {
    return temporarily(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets a decimal setting for a while; see {@link #temporarily(UUID, int, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @return puts it back when it is closed
   */
  default TemporaryFlag temporarily(UUID environmentId, int settingId, double value) {
    return temporarily(environmentId, settingId, SettingValue.of(value), WriteOptions.none());
  }
}
