package com.configcat.management.flag;

import com.configcat.management.error.ConfigCatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the outcomes of a {@link BulkRun}, by flag. Not thread-safe. */
final class BulkLedger {
  private static final String AS_WANTED = "It serves the new value";

  private final Map<Integer, BulkOutcome> outcomes = new LinkedHashMap<>();
  private final Map<Integer, BulkOutcome> before;

  /** Keeps the outcomes that a previous run settled; the other flags start as not tried. */
  BulkLedger(Set<Integer> flags, @Nullable BulkResult before) {
    this.before = before == null ? Map.of() : before.outcomes();
    flags.forEach(this::open);
  }

  private void open(int settingId) {
    BulkOutcome old = before.get(settingId);
    if (old != null && old.status().isSettled()) {
      keep(old);
    } else {
      put(
          settingId,
          BulkStatus.NOT_TRIED,
          "The run ended before it reached this flag",
          old == null ? null : old.cause());
    }
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

  /**
   * Records a flag that already serves its new value, because of this replacement or another write.
   */
  void foundAsWanted(int settingId) {
    put(
        settingId,
        mayBeReplaced(settingId) ? BulkStatus.DONE : BulkStatus.UNCHANGED,
        AS_WANTED,
        null);
  }

  /** Returns whether a write of the flag, in this run or a previous one, may have been applied. */
  private boolean mayBeReplaced(int settingId) {
    return outcome(settingId).cause() instanceof ConfigCatException e
        && e.requestMayHaveBeenApplied();
  }

  void done(List<Integer> flags) {
    flags.forEach(id -> put(id, BulkStatus.DONE, AS_WANTED, null));
  }

  void failed(List<Integer> flags, String explanation, RuntimeException cause) {
    flags.forEach(id -> put(id, BulkStatus.FAILED, explanation, cause));
  }

  /** Records flags that were sent and may have been written. */
  void unknown(List<Integer> flags, ConfigCatException cause) {
    flags.forEach(
        id ->
            put(
                id,
                BulkStatus.UNKNOWN,
                "There was no response, and the values could not be read afterwards",
                cause));
  }

  /** Records a flag that the Config no longer contains. */
  void gone(int settingId) {
    if (mayBeReplaced(settingId)) {
      put(
          settingId,
          BulkStatus.UNKNOWN,
          "The Config no longer has this flag; it is not known whether it was replaced before",
          outcome(settingId).cause());
    } else {
      put(settingId, BulkStatus.FAILED, "The Config has no such flag: check its id", null);
    }
  }

  /** Records a flag that has neither its old nor its new value. */
  void changedByOthers(int settingId) {
    BulkOutcome old = outcome(settingId);
    if (old.status() == BulkStatus.UNKNOWN) {
      put(
          settingId,
          BulkStatus.UNKNOWN,
          "It serves a value that somebody else wrote; it is not known whether it was replaced"
              + " before that",
          old.cause());
    } else {
      String when = mayBeReplaced(settingId) ? ", perhaps after it was replaced" : "";
      put(
          settingId,
          BulkStatus.CONFLICT,
          "Somebody else changed it in the meantime%s: check it, then start another replacement"
              .formatted(when),
          old.cause());
    }
  }

  private BulkOutcome outcome(int settingId) {
    return Objects.requireNonNull(outcomes.get(settingId));
  }

  private void put(
      int settingId, BulkStatus status, String explanation, @Nullable RuntimeException cause) {
    outcomes.put(settingId, new BulkOutcome(settingId, status, explanation, cause));
  }
}
