package com.configcat.management.flag;

import java.util.Collection;

/**
 * Replaces the entire values of many flags of a Config in one Environment. Anything that a new
 * value does not contain, such as targeting rules, is deleted. To keep it: {@link BulkEdit}.
 *
 * <pre>{@code
 * BulkResult result =
 *     configcat.flags().bulkReplacement(configId, environmentId)
 *         .replace(newCheckout, Formula.byDefault(true).toModel())
 *         .replace(newSearch, Formula.byDefault(true).toModel())
 *         .plan()
 *         .apply(WriteOptions.because("Autumn release"));
 * }</pre>
 *
 * <p>Other flags of the Config keep their values. A flag that somebody else changes after the plan
 * read it keeps their value. In V2 Configs the service ensures this. V1 Configs have no versions: a
 * change made between the last read and a write is overwritten.
 *
 * <p>Immutable: methods that set something return a new instance. Thread-safe. Implemented by the
 * client; methods may be added.
 *
 * @param <V> the model of a value: {@link
 *     com.configcat.management.model.UpdateEvaluationFormulaModel} for V2 Configs, {@link
 *     com.configcat.management.model.UpdateSettingValueModel} for V1 Configs
 */
public interface BulkReplacement<V> {
  /**
   * Adds a flag and its new value.
   *
   * @param settingId the numeric id of the flag, not its key
   * @param value the entire new value
   * @return a new replacement that also contains this value
   * @throws IllegalArgumentException if the id is less than 1, the flag was already added, or the
   *     value has no default
   */
  BulkReplacement<V> replace(int settingId, V value);

  /**
   * Adds several flags with the same new value.
   *
   * @param settingIds the numeric ids of the flags, such as those with a certain Tag
   * @param value the entire new value of each flag
   * @return a new replacement that also contains these values
   * @throws IllegalArgumentException if an id is less than 1, one of the flags was already added,
   *     or the value has no default
   */
  BulkReplacement<V> replaceAll(Collection<Integer> settingIds, V value);

  /**
   * Reads the current values, with one request, and plans to replace those that differ. Flags that
   * the Config does not have {@linkplain BulkStatus#FAILED fail} when the plan is applied.
   *
   * @return the plan
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  BulkPlan plan();
}
