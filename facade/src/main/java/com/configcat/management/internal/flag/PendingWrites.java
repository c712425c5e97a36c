package com.configcat.management.internal.flag;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The writes of a {@link BulkRun} that are left, in view of the values as last read. Records in the
 * ledger what need not or must not be sent. Not thread-safe.
 */
final class PendingWrites {
  private final Map<Integer, PlannedWrite> writes;
  private final BulkLedger ledger;
  private final Set<Integer> alone = new LinkedHashSet<>();
  private ConfigSnapshot latest;

  PendingWrites(Map<Integer, PlannedWrite> writes, BulkLedger ledger, ConfigSnapshot latest) {
    this.writes = new LinkedHashMap<>(writes);
    this.ledger = ledger;
    this.latest = latest;
  }

  /** Returns the writes, including those planned again because somebody else wrote first. */
  Map<Integer, PlannedWrite> all() {
    return writes;
  }

  /** Returns the values as last read. */
  ConfigSnapshot latest() {
    return latest;
  }

  void update(ConfigSnapshot values) {
    latest = values;
  }

  /** Returns the flags to write with a request of their own. */
  Set<Integer> alone() {
    return alone;
  }

  /** Has flags written with a request of their own. */
  void separate(List<Integer> flags) {
    alone.addAll(flags);
  }

  /** Returns the contents of the flags to send together; separates those that cannot be. */
  Map<Integer, JsonObject> together(List<Integer> flags) {
    Map<Integer, JsonObject> together = new LinkedHashMap<>();
    for (int settingId : sendable(flags)) {
      @Nullable JsonObject content = write(settingId).replacement(value(settingId));
      if (content == null) {
        alone.add(settingId);
      } else {
        together.put(settingId, content);
      }
    }
    return together;
  }

  PlannedWrite write(int settingId) {
    return Objects.requireNonNull(writes.get(settingId));
  }

  /** Returns the value of a flag that can be sent, as last read. */
  ValueSnapshot value(int settingId) {
    return Objects.requireNonNull(latest.get(settingId));
  }

  /** Returns the flags to send; plans those again that somebody else changed. */
  List<Integer> sendable(List<Integer> flags) {
    List<Integer> left = new ArrayList<>();
    for (int settingId : ledger.unsettled(flags)) {
      ValueSnapshot now = latest.get(settingId);
      PlannedWrite write = writes.get(settingId);
      if (now == null) {
        ledger.gone(settingId);
      } else if (write == null) {
        ledger.changedByOthers(settingId); // It was not there when the plan was made.
      } else if (write.isUnchanged(now) || planAgain(write, now)) {
        left.add(settingId);
      }
    }
    return left;
  }

  /** Plans a write for the value that somebody else wrote; returns false if none is to be sent. */
  private boolean planAgain(PlannedWrite write, ValueSnapshot now) {
    int settingId = write.settingId();
    if (write.isDone(now)) {
      ledger.foundAsWanted(settingId);
      return false;
    }
    try {
      @Nullable PlannedWrite again =
          ledger.mayBeWritten(settingId) ? null : write.after(now, latest.whole(now));
      if (again == null) {
        ledger.changedByOthers(settingId);
        return false;
      }
      if (again.changes().isEmpty()) {
        ledger.foundAsWanted(settingId);
        return false;
      }
      writes.put(settingId, again);
      return true;
    } catch (RuntimeException e) {
      ledger.failed(
          List.of(settingId), "Somebody else changed it so that the edit is not valid for it", e);
      return false;
    }
  }
}
