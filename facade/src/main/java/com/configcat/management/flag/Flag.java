package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.FlagType;
import java.util.function.UnaryOperator;

/**
 * A feature flag or setting in one Environment. Reads and writes its value, in V1 and V2 Configs.
 *
 * <pre>{@code
 * Flag checkout = configcat.flag(SdkKey.of("…"), "newCheckout");
 * checkout.setDefault(true);
 * }</pre>
 *
 * <p>The evaluation version of the Config is determined by reads when it is first needed, with at
 * most two additional requests, and cached by the client. Every write is preceded by a GET of the
 * value. Nothing is written if the new value does not have the setting's type, or if the Product or
 * the Environment requires a reason and none is given. If the setting has predefined variations,
 * the one with the given value is served.
 *
 * <p>{@code edit}, {@code setDefault} and {@code temporarily} send a JSON Patch that contains only
 * the differences, or nothing if there are none; members unknown to this client are kept. The patch
 * is rejected if somebody else wrote after the read: in V2 Configs, it is conditional on the
 * version; in V1 Configs, it contains tests (RFC 6902, 4.6), which may miss a rule appended by
 * somebody else, but keep it. After a rejection, the value is read and the edit applied again, up
 * to 5 times in total. If a response is lost, the value is read, and the patch is sent again only
 * if it was not applied, up to 3 times in total.
 *
 * <p>Calls {@code GET}, {@code PATCH} and {@code PUT
 * /v1/environments/{environmentId}/settings/{settingId}/value} or, with an SDK key, {@code
 * /v1/settings/{settingKeyOrId}/value}; in V2 Configs the same paths under {@code /v2}. With ids,
 * the evaluation version is read by {@code GET /v1/settings/{settingId}} and {@code GET
 * /v1/configs/{configId}}. With an SDK key, it is read from the value under {@code /v2} or, if that
 * returns 400, 404 or 409, from the value under {@code /v1}.
 *
 * <p>The client's deadline applies to each call that a method makes. In addition to the exceptions
 * documented on each method:
 *
 * <ul>
 *   <li>A {@link com.configcat.management.error.ConfigCatException} is thrown if a call fails, such
 *       as an {@link com.configcat.management.error.EvaluationVersionUnknownException} if the SDK
 *       key and the flag's key do not lead to a value.
 *   <li>A {@link NullPointerException} is thrown for a null argument, and an {@link
 *       IllegalArgumentException} for an infinite number or NaN, before anything is sent.
 *   <li>An {@link IllegalArgumentException} is thrown if the value or the options are not valid for
 *       the flag, before anything is written.
 * </ul>
 *
 * <p>Implemented by the client; methods may be added. Thread-safe.
 */
public interface Flag {
  /**
   * Reads the value, including its rules.
   *
   * @return the current value
   */
  FlagValue get();

  /**
   * Reads the value served when no rule applies. For a predefined variation, this is the
   * variation's value.
   *
   * @param <T> the Java type of a value
   * @param type the setting's type
   * @return the default value
   * @throws IllegalArgumentException if the setting has another type
   * @throws com.configcat.management.error.DecodingException if the service sent no value of the
   *     setting's type
   */
  default <T> T getDefault(FlagType<T> type) {
    Preconditions.value(type, "type", "give one such as FlagType.BOOLEAN");
    return get().defaultValue(type);
  }

  /**
   * Sets the value served when no rule applies. Keeps targeting rules and percentage options.
   *
   * @param value a value of the setting's type
   * @param options the audit-log reason and approval options
   * @return the current value, and whether it was changed
   * @throws com.configcat.management.error.ConflictException if somebody else wrote first every
   *     time, or wrote after an attempt whose response was lost; in the latter case {@code
   *     requestMayHaveBeenApplied()} is true
   */
  EditResult setDefault(SettingValue value, WriteOptions options);

  /**
   * Replaces the entire value: targeting rules and percentage options are deleted. To keep them,
   * use {@link #setDefault(SettingValue, WriteOptions)}.
   *
   * <p>Sends a {@code PUT}, which is not conditional on the value read before. If it is retried
   * after a lost response, it may overwrite what somebody else wrote in between.
   *
   * @param value a value of the setting's type
   * @param options the audit-log reason and approval options
   * @return the current value
   */
  FlagValue replace(SettingValue value, WriteOptions options);

  /**
   * Edits the value of a flag in a V2 Config, and sends only the differences.
   *
   * @param change returns an edited copy of the formula it receives, never null; called again if
   *     somebody else wrote in between, so it should have no side effects
   * @param options the audit-log reason and approval options
   * @return the current value, and whether it was changed
   * @throws com.configcat.management.error.ConflictException if somebody else wrote first every
   *     time, or wrote after an attempt whose response was lost; in the latter case {@code
   *     requestMayHaveBeenApplied()} is true
   * @throws UnsupportedOperationException if the Config is V1; nothing was written
   */
  EditResult edit(UnaryOperator<EditableFormula> change, WriteOptions options);

