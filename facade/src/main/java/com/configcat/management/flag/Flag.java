package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import java.util.function.UnaryOperator;

/**
 * A flag or setting in one Environment: reads and writes what it serves, in V1 and V2 Configs
 * alike.
 *
 * <pre>{@code
 * Flag checkout = configcat.flag(SdkKey.of("…"), "newCheckout");
 * checkout.setDefault(true);
 * }</pre>
 *
 * <p>Which evaluation version the Config has is found out by reads when it is first needed, at most
 * two more than otherwise, and remembered by the client. Then every write is preceded by a GET of
 * the value, and nothing is written if the given value is not of the setting's type, or if the
 * Product or the Environment requires a reason and there is none. A setting with predefined
 * variations serves the variation that has the given value.
 *
 * <p>{@code edit}, {@code setDefault} and {@code temporarily} send a JSON Patch of the difference,
 * and none if nothing differs; what this client does not know stays as it is. The patch is refused
 * if somebody else wrote since the value was read, by its version in V2 Configs and by tests in the
 * patch in V1 Configs; then they read again and start over, at most 5 times. If an answer is lost
 * they read again, and send the patch once more only if it was not applied, at most 3 times.
 *
 * <p>Calls {@code GET}, {@code PATCH} and {@code PUT} of {@code
 * /v1/environments/{environmentId}/settings/{settingId}/value} or, by SDK key, {@code
 * /v1/settings/{settingKeyOrId}/value}, under {@code /v2} in V2 Configs. Named by ids, {@code GET
 * /v1/settings/{settingId}} and {@code GET /v1/configs/{configId}} tell the evaluation version;
 * named by SDK key, the value under {@code /v2} does, or if that is refused with 400, 404 or 409,
 * the one under {@code /v1}.
 *
 * <p>Each call that a method makes has the client's deadline. Besides the exceptions that are
 * named, every method throws a {@link com.configcat.management.error.ConfigCatException} if a call
 * fails; an {@link com.configcat.management.error.EvaluationVersionUnknownException} if the SDK key
 * and the flag's key lead to no value; a {@link NullPointerException} for a null argument and an
 * {@link IllegalArgumentException} for a number that is infinite or not a number, both before
 * anything is sent; and an {@link IllegalArgumentException} before anything is written where the
 * value or the options do not suit the flag.
 *
 * <p>Implemented by the client: methods may be added. Safe for use by several threads.
 */
public interface Flag {
  /**
   * Reads the value, with its rules.
   *
   * @return the value as it is now
   */
  FlagValue get();

  /**
   * Reads what is served when no rule applies; a predefined variation as its value.
   *
   * @param <T> what a value is in Java
   * @param type the setting's type
   * @return the default
   * @throws IllegalArgumentException if the setting is of another type
   */
  default <T> T getDefault(FlagType<T> type) {
    Preconditions.value(type, "type", "give one such as FlagType.BOOLEAN");
    return get().defaultValue(type);
  }

  /**
   * Sets what is served when no rule applies; keeps targeting rules and percentage options.
   *
   * @param value a value of the setting's type
   * @param options reason and approval
   * @return the value as it is now, and whether it was changed
   * @throws com.configcat.management.error.ConflictException if somebody else was quicker each
   *     time, or wrote after an attempt whose answer was lost; {@code requestMayHaveBeenApplied()}
   *     tells the two apart
   */
  EditResult setDefault(SettingValue value, WriteOptions options);

  /**
   * Replaces the whole value: targeting rules and percentage options are deleted. To keep them, use
   * {@link #setDefault(SettingValue, WriteOptions)}.
   *
   * <p>Calls {@code PUT} of the value. It is not made conditional on what was read: it replaces
   * what is there, and if it is retried after a lost answer it may undo what somebody else wrote in
   * between.
   *
   * @param value a value of the setting's type
   * @param options reason and approval
   * @return the value as it is now
   */
  FlagValue replace(SettingValue value, WriteOptions options);

  /**
   * Edits the value in a V2 Config, and sends only the difference.
   *
   * @param change returns the formula that it is given, changed; it is called again when somebody
   *     else wrote in between, and should have no other effects
   * @param options reason and approval
   * @return the value as it is now, and whether it was changed
   * @throws com.configcat.management.error.ConflictException if somebody else was quicker each
   *     time, or wrote after an attempt whose answer was lost; {@code requestMayHaveBeenApplied()}
   *     tells the two apart
   * @throws UnsupportedOperationException if the Config is V1, before anything is written
   */
  EditResult edit(UnaryOperator<EditableFormula> change, WriteOptions options);

