package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.operations.SettingValuesOperations;
import com.configcat.management.operations.SettingValuesV2Operations;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the entire values of many flags of a Config in one Environment. Anything that a new
 * value does not contain, such as targeting rules, is deleted.
 *
 * <pre>{@code
 * BulkResult result =
 *     configcat.flags().bulkReplacement(configId, environmentId)
 *         .replace(newCheckout, Formula.byDefault(true).toModel())
 *         .replace(newSearch, Formula.byDefault(true).toModel())
 *         .reason("Autumn release")
 *         .run();
 * }</pre>
 *
 * <p>Other flags of the Config keep their values, and flags that already serve their new value are
 * not written. The rest is sent in chunks, with {@code POST
 * /v2/configs/{configId}/environments/{environmentId}/values} or its V1 counterpart.
 *
 * <p>A flag that somebody else changes after {@link #run} started keeps their value. In V2 Configs
 * the service ensures this: each chunk is conditional on the version of the most recently written
 * value. If the service does not accept that version for a chunk, the flags are sent one by one,
 * each conditional on its own version. V1 Configs have no versions: a change made between the last
 * read and a write is overwritten.
 *
 * <p>Immutable: methods that set something return a new instance. Thread-safe.
 *
 * @param <V> the model of a value: {@link UpdateEvaluationFormulaModel} for V2 Configs, {@link
 *     UpdateSettingValueModel} for V1 Configs
 */
public final class BulkReplacement<V> {
  private static final int DEFAULT_CHUNK = 50;

  private final Function<WriteOptions, BulkTarget<V>> place;
  private final boolean approvals;
  private final WriteOptions options;
  private final Map<Integer, V> values;
  private final int chunkSize;
  private final Consumer<BulkProgress> listener;

  private BulkReplacement(
      Function<WriteOptions, BulkTarget<V>> place,
      boolean approvals,
      WriteOptions options,
      Map<Integer, V> values,
      int chunkSize,
      Consumer<BulkProgress> listener) {
    this.place = place;
    this.approvals = approvals;
    this.options = options;
    this.values = values;
    this.chunkSize = chunkSize;
    this.listener = listener;
  }

  private static <V> BulkReplacement<V> start(
      Function<WriteOptions, BulkTarget<V>> place, boolean approvals) {
    return new BulkReplacement<>(
        place, approvals, WriteOptions.none(), Map.of(), DEFAULT_CHUNK, progress -> {});
  }

  /**
   * Creates a replacement for a V2 Config; {@code configcat.flags().bulkReplacement(configId,
   * environmentId)} does the same.
   *
   * @param operations sends the requests: {@code configcat.settingValuesV2()}
   * @param configId the id of a V2 Config
   * @param environmentId the id of the Environment
   * @return a replacement without values
   */
  public static BulkReplacement<UpdateEvaluationFormulaModel> of(
      SettingValuesV2Operations operations, UUID configId, UUID environmentId) {
    Preconditions.value(operations, "operations", "give configcat.settingValuesV2()");
    check(configId, environmentId);
    return start(options -> new TargetV2(operations, configId, environmentId, options), true);
  }

  /**
   * Creates a replacement for a V1 Config; {@code configcat.flags().bulkReplacementV1(configId,
   * environmentId)} does the same.
   *
   * @param operations sends the requests: {@code configcat.settingValues()}
   * @param configId the id of a V1 Config
   * @param environmentId the id of the Environment
   * @return a replacement without values
   */
  public static BulkReplacement<UpdateSettingValueModel> of(
      SettingValuesOperations operations, UUID configId, UUID environmentId) {
    Preconditions.value(operations, "operations", "give configcat.settingValues()");
    check(configId, environmentId);
    return start(options -> new TargetV1(operations, configId, environmentId, options), false);
  }

  private static void check(UUID configId, UUID environmentId) {
    Preconditions.value(configId, "configId", "give the id of the Config");
    Preconditions.value(environmentId, "environmentId", "give the id of the Environment");
  }

  /**
   * Adds a flag and its new value.
   *
   * @param settingId the numeric id of the flag, not its key
   * @param value the entire new value
   * @return a new replacement that also contains this value
   * @throws IllegalArgumentException if the id is less than 1, the flag was already added, or the
   *     value has no default
   */
  public BulkReplacement<V> replace(int settingId, V value) {
    Map<Integer, V> more = new LinkedHashMap<>(values);
    add(more, settingId, value);
    return with(more);
  }

  private void add(Map<Integer, V> more, int settingId, V value) {
    Preconditions.positive(settingId, "settingId", "give the id of a flag");
    Preconditions.value(value, "value", "give the whole value of the flag");
    if (place.apply(options).content(value).get(approvals ? "defaultValue" : "value") == null) {
      throw new IllegalArgumentException(
          "The value of flag " + settingId + " has no default: set it");
    }
    if (more.putIfAbsent(settingId, value) != null) {
      throw new IllegalArgumentException(
          "Flag " + settingId + " was added already: give one value for each flag");
    }
  }

  private BulkReplacement<V> with(Map<Integer, V> more) {
    return new BulkReplacement<>(
        place, approvals, options, Collections.unmodifiableMap(more), chunkSize, listener);
  }

  /**
   * Adds several flags with the same new value.
   *
   * @param settingIds the numeric ids of the flags, such as those with a certain Tag
   * @param value the entire new value of each flag
   * @return a new replacement that also contains these values
   * @throws IllegalArgumentException if an id is less than 1, one of the flags was already added,
   *     or the value has no default
   */
  public BulkReplacement<V> replaceAll(Collection<Integer> settingIds, V value) {
    Preconditions.value(settingIds, "settingIds", "give ids of flags");
    Preconditions.value(value, "value", "give the whole value of each flag");
    Map<Integer, V> more = new LinkedHashMap<>(values);
    for (Integer settingId : settingIds) {
      add(more, Preconditions.value(settingId, "An id in settingIds", "leave it out"), value);
    }
    return with(more);
  }

  /**
   * Sets the reason recorded in the audit log. The service requires one if the Product or the
   * Environment does.
   *
   * @param reason not blank
   * @return a new replacement with this reason
   * @throws IllegalArgumentException if the reason is blank
   */
  public BulkReplacement<V> reason(String reason) {
    Preconditions.lines(reason, "reason", "give one, or leave it out");
    WriteOptions because = WriteOptions.because(reason);
    return with(options.bypassApproval() ? because.bypassingApproval() : because);
  }

  /**
   * Bypasses the approval flow, which only V2 Configs have; the credentials must be permitted to do
   * so.
   *
   * @return a new replacement that bypasses approval
   * @throws IllegalStateException if this replacement is for a V1 Config
   */
  public BulkReplacement<V> bypassApproval() {
    if (!approvals) {
      throw new IllegalStateException("V1 Configs have no approval flow: leave bypassApproval out");
    }
    return with(options.bypassingApproval());
  }

  private BulkReplacement<V> with(WriteOptions other) {
    return new BulkReplacement<>(place, approvals, other, values, chunkSize, listener);
  }

  /**
   * Sets how many values are sent per request. If the service rejects one of them, no value of its
   * chunk is written.
   *
   * @param flags at least 1; 50 by default
   * @return a new replacement with this chunk size
   * @throws IllegalArgumentException if it is less than 1
   */
  public BulkReplacement<V> chunkSize(int flags) {
    Preconditions.positive(flags, "flags", "give how many values to send at once, 1 or more");
    return new BulkReplacement<>(place, approvals, options, values, flags, listener);
  }

  /**
   * Sets a listener that is called after each chunk, on the thread that runs the replacement. An
   * exception that it throws ends the run, which can then be resumed.
   *
   * @param told receives the progress; replaces any previous listener
   * @return a new replacement with this listener
   */
  public BulkReplacement<V> onProgress(Consumer<BulkProgress> told) {
    Preconditions.value(told, "told", "give a consumer of the progress");
    return new BulkReplacement<>(place, approvals, options, values, chunkSize, told);
  }

  /**
   * Reads the current values and replaces those that differ.
   *
   * <p>A chunk rejected with 400 or 404, or with 409 in a V1 Config, fails, and the run continues
   * with the next chunk. In a V2 Config, a 409 means that somebody else wrote: the values are read
   * again, and flags without a conflict are sent again, up to 5 times in total. If a response is
   * lost, the values are read again, and only those that were not written are sent once more; a
   * request that the service is still processing cannot be detected this way. Any other failure
   * ends the run.
   *
   * @return the outcome of each flag
   * @throws com.configcat.management.error.ConfigCatException if the values cannot be read at the
   *     start; nothing was written
   */
  public BulkResult run() {
    return run(null, null);
  }

  private BulkResult run(@Nullable ConfigSnapshot baseline, @Nullable BulkResult before) {
    if (values.isEmpty()) {
      return new BulkResult(Map.of(), null, Function.identity());
    }
    BulkTarget<V> target = place.apply(options);
    ConfigSnapshot first = target.read();
    ConfigSnapshot expected = Objects.requireNonNullElse(baseline, first);
    BulkRun<V> run = new BulkRun<>(target, values, expected, first, before);
    run.run(chunkSize, listener);
    return new BulkResult(run.outcomes(), run.stoppedBy(), result -> run(expected, result));
  }
}