  /**
   * Serves one value to everyone, without rules, until the returned object is closed; then restores
   * the previous value exactly.
   *
   * @param value the value for everyone, of the setting's type
   * @param options the audit-log reason and approval options, for setting and for restoring the
   *     flag
   * @return restores the flag when closed
   * @throws com.configcat.management.error.ConflictException if somebody else wrote first every
   *     time; the flag was not set
   * @throws com.configcat.management.error.FlagNotRestoredException if it is unknown whether the
   *     flag was set; its message contains the previous value
   */
  TemporaryFlag temporarily(SettingValue value, WriteOptions options);

  /**
   * Edits the value of a flag in a V2 Config without a reason; see {@link #edit(UnaryOperator,
   * WriteOptions)}.
   *
   * @param change returns an edited copy of the formula it receives, never null
   * @return the current value, and whether it was changed
   */
  default EditResult edit(UnaryOperator<EditableFormula> change) {
    return edit(change, WriteOptions.none());
  }

  /**
   * Sets the default of a flag or setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(SettingValue value) {
    return setDefault(value, WriteOptions.none());
  }

  /**
   * Sets the default of a feature flag and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(boolean value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a feature flag and keeps the rules; see {@link #setDefault(SettingValue,
   * WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @param options the audit-log reason and approval options
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(boolean value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Sets the default of a text setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(String value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a text setting and keeps the rules; see {@link #setDefault(SettingValue,
   * WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @param options the audit-log reason and approval options
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(String value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Sets the default of a whole-number setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(long value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a whole-number setting and keeps the rules; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @param options the audit-log reason and approval options
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(long value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Sets the default of a decimal setting and keeps the rules, without a reason; see {@link
   * #setDefault(SettingValue, WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(double value) {
    return setDefault(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Sets the default of a decimal setting and keeps the rules; see {@link #setDefault(SettingValue,
   * WriteOptions)}.
   *
   * @param value the value served when no rule applies
   * @param options the audit-log reason and approval options
   * @return the current value, and whether it was changed
   */
  default EditResult setDefault(double value, WriteOptions options) {
    return setDefault(SettingValue.of(value), options);
  }

  /**
   * Replaces the entire value of a flag or setting and deletes the rules, without a reason; see
   * {@link #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @return the current value
   */
  default FlagValue replace(SettingValue value) {
    return replace(value, WriteOptions.none());
  }

  /**
   * Replaces the entire value of a feature flag and deletes the rules, without a reason; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @return the current value
   */
  default FlagValue replace(boolean value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the entire value of a feature flag and deletes the rules; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @param options the audit-log reason and approval options
   * @return the current value
   */
  default FlagValue replace(boolean value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Replaces the entire value of a text setting and deletes the rules, without a reason; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @return the current value
   */
  default FlagValue replace(String value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the entire value of a text setting and deletes the rules; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @param options the audit-log reason and approval options
   * @return the current value
   */
  default FlagValue replace(String value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Replaces the entire value of a whole-number setting and deletes the rules, without a reason;
   * see {@link #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @return the current value
   */
  default FlagValue replace(long value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the entire value of a whole-number setting and deletes the rules; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @param options the audit-log reason and approval options
   * @return the current value
   */
  default FlagValue replace(long value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Replaces the entire value of a decimal setting and deletes the rules, without a reason; see
   * {@link #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @return the current value
   */
  default FlagValue replace(double value) {
    return replace(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Replaces the entire value of a decimal setting and deletes the rules; see {@link
   * #replace(SettingValue, WriteOptions)}.
   *
   * @param value the new value
   * @param options the audit-log reason and approval options
   * @return the current value
   */
  default FlagValue replace(double value, WriteOptions options) {
    return replace(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a flag or setting to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(SettingValue value) {
    return temporarily(value, WriteOptions.none());
  }

  /**
   * Serves one value of a feature flag to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(boolean value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a feature flag to everyone until closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @param options the audit-log reason and approval options
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(boolean value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a text setting to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(String value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a text setting to everyone until closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @param options the audit-log reason and approval options
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(String value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a whole-number setting to everyone until closed, without a reason; see
   * {@link #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(long value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a whole-number setting to everyone until closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @param options the audit-log reason and approval options
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(long value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }

  /**
   * Serves one value of a decimal setting to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(double value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of a decimal setting to everyone until closed; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @param options the audit-log reason and approval options
   * @return restores the flag when closed
   */
  default TemporaryFlag temporarily(double value, WriteOptions options) {
    return temporarily(SettingValue.of(value), options);
  }
}
