package com.configcat.management.internal.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkProgress;
import com.configcat.management.flag.BulkStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects the outcomes of a {@link BulkRun}, by flag. Not thread-safe. */
final class BulkLedger {
  private static final String AS_WANTED = "It has the new value";

  private final Map<Integer, BulkOutcome> outcomes = new LinkedHashMap<>();
  private final Map<Integer, BulkOutcome> before;

  /**
   * Keeps the outcomes that the plan or a previous run settled; the other flags start as not tried.
   *
   * @param before the outcome of each flag so far
   */
  BulkLedger(Map<Integer, BulkOutcome> before) {
    this.before = before;
    before.values().forEach(this::open);
  }

  private void open(BulkOutcome old) {
    keep(old);
    if (!old.status().isSettled()) {
      put(
          old.settingId(),
          BulkStatus.NOT_TRIED,
          "The run ended before it reached this flag",
          old.cause());
    }
  }

  /** Returns the outcome of a flag of a plan that nobody has applied. */
  static BulkOutcome planned(int settingId, String key) {
    return new BulkOutcome(settingId, key, BulkStatus.NOT_TRIED, "The plan was not applied", null);
  }

  /** Returns the outcome of a flag that has its new value already. */
  static BulkOutcome unchanged(int settingId, String key) {
    return new BulkOutcome(settingId, key, BulkStatus.UNCHANGED, AS_WANTED, null);
  }

  Map<Integer, BulkOutcome> outcomes() {
    return outcomes;
  }

  /** Returns all flags that are not settled. */
  List<Integer> unsettled() {
    return unsettled(List.copyOf(outcomes.keySet()));
  }

  List<Integer> unsettled(List<Integer> flags) {
    return flags.stream().filter(id -> !outcome(id).status().isSettled()).toList();
  }

  BulkProgress progress() {
    int settled = outcomes.size() - unsettled().size();
    int untried =
        (int) outcomes.values().stream().filter(o -> o.status() == BulkStatus.NOT_TRIED).count();
    return new BulkProgress(settled, outcomes.size() - settled - untried, outcomes.size());
  }

  /** Returns the previous run's outcome of a flag that this run has not reached; null if none. */
  @Nullable BulkOutcome untried(int settingId) {
    return outcome(settingId).status() == BulkStatus.NOT_TRIED ? before.get(settingId) : null;
  }

  void keep(BulkOutcome old) {
    outcomes.put(old.settingId(), old);
  }

  /** Records a flag that already has its new value, because of this plan or another write. */
  void foundAsWanted(int settingId) {
    put(
        settingId,
        mayBeWritten(settingId) ? BulkStatus.DONE : BulkStatus.UNCHANGED,
        AS_WANTED,
        null);
  }

  /** Returns whether a write of the flag, in this run or a previous one, may have been applied. */
  boolean mayBeWritten(int settingId) {
    BulkOutcome now = outcome(settingId);
    return mayBeWritten(now)
        || (now.status() == BulkStatus.NOT_TRIED
            && mayBeWritten(Objects.requireNonNull(before.get(settingId))));
  }

  private static boolean mayBeWritten(BulkOutcome outcome) {
    return outcome.status() == BulkStatus.UNKNOWN
        || (outcome.cause() instanceof ConfigCatException e && e.requestMayHaveBeenApplied());
  }

  void done(List<Integer> flags) {
    flags.forEach(id -> put(id, BulkStatus.DONE, AS_WANTED, null));
  }

  void failed(List<Integer> flags, String explanation, RuntimeException cause) {
    flags.forEach(id -> put(id, BulkStatus.FAILED, explanation, cause));
  }

  /** Records flags that were sent and may have been written. */
  void unknown(List<Integer> flags, RuntimeException cause) {
    flags.forEach(
        id ->
            put(
                id,
                BulkStatus.UNKNOWN,
                "There was no response, and nothing read afterwards shows whether it was written",
                cause));
  }

  /** Records a flag that the Config does not contain, or no longer. */
  void gone(int settingId) {
    if (mayBeWritten(settingId)) {
      put(
          settingId,
          BulkStatus.UNKNOWN,
          "The Config no longer has this flag; it is not known whether it was written before",
          outcome(settingId).cause());
    } else {
      put(settingId, BulkStatus.FAILED, "The Config has no such flag: check its id", null);
    }
  }

  /** Records a flag that has neither its old nor its new value. */
  void changedByOthers(int settingId) {
    BulkOutcome old = outcome(settingId);
    if (old.status() == BulkStatus.UNKNOWN) {
      overwritten(settingId, Objects.requireNonNull(old.cause()));
    } else {
      String when = mayBeWritten(settingId) ? ", perhaps after it was written" : "";
      put(
          settingId,
          BulkStatus.CONFLICT,
          "Somebody else changed it in the meantime%s: check it, then make another plan"
              .formatted(when),
          old.cause());
    }
  }

  /** Records a flag that somebody else wrote after it may have been written by this run. */
  void overwritten(int settingId, RuntimeException cause) {
    put(
        settingId,
        BulkStatus.UNKNOWN,
        "It has a value that somebody else wrote; it is not known whether it was written before"
            + " that",
        cause);
  }

  private BulkOutcome outcome(int settingId) {
    return Objects.requireNonNull(outcomes.get(settingId));
  }

  private void put(
      int settingId, BulkStatus status, String explanation, @Nullable RuntimeException cause) {
    String key = outcome(settingId).key();
    outcomes.put(settingId, new BulkOutcome(settingId, key, status, explanation, cause));
  }
}
