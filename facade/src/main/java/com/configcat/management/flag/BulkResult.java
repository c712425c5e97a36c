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
 * What a {@link BulkReplacement} did and what it did not, flag by flag.
 *
 * <p>Immutable, and safe for use by several threads; but only one of them should resume.
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
   * Returns what became of each flag.
   *
   * @return one outcome a flag, by its id, in the order in which they were given
   */
  public Map<Integer, BulkOutcome> outcomes() {
    return outcomes;
  }

  /**
   * Returns the flags that came to a certain end.
   *
   * @param status which end
   * @return their ids, in the order in which they were given
   */
  public List<Integer> settingIds(BulkStatus status) {
    Objects.requireNonNull(status, "status is null: give one such as BulkStatus.FAILED");
    return outcomes.values().stream()
        .filter(outcome -> outcome.status() == status)
        .map(BulkOutcome::settingId)
        .toList();
  }

  /**
   * Says whether every flag serves what it was to serve.
   *
   * @return true if nothing is left
   */
  public boolean isComplete() {
    return unsettled().isEmpty();
  }

  /**
   * Returns what ended the run before every flag was tried.
   *
   * @return a failure that the next chunk would have met as well, or the exception of the listener;
   *     nothing if the run came to its end
   */
  public Optional<RuntimeException> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  /**
   * Does what is left, and nothing else: flags that are settled are not written again.
   *
   * <p>The values are read first. What is found to be as wanted is done; what somebody else changed
   * since the first run began stays as they made it, as a {@link BulkStatus#CONFLICT}. To replace
   * that as well, start another {@link BulkReplacement}.
   *
   * @return what became of each flag now; this result if nothing was left
   * @throws com.configcat.management.error.ConfigCatException if the values cannot be read; nothing
   *     was sent then, and this result still says what is the case
   */
  public BulkResult resume() {
    return isComplete() ? this : resumption.apply(this);
  }

  private Collection<BulkOutcome> unsettled() {
    return outcomes.values().stream().filter(outcome -> !outcome.status().isSettled()).toList();
  }

  /** Returns how many flags are settled, and a line for each that is not. */
  @Override
  public String toString() {
    Collection<BulkOutcome> unsettled = unsettled();
    String lines =
        unsettled.stream().map(outcome -> "\n  " + outcome).collect(Collectors.joining());
    return (outcomes.size() - unsettled.size()) + " of " + outcomes.size() + " settled" + lines;
  }
}
