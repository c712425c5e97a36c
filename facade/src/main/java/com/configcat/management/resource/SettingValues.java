package com.configcat.management.resource;

import com.configcat.management.api.SettingValuesApi;
import com.configcat.management.internal.raw.RawSettingValues;
import com.configcat.management.internal.value.GuardedValue;
import com.configcat.management.internal.value.PutBack;
import com.configcat.management.internal.value.ValuePlace;
import com.configcat.management.model.SettingValue;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SettingValuesOperations;
import com.configcat.management.value.TemporaryFlag;
import com.configcat.management.value.WriteOptions;
import java.util.UUID;
import retrofit2.Retrofit;

/**
 * Values in V1 Configs: the operations of the API, and how to set a flag for the length of a test.
 *
 * <p>V1 values have no versions. What {@code temporarily} writes is a JSON Patch that first tests
 * that the value is as it was when it was read, so that nothing of somebody else's is overwritten.
 */
public final class SettingValues extends SettingValuesOperations {
  private final RawSettingValues raw;
  private final CallRunner runner;

  /**
   * Makes the resource.
   *
   * @param retrofit makes the calls
   * @param runner runs them
   */
  public SettingValues(Retrofit retrofit, CallRunner runner) {
    super(retrofit.create(SettingValuesApi.class), runner);
    this.raw = retrofit.create(RawSettingValues.class);
    this.runner = runner;
  }

  /**
   * Sets a flag to serve one value to everyone, until it is closed; see {@link
   * TemporaryFlagsBySdkKey#temporarily(com.configcat.management.SdkKey, String, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @return puts the flag back when it is closed
   */
  public TemporaryFlag temporarily(UUID environmentId, int settingId, SettingValue value) {
    return temporarily(environmentId, settingId, value, WriteOptions.none());
  }

  /**
   * Sets a flag to serve one value to everyone, until it is closed; see {@link
   * TemporaryFlagsBySdkKey#temporarily(com.configcat.management.SdkKey, String, SettingValue,
   * WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value what everyone gets
   * @param options what else to say, when the flag is set and when it is put back
   * @return puts the flag back when it is closed
   */
  public TemporaryFlag temporarily(
      UUID environmentId, int settingId, SettingValue value, WriteOptions options) {
    FlagArguments.check(environmentId, settingId);
    FlagArguments.check(value);
    FlagArguments.check(options);
    return PutBack.set(
        new GuardedValue(ValuePlace.v1(raw, runner, environmentId, settingId)), value, options);
  }
}
