package com.configcat.management.internal.flag;

import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Implements {@link BulkResult}. */
final class RunResult implements BulkResult {
  private final Map<Integer, BulkOutcome> outcomes;
  private final Map<Integer, PlannedWrite> writes;
  private final @Nullable RuntimeException stoppedBy;
  private final UnaryOperator<RunResult> resumption;

  RunResult(
      Map<Integer, BulkOutcome> outcomes,
      Map<Integer, PlannedWrite> writes,
      @Nullable RuntimeException stoppedBy,
      UnaryOperator<RunResult> resumption) {
    this.outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
    this.writes = writes;
    this.stoppedBy = stoppedBy;
    this.resumption = resumption;
  }

  @Override
  public Map<Integer, BulkOutcome> outcomes() {
    return outcomes;
  }

  /** Returns the writes by the id of the flag, as they were planned last. */
  Map<Integer, PlannedWrite> writes() {
    return writes;
  }

  List<BulkOutcome> unsettled() {
    return outcomes.values().stream().filter(outcome -> !outcome.status().isSettled()).toList();
  }

  @Override
  public Optional<RuntimeException> stoppedBy() {
    return Optional.ofNullable(stoppedBy);
  }

  @Override
  public RunResult resume() {
    return isComplete() ? this : resumption.apply(this);
  }

  /** Returns the number of settled flags, and a line for each of the others. */
  @Override
  public String toString() {
    List<BulkOutcome> unsettled = unsettled();
    String lines =
        unsettled.stream().map(outcome -> "\n  " + outcome).collect(Collectors.joining());
    return (outcomes.size() - unsettled.size()) + " of " + outcomes.size() + " settled" + lines;
  }
}
