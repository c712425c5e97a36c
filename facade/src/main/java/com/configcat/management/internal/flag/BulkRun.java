package com.configcat.management.internal.flag;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkProgress;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.error.FailureScope;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan: writes in chunks, then one by one what cannot be. Used once, by one thread.
 */
final class BulkRun {
  private static final int LOST_ANSWERS = 2;

  private final ConfigValues values;
  private final WriteOptions options;
  private final BulkLedger ledger;
  private final PendingWrites pending;
  private @Nullable RuntimeException stoppedBy;

  /**
   * Prepares a run.
   *
   * @param writes by the id of the flag
   * @param before the outcome of each flag so far
   * @param latest the values as last read
   */
  BulkRun(
      ConfigValues values,
      WriteOptions options,
      Map<Integer, PlannedWrite> writes,
      Map<Integer, BulkOutcome> before,
      ConfigSnapshot latest) {
    this.values = values;
    this.options = options;
    this.ledger = new BulkLedger(before);
    this.pending = new PendingWrites(writes, ledger, latest);
  }

  Map<Integer, BulkOutcome> outcomes() {
    return ledger.outcomes();
  }

  /** Returns the writes, including those planned again because somebody else wrote first. */
  Map<Integer, PlannedWrite> writes() {
    return pending.all();
  }

  @Nullable RuntimeException stoppedBy() {
    return stoppedBy;
  }

  void run(int chunkSize, Consumer<BulkProgress> listener) {
    List<Integer> together = List.copyOf(pending.together(ledger.unsettled()).keySet());
    if (together.isEmpty() && pending.alone().isEmpty()) {
      tell(listener);
    }
    for (int start = 0; start < together.size() && stoppedBy == null; start += chunkSize) {
      send(together.subList(start, Math.min(together.size(), start + chunkSize)));
      tell(listener);
    }
    for (int settingId : pending.alone()) {
      if (stoppedBy == null) {
        sendAlone(settingId);
        tell(listener);
      }
    }
    ledger.unsettled().forEach(this::end);
  }

  /** Sets the outcome of a flag that a previous run tried and this one did not reach. */
  private void end(int settingId) {
    BulkOutcome old = ledger.untried(settingId);
    if (old == null) {
      return;
    }
    if (old.status() == BulkStatus.UNKNOWN) {
      notWritten(List.of(settingId), Objects.requireNonNull(old.cause()));
    } else if (old.status() != BulkStatus.NOT_TRIED) {
      ledger.keep(old);
    }
  }

