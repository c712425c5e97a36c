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
 * Replaces the whole values of many flags of a Config in one Environment: whatever is not in a new
 * value, such as targeting rules, is deleted.
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
 * <p>Flags that are not named stay as they are, and those that serve their new value already are
 * not written. The rest is sent in chunks, by {@code POST
 * /v2/configs/{configId}/environments/{environmentId}/values} or its V1 counterpart.
 *
 * <p>A flag that somebody else changes after {@link #run} began is left as they made it. For V2
 * Configs the service sees to that, by the version of the value that was written last; if it does
 * not take that version for several values at once, they are sent one by one, each under its own.
 * V1 Configs have no versions: there, a change made at the very moment of a write is overwritten.
 *
 * <p>Immutable: each method returns something new. Safe for use by several threads.
 *
 * @param <V> what a value is written as: {@link UpdateEvaluationFormulaModel} in V2 Configs, {@link
 *     UpdateSettingValueModel} in V1 ones
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
   * Starts one for a V2 Config, as {@code configcat.flags().bulkReplacement(configId,
   * environmentId)} does.
   *
   * @param operations sends the calls: {@code configcat.settingValuesV2()}
   * @param configId the Config
   * @param environmentId the Environment
   * @return a replacement of no values yet
   */
  public static BulkReplacement<UpdateEvaluationFormulaModel> of(
      SettingValuesV2Operations operations, UUID configId, UUID environmentId) {
    Preconditions.value(operations, "operations", "give configcat.settingValuesV2()");
    check(configId, environmentId);
    return start(options -> new TargetV2(operations, configId, environmentId, options), true);
  }

  /**
   * Starts one for a V1 Config, as {@code configcat.flags().bulkReplacementV1(configId,
   * environmentId)} does.
   *
   * @param operations sends the calls: {@code configcat.settingValues()}
   * @param configId the Config
   * @param environmentId the Environment
   * @return a replacement of no values yet
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
   * Adds a flag whose whole value is replaced.
   *
   * @param settingId the id of the flag, which is not its key
   * @param value all that it is to serve
   * @return a replacement of one value more
   * @throws IllegalArgumentException if the flag was added already, or the value has no default
   */
  public BulkReplacement<V> replace(int settingId, V value) {
    Map<Integer, V> more = new LinkedHashMap<>(values);
    add(more, settingId, value);
    return with(more);
  }

  private void add(Map<Integer, V> more, int settingId, V value) {
    Preconditions.positive(settingId, "settingId", "give the id of a flag");
    Preconditions.value(value, "value", "give all that the flag is to serve");
    if (place.apply(options).content(value).get(approvals ? "defaultValue" : "value") == null) {
      throw new IllegalArgumentException(
          "The value of flag " + settingId + " has no default: set what it serves to everyone");
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
   * Adds flags that are all to serve the same.
   *
   * @param settingIds ids of flags, such as those of a Tag
   * @param value all that each of them is to serve
   * @return a replacement of so many values more
   * @throws IllegalArgumentException if one of the flags was added already, or the value has no
   *     default
   */
  public BulkReplacement<V> replaceAll(Collection<Integer> settingIds, V value) {
    Preconditions.value(settingIds, "settingIds", "give ids of flags");
    Preconditions.value(value, "value", "give all that each flag is to serve");
    Map<Integer, V> more = new LinkedHashMap<>(values);
    for (Integer settingId : settingIds) {
      add(more, Preconditions.value(settingId, "An id in settingIds", "leave it out"), value);
    }
    return with(more);
  }

  /**
   * Says why, for the audit log; the service requires it where the Product or Environment says so.
   *
   * @param reason not blank
   * @return a replacement with this reason
   */
  public BulkReplacement<V> reason(String reason) {
    Preconditions.lines(reason, "reason", "give one, or leave it out");
    WriteOptions because = WriteOptions.because(reason);
    return with(options.bypassApproval() ? because.bypassingApproval() : because);
  }

  /**
   * Skips the approval flow, for those who may; only V2 Configs have one.
   *
   * @return a replacement that is not held up
   * @throws IllegalStateException if it is for a V1 Config
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
   * Sets how many values are sent at once. If one of them is refused, none of its chunk is written.
   *
   * @param flags 50 unless set; at least 1
   * @return a replacement in chunks of this size
   */
  public BulkReplacement<V> chunkSize(int flags) {
    Preconditions.positive(flags, "flags", "give how many values to send at once, 1 or more");
    return new BulkReplacement<>(place, approvals, options, values, flags, listener);
  }

  /**
   * Sets who is told after each chunk, on the thread that runs. An exception that it throws ends
   * the run, which can be resumed.
   *
   * @param told takes how far it has come; replaces one that was set before
   * @return a replacement that tells it
   */
  public BulkReplacement<V> onProgress(Consumer<BulkProgress> told) {
    Preconditions.value(told, "told", "give one that takes the progress");
    return new BulkReplacement<>(place, approvals, options, values, chunkSize, told);
  }

  /**
   * Reads the values, and replaces those that differ.
   *
   * <p>What is refused as it is (400, 404, 409) ends a chunk and not the run; any other failure
   * ends the run. A write is not repeated blindly: if no answer came, the values are read again to
   * find out, and what was not written is sent once more. A request that is still under way at the
   * service then cannot be seen.
   *
   * @return what became of each flag
   * @throws com.configcat.management.error.ConfigCatException if the values cannot be read; nothing
   *     was sent then
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
