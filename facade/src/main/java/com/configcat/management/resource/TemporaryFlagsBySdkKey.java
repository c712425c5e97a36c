package com.configcat.management.resource;

import com.configcat.management.core.SdkKey;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.SettingValue;

/**
 * Sets a flag for the length of a test, and puts it back exactly as it was.
 *
 * <p>A flag that is set serves its value to everyone: it has no rules until it is put back. Every
 * method throws, before anything is sent, a {@link NullPointerException} for a null argument and an
 * {@link IllegalArgumentException} for a blank key; and before anything is written an {@link
 * IllegalArgumentException} for a value that is not of the setting's type and for a reason that is
 * required and missing; and a {@link com.configcat.management.error.ConfigCatException} when a call
 * fails.
 */
public interface TemporaryFlagsBySdkKey {
  /**
   * Sets a flag.
   *
   * <p>Reads the value with a GET and writes the difference with a PATCH. When somebody else writes
   * in between it reads again, at most 5 times. When an answer is lost it reads again and finds
   * out, and sends the patch again only if it was not applied, at most 3 times.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what everyone gets
   * @param options what else to say, when the flag is set and when it is put back
   * @return puts the flag back when it is closed
   * @throws com.configcat.management.error.FlagNotRestoredException if it cannot be said whether
   *     the flag was set; its message says what it served before
   */
  TemporaryFlag temporarily(
      SdkKey sdkKey, String settingKey, SettingValue value, WriteOptions options);

  /**
   * Sets a flag; see {@link #temporarily(SdkKey, String, SettingValue, WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what everyone gets
   * @return puts the flag back when it is closed
   */
  default TemporaryFlag temporarily(SdkKey sdkKey, String settingKey, SettingValue value) {
    return temporarily(sdkKey, settingKey, value, WriteOptions.none());
  }

  /**
   * Sets a feature flag; see {@link #temporarily(SdkKey, String, SettingValue, WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what everyone gets
   * @return puts the flag back when it is closed
   */
  default TemporaryFlag temporarily(SdkKey sdkKey, String settingKey, boolean value) {
    return temporarily(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets a text setting; see {@link #temporarily(SdkKey, String, SettingValue, WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what everyone gets
   * @return puts the setting back when it is closed
   */
  default TemporaryFlag temporarily(SdkKey sdkKey, String settingKey, String value) {
    return temporarily(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets a number setting; see {@link #temporarily(SdkKey, String, SettingValue, WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what everyone gets
   * @return puts the setting back when it is closed
   */
  default TemporaryFlag temporarily(SdkKey sdkKey, String settingKey, long value) {
    return temporarily(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets a decimal setting; see {@link #temporarily(SdkKey, String, SettingValue, WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what everyone gets
   * @return puts the setting back when it is closed
   */
  default TemporaryFlag temporarily(SdkKey sdkKey, String settingKey, double value) {
    return temporarily(sdkKey, settingKey, SettingValue.of(value));
  }
}
