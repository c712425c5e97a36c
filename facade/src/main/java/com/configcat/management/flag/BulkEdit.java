package com.configcat.management.flag;

import com.configcat.management.model.SettingValue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Edits the values of many flags of a Config in one Environment, and keeps what is not edited.
 *
 * <pre>{@code
 * BulkPlan plan =
 *     configcat.flags().bulkEdit(configId, environmentId)
 *         .only(flag -> flag.key().startsWith("checkout"))
 *         .edit(formula -> formula.addRule(rule));
 * System.out.println(plan); // What would change, and with how many requests.
 * BulkResult result = plan.apply(WriteOptions.because("Ticket 42"));
 * }</pre>
 *
 * <p>What {@link Flag} promises of one flag holds for each: the value has the setting's type, a
 * predefined variation stands for its value, members unknown to this client are kept, and a value
 * that somebody else wrote is never overwritten. If somebody else changes a flag after it was read,
 * the edit is applied to their value, up to 5 times.
 *
 * <p>Reads the values of the Config with one request, and the Config with another one if the client
 * does not know its evaluation version yet. For the requests that write, see {@link BulkPlan}.
 *
 * <p>Immutable and thread-safe. Implemented by the client; methods may be added.
 */
public interface BulkEdit {
  /**
   * Restricts the edit to some of the flags, by default all flags of the Config. Conditions add up:
   * a flag is edited if all of them are true.
   *
   * @param which returns true for flags to edit
   * @return a new edit of those flags
   */
  BulkEdit only(Predicate<FlagValue> which);

  /**
   * Reads the values and plans to edit them. The Config must be V2.
   *
   * @param change returns an edited copy of the formula it receives, never null; called for each
   *     flag, and again if somebody else wrote in between, so it should have no side effects
   * @return the plan
   * @throws IllegalArgumentException if the edit is not valid for one of the flags, which the
   *     message names
   * @throws UnsupportedOperationException if the Config is V1
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  BulkPlan edit(UnaryOperator<EditableFormula> change);

  /**
   * Reads the values and plans to set what is served when no rule applies. Keeps targeting rules
   * and percentage options.
   *
   * @param value a value of the type of all these settings
   * @return the plan
   * @throws IllegalArgumentException if one of the settings, which the message names, has another
   *     type or no predefined variation with this value
   * @throws com.configcat.management.error.ConfigCatException if a call fails
   */
  BulkPlan setDefault(SettingValue value);

  /**
   * Serves one value to everyone, without rules, until the returned object is closed; then restores
   * the previous values exactly. If a flag cannot be set, those that were set are restored.
   *
   * @param value a value of the type of all these settings
   * @param options the audit-log reason and approval options, for setting and for restoring
   * @return restores the flags when closed
   * @throws IllegalArgumentException if the value or the options are not valid for one of the
   *     flags, which the message names; nothing was written
   * @throws com.configcat.management.error.FlagsNotSetException if a flag could not be set; all
   *     flags have their previous values
   * @throws com.configcat.management.error.FlagNotRestoredException if, in addition, one could not
   *     be restored; its message contains the previous values
   * @throws com.configcat.management.error.ConfigCatException if the values cannot be read; nothing
   *     was written
   */
  TemporaryFlags temporarily(SettingValue value, WriteOptions options);

  /**
   * Plans to set the default of feature flags and to keep their rules; see {@link
   * #setDefault(SettingValue)}.
   *
   * @param value the value served when no rule applies
   * @return the plan
   */
  default BulkPlan setDefault(boolean value) {
    return setDefault(SettingValue.of(value));
  }

  /**
   * Plans to set the default of text settings and to keep their rules; see {@link
   * #setDefault(SettingValue)}.
   *
   * @param value the value served when no rule applies
   * @return the plan
   */
  default BulkPlan setDefault(String value) {
    return setDefault(SettingValue.of(value));
  }

  /**
   * Plans to set the default of whole-number settings and to keep their rules; see {@link
   * #setDefault(SettingValue)}.
   *
   * @param value the value served when no rule applies
   * @return the plan
   */
  default BulkPlan setDefault(long value) {
    return setDefault(SettingValue.of(value));
  }

  /**
   * Plans to set the default of decimal settings and to keep their rules; see {@link
   * #setDefault(SettingValue)}.
   *
   * @param value the value served when no rule applies
   * @return the plan
   */
  default BulkPlan setDefault(double value) {
    return setDefault(SettingValue.of(value));
  }

  /**
   * Serves one value of flags or settings to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flags when closed
   */
  default TemporaryFlags temporarily(SettingValue value) {
    return temporarily(value, WriteOptions.none());
  }

  /**
   * Serves one value of feature flags to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flags when closed
   */
  default TemporaryFlags temporarily(boolean value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of text settings to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flags when closed
   */
  default TemporaryFlags temporarily(String value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of whole-number settings to everyone until closed, without a reason; see
   * {@link #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flags when closed
   */
  default TemporaryFlags temporarily(long value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }

  /**
   * Serves one value of decimal settings to everyone until closed, without a reason; see {@link
   * #temporarily(SettingValue, WriteOptions)}.
   *
   * @param value the value for everyone
   * @return restores the flags when closed
   */
  default TemporaryFlags temporarily(double value) {
    return temporarily(SettingValue.of(value), WriteOptions.none());
  }
}
