package com.configcat.management.internal.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.error.FlagsNotSetException;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.flag.TemporaryFlags;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonValues;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Restores the values that flags had before they were temporarily set. */
final class TemporaryValues implements TemporaryFlags {
  private static final Set<BulkStatus> MAY_BE_SET = EnumSet.of(BulkStatus.DONE, BulkStatus.UNKNOWN);

  private final ConfigValues values;
  private final WriteOptions options;
  private final Map<Integer, PlannedWrite> restores;
  private final Map<Integer, BulkOutcome> planned;

  // Guarded by this.
  private @Nullable RunResult restored;

  private TemporaryValues(
      ConfigValues values,
      WriteOptions options,
      Map<Integer, PlannedWrite> restores,
      Map<Integer, BulkOutcome> planned) {
    this.values = values;
    this.options = options;
    this.restores = restores;
    this.planned = planned;
  }

  /**
   * Applies the plan.
   *
   * @throws FlagsNotSetException if a flag was not set; the others are restored
   * @throws FlagNotRestoredException if, in addition, a flag may not be restored
   */
  static TemporaryValues set(ConfigValues values, ValuePlan plan, WriteOptions options) {
    RunResult set = plan.applyAtOnce(options);
    Map<Integer, PlannedWrite> restores = new LinkedHashMap<>();
    Map<Integer, BulkOutcome> planned = new LinkedHashMap<>();
    for (BulkOutcome outcome : set.outcomes().values()) {
      int settingId = outcome.settingId();
      if (MAY_BE_SET.contains(outcome.status())) {
        restores.put(settingId, Objects.requireNonNull(set.writes().get(settingId)).undo());
        planned.put(settingId, BulkLedger.planned(settingId, outcome.key()));
      }
    }
    TemporaryValues temporary = new TemporaryValues(values, options, restores, planned);
    if (!set.isComplete()) {
      FlagsNotSetException failure = temporary.notSet(set);
      try {
        temporary.close();
      } catch (FlagNotRestoredException e) {
        e.addSuppressed(failure);
        throw e;
      }
      throw failure;
    }
    return temporary;
  }

  private FlagsNotSetException notSet(RunResult set) {
    @Nullable RuntimeException cause = cause(set);
    return new FlagsNotSetException(
        "Not all flags could be set, and those that were have been restored: " + set,
        cause,
        failure(cause, false));
  }

  @Override
  public Map<Integer, String> before() {
    Map<Integer, String> before = new LinkedHashMap<>();
    restores.forEach((settingId, restore) -> before.put(settingId, restore.wanted().toString()));
    return Collections.unmodifiableMap(before);
  }

  @Override
  public synchronized void close() {
    // Restores the flags even if the test was interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      restore();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void restore() {
    if (restores.isEmpty()) {
      return;
    }
    try {
      restored =
          restored == null
              ? ValuePlan.of("previous values", values, values.read(), restores, planned)
                  .applyAtOnce(options)
              : restored.resume();
    } catch (RuntimeException e) { // Such as a reason that is required by now.
      throw notRestored("The flags were not restored", restores.keySet(), e);
    }
    if (!restored.isComplete()) {
      List<Integer> left = restored.unsettled().stream().map(BulkOutcome::settingId).toList();
      throw notRestored("Not all flags were restored: " + restored, left, cause(restored));
    }
  }

  private FlagNotRestoredException notRestored(
      String what, Collection<Integer> flags, @Nullable RuntimeException cause) {
    JsonObject before = new JsonObject();
    flags.forEach(
        id -> before.add(id.toString(), Objects.requireNonNull(restores.get(id)).wanted()));
    String shown =
        flags.stream()
            .map(id -> id + " " + JsonValues.pruned(before.get(id.toString())))
            .collect(Collectors.joining(", "));
    return new FlagNotRestoredException(
        what
            + ". Their previous values were: "
            + shown
            + (cause == null ? "" : ". " + cause.getMessage()),
        before.toString(),
        cause,
        failure(cause, true));
  }

  private static @Nullable RuntimeException cause(RunResult result) {
    return result.unsettled().stream()
        .map(BulkOutcome::cause)
        .filter(Objects::nonNull)
        .findFirst()
        .or(result::stoppedBy)
        .orElse(null);
  }

  private FailureContext failure(@Nullable RuntimeException cause, boolean mayBeApplied) {
    return cause instanceof ConfigCatException e
        ? new FailureContext(
            e.operation(), e.attempts(), mayBeApplied && e.requestMayHaveBeenApplied())
        : new FailureContext(values.writes(), 0, false);
  }
}
