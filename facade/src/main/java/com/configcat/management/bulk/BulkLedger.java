package com.configcat.management.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of each flag of a {@link BulkRun} so far; used by one thread. */
final class BulkLedger {
  private static final String AS_WANTED = "It serves what it is to serve";

  private final Map<Integer, BulkOutcome> outcomes = new LinkedHashMap<>();
  private final @Nullable BulkResult before;

  /**
   * Opens it. What an earlier run settled stays so.
   *
   * @param flags all of the run, by the ids of the settings
   * @param before what an earlier run left; null if there was none
   */
  BulkLedger(Set<Integer> flags, @Nullable BulkResult before) {
    this.before = before;
    for (int settingId : flags) {
      BulkOutcome old = earlier(settingId);
      if (old != null && old.status().isSettled()) {
        outcomes.put(settingId, old);
      } else {
        put(settingId, BulkStatus.NOT_TRIED, "The run ended before it came to this flag", null);
      }
    }
  }

  private @Nullable BulkOutcome earlier(int settingId) {
    return before == null ? null : Objects.requireNonNull(before.outcomes().get(settingId));
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

  /** Notes a flag that was as wanted before this run wrote anything. */
  void foundAsWanted(int settingId) {
    BulkOutcome old = earlier(settingId);
    boolean ours =
        old != null && (old.status() == BulkStatus.UNKNOWN || old.status() == BulkStatus.FAILED);
    put(settingId, ours ? BulkStatus.DONE : BulkStatus.UNCHANGED, AS_WANTED, null);
  }

  void done(List<Integer> flags) {
    flags.forEach(id -> put(id, BulkStatus.DONE, AS_WANTED, null));
  }

  void failed(List<Integer> flags, String explanation, @Nullable RuntimeException cause) {
    flags.forEach(id -> put(id, BulkStatus.FAILED, explanation, cause));
  }

  /** Notes flags that were sent, and may have been written. */
  void unknown(List<Integer> flags, RuntimeException cause) {
    flags.forEach(
        id -> put(id, BulkStatus.UNKNOWN, "No answer came, and the values were not read", cause));
  }

  /** Notes a flag that is neither as it was nor as wanted. */
  void changedByOthers(int settingId) {
    BulkOutcome old = outcome(settingId);
    if (old.status() == BulkStatus.UNKNOWN) {
      put(
          settingId,
          BulkStatus.UNKNOWN,
          "It serves what somebody else wrote; whether it was replaced before that is not known",
          old.cause());
    } else {
      put(
          settingId,
          BulkStatus.CONFLICT,
          "Somebody else changed it meanwhile: look at it, then start another replacement",
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