  /**
   * Serves one value to everyone, without rules, until it is closed; then restores the flag exactly
   * as it was.
   *
   * @param value what everyone gets, of the setting's type
   * @param options reason and approval, for setting the flag and for restoring it
   * @return restores the flag when it is closed
   * @throws com.configcat.management.error.FlagNotRestoredException if it is unknown whether the
   *     flag was set; its message has what the flag served before
   */
  TemporaryFlag temporarily(SettingValue value, WriteOptions options);

  /**
   * Edits the value in a V2 Config without a reason; see {@link #edit(UnaryOperator,
   * WriteOptions)}.
   *
   * @param change returns the formula that it is given, changed
   * @return the value as it is now, and whether it was changed
   */
  default EditResult edit(UnaryOperator<EditableFormula> change) {
    return edit(change, WriteOptions.none());
  }

  /**
   * Sets the default of a flag or setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(SettingValue value) {
    return setDefault(value, WriteOptions.none());
  }

  /**
   * Sets the default of a feature flag and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(boolean value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a feature flag and keeps the rules; see {@link #setDefault(SettingValue,
   * WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @param options reason and approval
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(boolean value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Sets the default of a text setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(String value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a text setting and keeps the rules; see {@link #setDefault(SettingValue,
   * WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @param options reason and approval
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(String value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Sets the default of a whole-number setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(long value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a whole-number setting and keeps the rules; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @param options reason and approval
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(long value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Sets the default of a decimal setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(double value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a decimal setting and keeps the rules; see {@link #setDefault(SettingValue,
   * WriteOptions)}.
   *
   * @param value what is served when no rule applies
   * @param options reason and approval
   * @return the value as it is now, and whether it was changed
   */
  default EditResult setDefault(double value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Replaces the whole value of a flag or setting: its rules are deleted, without a reason; see
   * {@link #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @return the value as it is now
   */
  default FlagValue replace(SettingValue value) {
    return replace(value, WriteOptions.none());
  }

  /**
   * Replaces the whole value of a feature flag: its rules are deleted, without a reason; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @return the value as it is now
   */
  default FlagValue replace(boolean value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the whole value of a feature flag: its rules are deleted; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @param options reason and approval
   * @return the value as it is now
   */
  default FlagValue replace(boolean value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Replaces the whole value of a text setting: its rules are deleted, without a reason; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @return the value as it is now
   */
  default FlagValue replace(String value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the whole value of a text setting: its rules are deleted; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @param options reason and approval
   * @return the value as it is now
   */
  default FlagValue replace(String value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Replaces the whole value of a whole-number setting: its rules are deleted, without a reason;
   * see {@link #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @return the value as it is now
   */
  default FlagValue replace(long value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the whole value of a whole-number setting: its rules are deleted; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @param options reason and approval
   * @return the value as it is now
   */
  default FlagValue replace(long value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Replaces the whole value of a decimal setting: its rules are deleted, without a reason; see
   * {@link #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @return the value as it is now
   */
  default FlagValue replace(double value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the whole value of a decimal setting: its rules are deleted; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value what is served from now on
   * @param options reason and approval
   * @return the value as it is now
   */
  default FlagValue replace(double value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a flag or setting to everyone until it is closed, without a reason; see
   * {@link #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(SettingValue value) {
    return temporarily(value, WriteOptions.none());
  }

  /**
   * Serves one value of a feature flag to everyone until it is closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(boolean value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a feature flag to everyone until it is closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @param options reason and approval
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(boolean value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a text setting to everyone until it is closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(String value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a text setting to everyone until it is closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @param options reason and approval
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(String value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a whole-number setting to everyone until it is closed, without a reason;
   * see {@link #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(long value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a whole-number setting to everyone until it is closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @param options reason and approval
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(long value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a decimal setting to everyone until it is closed, without a reason; see
   * {@link #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(double value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a decimal setting to everyone until it is closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value what everyone gets
   * @param options reason and approval
   * @return restores the flag when it is closed
   */
  default TemporaryFlag temporarily(double value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }
}
