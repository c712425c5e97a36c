package com.configcat.management.flag;

import com.configcat.management.internal.core.Preconditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcomes of applying a {@link BulkPlan}, by flag.
 *
 * <p>Immutable and thread-safe; a result should be resumed by one thread only. Implemented by the
 * client; methods may be added.
 */
public interface BulkResult {
  /**
   * Returns the outcome of each flag.
   *
   * @return outcomes by the id of the flag, in the plan's order; unmodifiable
   */
  Map<Integer, BulkOutcome> outcomes();

  /**
   * Returns the flags with a given status.
   *
   * @param status the status
   * @return their ids, in the plan's order
   */
  default List<Integer> settingIds(BulkStatus status) {
    Preconditions.value(status, "status", "give one such as BulkStatus.FAILED");
    return outcomes().values().stream()
        .filter(outcome -> outcome.status() == status)
        .map(BulkOutcome::settingId)
        .toList();
  }

  /**
   * Returns whether every flag has its new value.
   *
   * @return true if all flags are {@linkplain BulkStatus#isSettled() settled}
   */
  default boolean isComplete() {
    return outcomes().values().stream().allMatch(outcome -> outcome.status().isSettled());
  }

  /**
   * Returns the exception that ended the run early.
   *
   * @return a failure that the other flags would have run into as well, or the exception of the
   *     progress listener; empty if the run did not end early
   */
  Optional<RuntimeException> stoppedBy();

  /**
   * Retries the flags that are not settled; settled flags are not written again.
   *
   * <p>The values are read first. Flags that have their new value by now are settled. Flags that
   * somebody else changed since the plan read them are treated as the plan says: an edit is applied
   * to their value, unless it may have been applied already; otherwise the flag keeps it and
   * becomes a {@link BulkStatus#CONFLICT}.
   *
   * @return the new outcome of each flag; this result if all flags are settled
   * @throws com.configcat.management.error.ConfigCatException if the values cannot be read at the
   *     start; nothing was written, and this result remains valid
   */
  BulkResult resume();
}
