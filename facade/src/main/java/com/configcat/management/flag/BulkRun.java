package com.configcat.management.flag;

import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.flag.ConfigSnapshot.FlagSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a {@link BulkReplacement}. Used once, by one thread. */
final class BulkRun<V> {
  private static final int CONFLICTS = 5;
  private static final int LOST_ANSWERS = 2;

  private final BulkTarget<V> target;
  private final Map<Integer, V> values;
  private final ConfigSnapshot expected;
  private final BulkLedger ledger;
  private ConfigSnapshot latest;
  private @Nullable RuntimeException stoppedBy;

  /**
   * Settles the flags that already serve their new value.
   *
   * @param expected the values that may be replaced; any other value is a conflict
   * @param latest the current values
   * @param before the result to resume; null for a first run
   */
  BulkRun(
      BulkTarget<V> target,
      Map<Integer, V> values,
      ConfigSnapshot expected,
      ConfigSnapshot latest,
      @Nullable BulkResult before) {
    this.target = target;
    this.values = values;
    this.expected = expected;
    this.latest = latest;
    this.ledger = new BulkLedger(values.keySet(), before);
    ledger.unsettled().stream().filter(this::isAsWanted).forEach(ledger::foundAsWanted);
  }

  Map<Integer, BulkOutcome> outcomes() {
    return ledger.outcomes();
  }

  @Nullable RuntimeException stoppedBy() {
    return stoppedBy;
  }

  void run(int chunkSize, Consumer<BulkProgress> listener) {
    List<Integer> left = ledger.unsettled();
    if (left.isEmpty()) {
      tell(listener);
    }
    for (int start = 0; start < left.size() && stoppedBy == null; start += chunkSize) {
      send(left.subList(start, Math.min(left.size(), start + chunkSize)));
      tell(listener);
    }
    left.forEach(this::end);
  }

  /** Sets the outcome of a flag that a previous run tried and this one did not reach. */
  private void end(int settingId) {
    BulkOutcome old = ledger.untried(settingId);
    if (old == null) {
      return;
    }
    if (old.status() == BulkStatus.UNKNOWN) {
      notReplaced(List.of(settingId), Objects.requireNonNull(old.cause()));
    } else {
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

  /** Sends a chunk until every flag of it has an outcome. */
  private void send(List<Integer> chunk) {
    int conflicts = 0;
    int lost = 0;
    for (List<Integer> left = sendable(chunk); !left.isEmpty(); left = sendable(left)) {
      ConfigSnapshot before = latest;
      try {
        ConfigSnapshot after = target.replace(valuesOf(left), before.newestVersion());
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
            && before.newestVersion().equals(latest.newestVersion())) {
          sendable(left).forEach(settingId -> sendAlone(settingId, e));
          return;
        }
        if (++conflicts == CONFLICTS) {
          ledger.failed(sendable(left), "Somebody else changed the Config before each attempt", e);
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
          giveUp(left, e);
          return;
        }
      } catch (RuntimeException e) {
        unsendable(left, e);
        return;
      }
    }
  }

  /** Continues with the values that a write returned, or reads them if some are missing. */
  private void take(ConfigSnapshot after) {
    if (after.values().keySet().containsAll(latest.values().keySet())) {
      latest = after;
      return;
    }
    try {
      latest = target.read();
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  /** Sends one flag on condition of its own version, for a service that rejects the newest one. */
  private void sendAlone(int settingId, ConflictException refusal) {
    if (stoppedBy != null) {
      return;
    }
    List<Integer> alone = List.of(settingId);
    int tries = 0;
    while (!sendable(alone).isEmpty()) {
      FlagSnapshot current = Objects.requireNonNull(latest.get(settingId));
      UUID version = current.version();
      if (version == null) {
        refused(alone, refusal);
        return;
      }
      try {
        target.replace(settingId, Objects.requireNonNull(values.get(settingId)), version);
        ledger.done(alone);
        return;
      } catch (ConfigCatException e) {
        boolean conflict = e instanceof ConflictException;
        if (!conflict && !e.requestMayHaveBeenApplied()) {
          refused(alone, e);
          return;
        }
        if (!readAgain(alone, e)) {
          return;
        }
        FlagSnapshot now = latest.get(settingId);
        boolean refusedAsItIs = conflict && now != null && version.equals(now.version());
        if (refusedAsItIs || ++tries == LOST_ANSWERS) {
          giveUp(alone, e);
          return;
        }
      } catch (RuntimeException e) {
        unsendable(alone, e);
        return;
      }
    }
  }

  /** Records the outcome of flags that need not or must not be sent; returns the others. */
  private List<Integer> sendable(List<Integer> flags) {
    List<Integer> left = new ArrayList<>();
    for (int settingId : ledger.unsettled(flags)) {
      FlagSnapshot now = latest.get(settingId);
      FlagSnapshot then = expected.get(settingId);
      if (now == null) {
        ledger.gone(settingId);
      } else if (isAsWanted(settingId)) {
        ledger.foundAsWanted(settingId);
      } else if (then == null || !now.isSameAs(then)) {
        ledger.changedByOthers(settingId);
      } else {
        left.add(settingId);
      }
    }
    return left;
  }

  /** Reads the values after a lost response or a conflict; returns false if that fails. */
  private boolean readAgain(List<Integer> flags, ConfigCatException why) {
    if (why.requestMayHaveBeenApplied()) {
      ledger.unknown(flags, why);
    }
    try {
      latest = target.read();
      return true;
    } catch (RuntimeException e) {
      if (!why.requestMayHaveBeenApplied()) {
        ledger.failed(
            flags, "It was refused, and the values could not be read for another attempt", why);
      }
      stop(e);
      return false;
    }
  }

  private void refused(List<Integer> flags, ConfigCatException e) {
    ledger.failed(flags, "The service refused it", e);
    boolean isAboutTheseValues =
        e instanceof BadRequestException
            || e instanceof NotFoundException
            || e instanceof ConflictException;
    if (!isAboutTheseValues) {
      stop(e);
    }
  }

  private void unsendable(List<Integer> flags, RuntimeException e) {
    ledger.failed(flags, "It could not be sent", e);
    stop(e);
  }

  private void giveUp(List<Integer> flags, ConfigCatException e) {
    notReplaced(flags, e);
    if (!(e instanceof ConflictException)) {
      stop(e);
    }
  }

  private void notReplaced(List<Integer> flags, RuntimeException e) {
    ledger.failed(
        sendable(flags), "It had not been replaced when the values were read afterwards", e);
  }

  private void stop(RuntimeException e) {
    if (stoppedBy == null) {
      stoppedBy = e;
    }
  }

  private boolean isAsWanted(int settingId) {
    FlagSnapshot now = latest.get(settingId);
    return now != null
        && now.content() != null
        && ValueContent.isServed(
            target.content(Objects.requireNonNull(values.get(settingId))), now.content());
  }

  private Map<Integer, V> valuesOf(List<Integer> flags) {
    Map<Integer, V> chosen = new LinkedHashMap<>();
    flags.forEach(id -> chosen.put(id, Objects.requireNonNull(values.get(id))));
    return chosen;
  }
}
