package com.configcat.management.flag;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Changes to the values of many flags of a Config in one Environment, made with few requests.
 *
 * <p>Creating a plan only reads: print it for a dry run, or apply it. Flags that already have their
 * new value are not written. The others are sent in chunks, with {@code POST
 * /v2/configs/{configId}/environments/{environmentId}/values} or its V1 counterpart. In a V2
 * Config, each chunk is conditional on the version of the most recently written value; if that is
 * not the current one, the values are read again, and flags without a conflict are sent again, up
 * to 5 times in total.
 *
 * <p>A request of its own, a {@code PATCH} of the differences, is sent for flags that this
 * operation could damage: those whose value has members unknown to this client, and those whose V1
 * value is edited, since nothing would notice that somebody else wrote first. The same is done if
 * the service does not accept the version of a chunk.
 *
 * <p>Immutable: methods that set something return a new plan. Thread-safe. Implemented by the
 * client; methods may be added.
 */
public interface BulkPlan {
  /**
   * Returns the flags that the plan changes.
   *
   * @return one entry per flag, in the order of the Config; empty if there is nothing to change
   */
  List<FlagDifference> differences();

  /**
   * Returns the number of requests that {@link #apply(WriteOptions)} sends if nobody else writes
   * and none fails.
   *
   * @return 0 if there is nothing to change
   */
  int requests();

  /**
   * Restricts the plan to some of the flags that it changes.
   *
   * @param which returns true for flags to keep
   * @return a plan for those flags
   */
  BulkPlan only(Predicate<FlagDifference> which);

  /**
   * Sets how many values are sent per request. If the service rejects one of them, no value of its
   * chunk is written.
   *
   * @param flags at least 1; 50 by default
   * @return a new plan with this chunk size
   * @throws IllegalArgumentException if it is less than 1
   */
  BulkPlan chunkSize(int flags);

  /**
   * Sets a listener that is called after each write, on the thread that applies the plan. An
   * exception that it throws ends the run, which can then be resumed.
   *
   * @param listener receives the progress; replaces any previous listener
   * @return a new plan with this listener
   */
  BulkPlan onProgress(Consumer<BulkProgress> listener);

  /**
   * Writes the changes, without a reason; see {@link #apply(WriteOptions)}.
   *
   * @return the outcome of each flag; a failed call is an outcome, not an exception
   * @throws IllegalArgumentException if the Environment or its Product requires a reason, and there
   *     is something to change
   */
  default BulkResult apply() {
    return apply(WriteOptions.none());
  }

  /**
   * Writes the changes.
   *
   * <p>A chunk rejected with 400 or 404, or with 409 in a V1 Config, fails, and the run continues
   * with the next. If a response is lost, the values are read, and only those that were not written
   * are sent once more; a request that the service is still processing cannot be detected this way.
   * Any other failure ends the run.
   *
   * @param options the audit-log reason and approval options
   * @return the outcome of each flag; a failed call is an outcome, not an exception
   * @throws IllegalArgumentException if the Environment or its Product requires a reason, none is
   *     given, and there is something to change; or if approval is bypassed in a V1 Config. Nothing
   *     was written
   * @throws com.configcat.management.error.ConfigCatException if the values of a V1 Config, which
   *     have no version, cannot be read again; nothing was written
   */
  BulkResult apply(WriteOptions options);
}
