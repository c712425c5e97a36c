package com.configcat.management.resource;

import com.configcat.management.api.SettingValuesApi;
import com.configcat.management.api.SettingValuesApi.UpdateSettingValueOptions;
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
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.SettingValuesOperations;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Values in V1 Configs: the operations of the API, and how to set a flag, for good or for the
 * length of a test.
 *
 * <p>V1 values have no versions. What {@code temporarily} writes is a JSON Patch that first tests
 * that the value is as it was when it was read, so that nothing of somebody else's is overwritten.
 */
public final class SettingValues extends SettingValuesOperations
    implements FlagsById<Optional<SettingValueModel>> {
  private final SettingValueJsonApi raw;
  private final CallRunner runner;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public SettingValues(ResourceContext context) {
    super(context.api(SettingValuesApi.class), context.runner());
    this.raw = context.api(SettingValueJsonApi.class);
    this.runner = context.runner();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Calls {@code PATCH /v1/environments/{environmentId}/settings/{settingId}/value}, of the
   * value alone.
   *
   * @return the flag's value as it is now; empty if the service says that nothing changed
   * @throws IllegalArgumentException also if approval is to be bypassed, which V1 Configs lack
   */
  @Override
  public Optional<SettingValueModel> setDefault(
      UUID environmentId, int settingId, SettingValue value, WriteOptions options) {
    FlagArguments.check(environmentId, settingId);
    FlagArguments.check(value);
    FlagArguments.checkV1(options);
    UpdateSettingValueOptions.Builder said = UpdateSettingValueOptions.builder();
    options.reason().ifPresent(said::reason);
    List<JsonPatchOperation> patch = List.of(JsonPatchOperation.replace("/value", value));
    return Optional.ofNullable(patch(environmentId, settingId, patch, said.build()));
  }

  @Override
  public TemporaryFlag temporarily(
      UUID environmentId, int settingId, SettingValue value, WriteOptions options) {
    FlagArguments.check(environmentId, settingId);
    FlagArguments.check(value);
    FlagArguments.checkV1(options);
    return FlagRestore.set(
        new GuardedValue(ValueEndpoint.v1(raw, runner, environmentId, settingId)), value, options);
  }
}
