package com.configcat.management.flag;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a {@link BulkReplacement}, by flag.
 *
 * <p>Immutable and thread-safe; a result should be resumed by one thread only.
 */
public final class BulkResult {
  private final Map<Integer, BulkOutcome> outcomes;
  private final @Nullable RuntimeException stoppedBy;
  private final Function<BulkResult, BulkResult> resumption;

  BulkResult(
      Map<Integer, BulkOutcome> outcomes,
      @Nullable RuntimeException stoppedBy,
      Function<BulkResult, BulkResult> resumption) {
    this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    this.stoppedBy = stoppedBy;
    this.resumption = resumption;
  }

  /**
   * Returns the outcome of each flag.
   *
   * @return outcomes by the id of the flag, in the order in which the flags were added;
   *     unmodifiable
   */
  public Map<Integer, BulkOutcome> outcomes() {
    return outcomes;
  }

  /**
   * Returns the flags with a given status.
   *
   * @param status the status
   * @return their ids, in the order in which the flags were added
   */
  public List<Integer> settingIds(BulkStatus status) {
    Objects.requireNonNull(status, "status is null: give one such as BulkStatus.FAILED");
    return outcomes.values().stream()
        .filter(outcome -> outcome.status() == status)
        .map(BulkOutcome::settingId)
        .toList();
  }

  /**
   * Returns whether every flag serves its new value.
   *
   * @return true if all flags are {@linkplain BulkStatus#isSettled() settled}
   */
  public boolean isComplete() {
    return unsettled().isEmpty();
  }

  /**
   * Returns the exception that ended the run early.
   *
   * @return a failure that further chunks would have run into as well, or the exception of the
   *     progress listener; empty if the run did not end early
   */
  public Optional<RuntimeException> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  /**
   * Retries the flags that are not settled; settled flags are not written again.
   *
   * <p>The values are read first. Flags that serve their new value by now are settled; flags that
   * somebody else changed since the first run started keep their value and become a {@link
   * BulkStatus#CONFLICT}. To replace those as well, start another {@link BulkReplacement}.
   *
   * @return the new outcome of each flag; this result if all flags are settled
   * @throws com.configcat.management.error.ConfigCatException if the values cannot be read at the
   *     start; nothing was written, and this result remains valid
   */
  public BulkResult resume() {
    return isComplete() ? this : resumption.apply(this);
  }

  private Collection<BulkOutcome> unsettled() {
    return outcomes.values().stream().filter(outcome -> !outcome.status().isSettled()).toList();
  }

  /** Returns the number of settled flags, and a line for each of the others. */
  @Override
  public String toString() {
    Collection<BulkOutcome> unsettled = unsettled();
    String lines =
        unsettled.stream().map(outcome -> "\n  " + outcome).collect(Collectors.joining());
    return (outcomes.size() - unsettled.size()) + " of " + outcomes.size() + " settled" + lines;
  }
}
