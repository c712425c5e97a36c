package com.configcat.management.resource;

import com.configcat.management.api.EnvironmentsApi;
import com.configcat.management.api.SettingValuesV2Api;
import com.configcat.management.flag.CopyPlan;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.flag.ConfigValues;
import com.configcat.management.internal.flag.FlagEdit;
import com.configcat.management.internal.flag.FlagRestore;
import com.configcat.management.internal.flag.GuardedValue;
import com.configcat.management.internal.flag.ValueCopy;
import com.configcat.management.internal.flag.ValueEndpoint;
import com.configcat.management.internal.json.ServedDefault;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.EnvironmentsOperations;
import com.configcat.management.operations.SettingValuesV2Operations;
import com.configcat.management.targeting.FlagType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Values in V2 Configs: the operations of the API, and tasks that lose nothing, do nothing twice,
 * and overwrite nothing of somebody else's.
 *
 * <p>What the tasks write is a JSON Patch of the difference, under the version that was read; so
 * what the client does not know stays as it is. Each call that a task makes has the client's
 * deadline. After a write whose answer is lost a task reads again and finds out; it sends the patch
 * again only if it was not applied, at most 3 times.
 *
 * <p>Arguments are checked before anything is sent; a failed call is a {@link
 * com.configcat.management.error.ConfigCatException}.
 */
public final class SettingValuesV2 extends SettingValuesV2Operations
    implements FlagsById<EditResult> {
  private final SettingValueJsonApi raw;
  private final CallRunner runner;
  private final EnvironmentsOperations environments;

  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public SettingValuesV2(ResourceContext context) {
    super(context.api(SettingValuesV2Api.class), context.runner());
    this.raw = context.api(SettingValueJsonApi.class);
    this.runner = context.runner();
    this.environments =
        new EnvironmentsOperations(context.api(EnvironmentsApi.class), context.runner());
  }

  /**
   * Edits a flag's value; see {@link #edit(UUID, int, UnaryOperator, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param change returns the formula it is given, changed
   * @return the value as it is now, and whether it was changed
   */
  public EditResult edit(UUID environmentId, int settingId, UnaryOperator<EditableFormula> change) {
    return edit(environmentId, settingId, change, WriteOptions.none());
  }

  /**
   * Edits a flag's value: reads it with a GET, has it changed, and sends the difference with a
   * PATCH under the version that was read. Nothing is sent if nothing differs.
   *
   * <p>If somebody else wrote in between, it starts again, at most 5 times; the change is then
   * called again with what is there now.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param change returns the formula it is given, changed; it should do nothing else
   * @param options what else to say
   * @return the value as it is now, and whether it was changed
   * @throws com.configcat.management.error.ConflictException if somebody else was quicker each
   *     time, or wrote after an attempt whose answer was lost; {@code requestMayHaveBeenApplied()}
   *     tells the two apart
   * @throws IllegalArgumentException if a reason is required and there is none
   */
  public EditResult edit(
      UUID environmentId,
      int settingId,
      UnaryOperator<EditableFormula> change,
      WriteOptions options) {
    FlagArguments.check(environmentId, settingId);
    return FlagEdit.edit(value(environmentId, settingId), change, options);
  }

  /**
   * Sets what a flag serves when no rule matches, and keeps the rules; see {@link #edit(UUID, int,
   * UnaryOperator, WriteOptions)}.
   *
   * @param environmentId where
   * @param settingId of which flag
   * @param value a value of the setting's type
   * @param options what else to say
   * @return the value as it is now, and whether it was changed
   * @throws IllegalArgumentException if the setting is of another type
   */
  @Override
  public EditResult setDefault(
      UUID environmentId, int settingId, SettingValue value, WriteOptions options) {
    FlagArguments.check(value);
    return edit(environmentId, settingId, formula -> formula.defaultValue(value), options);
  }

  /**
   * Reads what a flag serves when no rule matches; a predefined variation is read as its value.
   *
   * @param <T> what a value is in Java
   * @param environmentId where
   * @param settingId of which flag
   * @param type the setting's type
   * @return the value
   * @throws IllegalArgumentException if the setting is of another type
   */
  public <T> T getDefault(UUID environmentId, int settingId, FlagType<T> type) {
    FlagArguments.check(environmentId, settingId);
    Objects.requireNonNull(type, "type is null: give one such as FlagType.BOOLEAN");
    return ServedDefault.of(get(environmentId, settingId), type);
  }

  /**
   * Reads a flag's value in all Environments: one call for the list of Environments, and one for
   * each of them.
   *
   * @param productId the Product of the flag
   * @param settingId of which flag
   * @return the value in each Environment, in the Product's order; not to be changed
   */
  public Map<EnvironmentModel, SettingFormulaModel> inAllEnvironments(
      UUID productId, int settingId) {
    FlagArguments.check(productId, "productId", "a Product");
    FlagArguments.check(settingId);
    Map<EnvironmentModel, SettingFormulaModel> values = new LinkedHashMap<>();
    for (EnvironmentModel environment : environments.list(productId)) {
      values.put(environment, get(environment.getEnvironmentId(), settingId));
    }
    return Collections.unmodifiableMap(values);
  }

  /**
   * Reads what a flag serves in all Environments when no rule matches; see {@link
   * #inAllEnvironments(UUID, int)}.
   *
   * @param <T> what a value is in Java
   * @param productId the Product of the flag
   * @param settingId of which flag
   * @param type the setting's type
   * @return the value in each Environment, in the Product's order; not to be changed
   * @throws IllegalArgumentException if the setting is of another type
   */
  public <T> Map<EnvironmentModel, T> defaultsInAllEnvironments(
      UUID productId, int settingId, FlagType<T> type) {
    Objects.requireNonNull(type, "type is null: give one such as FlagType.BOOLEAN");
    Map<EnvironmentModel, T> values = new LinkedHashMap<>();
    inAllEnvironments(productId, settingId)
        .forEach((environment, value) -> values.put(environment, ServedDefault.of(value, type)));
    return Collections.unmodifiableMap(values);
  }

  /**
   * Compares what the flags of a Config serve in two Environments. Reads both lists of values, and
   * writes nothing: print the plan, and apply it to copy.
   *
   * @param configId a V2 Config
   * @param fromEnvironmentId the Environment to copy from
   * @param toEnvironmentId the Environment to copy to
   * @return what differs
   * @throws IllegalArgumentException if both are the same Environment
   */
  public CopyPlan compare(UUID configId, UUID fromEnvironmentId, UUID toEnvironmentId) {
    FlagArguments.checkCopy(configId, fromEnvironmentId, toEnvironmentId);
    ConfigValues values = new ConfigValues(raw, runner);
    return ValueCopy.compare(values, configId, fromEnvironmentId, toEnvironmentId);
  }

  @Override
  public TemporaryFlag temporarily(
      UUID environmentId, int settingId, SettingValue value, WriteOptions options) {
    FlagArguments.check(environmentId, settingId);
    FlagArguments.check(value);
    FlagArguments.check(options);
    return FlagRestore.set(value(environmentId, settingId), value, options);
  }

  private GuardedValue value(UUID environmentId, int settingId) {
    return new GuardedValue(ValueEndpoint.v2(raw, runner, environmentId, settingId));
  }
}