  private void tell(Consumer<BulkProgress> listener) {
    try {
      listener.accept(ledger.progress());
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  /** Sends a chunk until every flag of it has an outcome, or has to be sent alone. */
  private void send(List<Integer> chunk) {
    int conflicts = 0;
    int lost = 0;
    List<Integer> left = chunk;
    while (true) {
      Map<Integer, JsonObject> contents = pending.together(left);
      if (contents.isEmpty()) {
        return;
      }
      left = List.copyOf(contents.keySet());
      ConfigSnapshot before = pending.latest();
      try {
        ConfigSnapshot after = values.replace(contents, before.newestVersion(), options);
        ledger.done(left);
        take(after);
        return;
      } catch (ConflictException e) {
        if (before.newestVersion() == null && !e.requestMayHaveBeenApplied()) {
          refused(left, e);
          return;
        }
        if (!readAgain(left, e)) {
          return;
        }
        if (before.newestVersion() != null
            && before.newestVersion().equals(pending.latest().newestVersion())) {
          ledger.failed(left, "The service refused it together with others", e);
          pending.separate(left);
          return;
        }
        if (++conflicts == GuardedValue.MOST_ROUNDS) {
          ledger.failed(
              pending.sendable(left), "Somebody else changed the Config before each attempt", e);
          return;
        }
      } catch (ConfigCatException e) {
        if (!e.requestMayHaveBeenApplied()) {
          refused(left, e);
          return;
        }
        if (!readAgain(left, e)) {
          return;
        }
        if (++lost == LOST_ANSWERS) {
          notWritten(left, e);
          stop(e);
          return;
        }
      } catch (RuntimeException e) {
        broken(left, e);
        return;
      }
    }
  }

  /** Continues with the values that a write returned, or reads them if some are missing. */
  private void take(ConfigSnapshot after) {
    if (after.values().keySet().containsAll(pending.latest().values().keySet())) {
      pending.update(after);
      return;
    }
    try {
      pending.update(values.read());
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  /** Sends one flag as a patch, on condition that its value is as last read. */
  private void sendAlone(int settingId) {
    List<Integer> flag = List.of(settingId);
    GuardedValue value = values.value(settingId);
    for (int round = 1; !pending.sendable(flag).isEmpty(); round++) {
      ValueSnapshot before = pending.value(settingId);
      try {
        if (value.write(before, pending.write(settingId).wanted(), options).changed()) {
          ledger.done(flag);
        } else {
          ledger.foundAsWanted(settingId);
        }
        return;
      } catch (ConflictException e) {
        if (e.requestMayHaveBeenApplied()) {
          ledger.overwritten(settingId, e);
          return;
        }
        if (round == GuardedValue.MOST_ROUNDS) {
          ledger.failed(flag, "Somebody else changed it before each attempt", e);
          return;
        }
        if (!readAgain(value, settingId, e)) {
          return;
        }
        ValueSnapshot now = pending.value(settingId);
        if (before.version() != null && before.version().equals(now.version())) {
          refused(flag, e);
          return;
        }
      } catch (ConfigCatException e) {
        if (e.requestMayHaveBeenApplied()) {
          ledger.unknown(flag, e);
          stopUnlessAboutTheValue(e);
        } else {
          refused(flag, e);
        }
        return;
      } catch (RuntimeException e) {
        broken(flag, e);
        return;
      }
    }
  }

  private boolean readAgain(GuardedValue value, int settingId, ConflictException why) {
    try {
      pending.update(pending.latest().with(settingId, value.read()));
      return true;
    } catch (RuntimeException e) {
      notReadAgain(List.of(settingId), why);
      stopUnlessAboutTheValue(e);
      return false;
    }
  }

  /** Reads the values after a lost response or a conflict; returns false if that fails. */
  private boolean readAgain(List<Integer> flags, ConfigCatException why) {
    if (why.requestMayHaveBeenApplied()) {
      ledger.unknown(flags, why);
    }
    try {
      pending.update(values.read());
      return true;
    } catch (RuntimeException e) {
      notReadAgain(flags, why);
      stop(e);
      return false;
    }
  }

  private void notReadAgain(List<Integer> flags, ConfigCatException why) {
    if (!why.requestMayHaveBeenApplied()) {
      ledger.failed(
          flags, "It was refused, and the values could not be read for another attempt", why);
    }
  }

  private void refused(List<Integer> flags, ConfigCatException e) {
    ledger.failed(flags, "The service refused it", e);
    stopUnlessAboutTheValue(e);
  }

  /** Ends the run after a failure that the other flags would run into as well. */
  private void stopUnlessAboutTheValue(RuntimeException e) {
    if (FailureScope.affectsOthers(e)) {
      stop(e);
    }
  }

  /** Ends the run because the client is closed, or code of the user threw an exception. */
  private void broken(List<Integer> flags, RuntimeException e) {
    if (FailureScope.mayHaveBeenApplied(e)) {
      ledger.unknown(flags, e);
    } else {
      ledger.failed(flags, "It could not be sent", e);
    }
    stop(e);
  }

  private void notWritten(List<Integer> flags, RuntimeException e) {
    ledger.failed(
        pending.sendable(flags), "It had not been written when the values were read afterwards", e);
  }

  private void stop(RuntimeException e) {
    if (stoppedBy == null) {
      stoppedBy = e;
    }
  }
}
