package com.configcat.management.bulk;

import com.configcat.management.bulk.Reading.Current;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a {@link BulkReplacement}; used once, by one thread. */
final class BulkRun<V> {
  private static final int CONFLICTS = 5;
  private static final int LOST_ANSWERS = 2;

  private final BulkTarget<V> target;
  private final Map<Integer, V> values;
  private final Reading expected;
  private final Map<Integer, BulkOutcome> outcomes = new LinkedHashMap<>();
  private Reading latest;
  private @Nullable RuntimeException stoppedBy;

  /**
   * Prepares a run.
   *
   * @param expected what the values must be to be replaced, if they are not as wanted
   * @param latest what they are now
   * @param before what an earlier run left; null if there was none
   */
  BulkRun(
      BulkTarget<V> target,
      Map<Integer, V> values,
      Reading expected,
      Reading latest,
      @Nullable BulkResult before) {
    this.target = target;
    this.values = values;
    this.expected = expected;
    this.latest = latest;
    for (int settingId : values.keySet()) {
      BulkOutcome old =
          before == null ? null : Objects.requireNonNull(before.outcomes().get(settingId));
      if (old != null && old.status().isSettled()) {
        outcomes.put(settingId, old);
      } else {
        put(settingId, BulkStatus.NOT_TRIED, "The run ended before it came to this flag", null);
      }
    }
    for (int settingId : unsettled(List.copyOf(values.keySet()))) {
      if (isAsWanted(settingId)) {
        boolean ours = before != null && wasSent(before, settingId);
        put(
            settingId,
            ours ? BulkStatus.DONE : BulkStatus.UNCHANGED,
            "It serves what it is to serve",
            null);
      }
    }
  }

  private static boolean wasSent(BulkResult before, int settingId) {
    BulkOutcome old = Objects.requireNonNull(before.outcomes().get(settingId));
    return old.status() == BulkStatus.UNKNOWN || old.status() == BulkStatus.FAILED;
  }

  Map<Integer, BulkOutcome> outcomes() {
    return outcomes;
  }

  @Nullable RuntimeException stoppedBy() {
    return stoppedBy;
  }

  void run(int chunkSize, Consumer<BulkProgress> listener) {
    List<Integer> left = unsettled(List.copyOf(values.keySet()));
    if (left.isEmpty()) {
      tell(listener);
    }
    for (int start = 0; start < left.size() && stoppedBy == null; start += chunkSize) {
      send(left.subList(start, Math.min(left.size(), start + chunkSize)));
      tell(listener);
    }
  }

  private void tell(Consumer<BulkProgress> listener) {
    int settled = (int) outcomes.values().stream().filter(o -> o.status().isSettled()).count();
    int untried =
        (int) outcomes.values().stream().filter(o -> o.status() == BulkStatus.NOT_TRIED).count();
    try {
      listener.accept(
          new BulkProgress(settled, outcomes.size() - settled - untried, outcomes.size()));
    } catch (RuntimeException e) {
      stop(e);
    }
  }

  /** Sends a chunk until every flag in it has an outcome. */
  private void send(List<Integer> chunk) {
    int conflicts = 0;
    int lost = 0;
    for (List<Integer> left = sendable(chunk); !left.isEmpty(); left = sendable(left)) {
      Reading before = latest;
      try {
        Reading after = target.replace(valuesOf(left), before.newestVersion());
        done(left);
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
          fail(sendable(left), "Others wrote to the Config again and again", e);
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

  /** Goes on from what a write answered, unless that does not show all values. */
  private void take(Reading after) {
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

  /** Sends one flag under its own version, for a service that wants that. */
  private void sendAlone(int settingId, ConflictException refusal) {
    if (stoppedBy != null) {
      return;
    }
    List<Integer> alone = List.of(settingId);
    int tries = 0;
    while (!sendable(alone).isEmpty()) {
      Current current = Objects.requireNonNull(latest.get(settingId));
      UUID version = current.version();
      if (version == null) {
        refused(alone, refusal);
        return;
      }
      try {
        target.replace(settingId, Objects.requireNonNull(values.get(settingId)), version);
        done(alone);
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
        Current now = latest.get(settingId);
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

  /** Gives an outcome to those that need not or must not be sent; returns the others. */
  private List<Integer> sendable(List<Integer> flags) {
    List<Integer> left = new ArrayList<>();
    for (int settingId : unsettled(flags)) {
      Current now = latest.get(settingId);
      Current then = expected.get(settingId);
      if (now == null) {
        put(settingId, BulkStatus.FAILED, "The Config has no such flag: check its id", null);
      } else if (isAsWanted(settingId)) {
        put(settingId, BulkStatus.DONE, "It serves what it is to serve", null);
      } else if (then == null || !now.isSameAs(then)) {
        conflict(settingId);
      } else {
        left.add(settingId);
      }
    }
    return left;
  }

  private void conflict(int settingId) {
    BulkOutcome old = Objects.requireNonNull(outcomes.get(settingId));
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

  /** Finds out what a write did whose answer is lost, or why it was refused. */
  private boolean readAgain(List<Integer> flags, ConfigCatException why) {
    if (why.requestMayHaveBeenApplied()) {
      flags.forEach(
          id -> put(id, BulkStatus.UNKNOWN, "No answer came, and the values were not read", why));
    }
    try {
      latest = target.read();
      return true;
    } catch (RuntimeException e) {
      if (!why.requestMayHaveBeenApplied()) {
        fail(flags, "It was refused, and the values could not be read to try again", why);
      }
      stop(e);
      return false;
    }
  }

  private void refused(List<Integer> flags, ConfigCatException e) {
    fail(flags, "The service refused it", e);
    boolean isAboutTheseValues =
        e instanceof BadRequestException
            || e instanceof NotFoundException
            || e instanceof ConflictException;
    if (!isAboutTheseValues) {
      stop(e);
    }
  }

  private void unsendable(List<Integer> flags, RuntimeException e) {
    fail(flags, "It could not be sent", e);
    stop(e);
  }

  private void giveUp(List<Integer> flags, ConfigCatException e) {
    fail(sendable(flags), "It was not replaced when the values were read afterwards", e);
    if (!(e instanceof ConflictException)) {
      stop(e);
    }
  }

  private void stop(RuntimeException e) {
    if (stoppedBy == null) {
      stoppedBy = e;
    }
  }

  private void done(List<Integer> flags) {
    flags.forEach(id -> put(id, BulkStatus.DONE, "It serves what it is to serve", null));
  }

  private void fail(List<Integer> flags, String explanation, RuntimeException cause) {
    flags.forEach(id -> put(id, BulkStatus.FAILED, explanation, cause));
  }

  private void put(
      int settingId, BulkStatus status, String explanation, @Nullable RuntimeException cause) {
    outcomes.put(settingId, new BulkOutcome(settingId, status, explanation, cause));
  }

  private List<Integer> unsettled(List<Integer> flags) {
    return flags.stream()
        .filter(id -> !Objects.requireNonNull(outcomes.get(id)).status().isSettled())
        .toList();
  }

  private boolean isAsWanted(int settingId) {
    Current now = latest.get(settingId);
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
