package com.configcat.management.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.simulation.Journal.Ended;
import com.configcat.management.simulation.Journal.Paused;
import com.configcat.management.simulation.Journal.Refused;
import com.configcat.management.simulation.Journal.Sent;
import com.configcat.management.simulation.Journal.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of every simulation, whatever the service does. Goes through it in order. */
final class Invariants {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final long SPACING = Duration.ofMillis(50).toNanos();
  private static final Instant START = new VirtualTime().instant();

  private final Scenario scenario;
  private final Map<Integer, Long> starts = new HashMap<>();
  private final Set<Integer> ended = new HashSet<>();

  /** The first instant at which a call may be sent that came after these, by their number. */
  private final TreeMap<Integer, Long> notBefore = new TreeMap<>();

  /** When an answer to its last request comes, or would have come. */
  private final Map<Integer, Long> answers = new HashMap<>();

  private int lastFirst = -1;
  private boolean refused;
  private long pausedUntil = -SECOND;
  private long lastSpaced = -2 * SECOND;

  private Invariants(Scenario scenario) {
    this.scenario = scenario;
  }

  static void check(Scenario scenario, Journal journal) {
    new Invariants(scenario).check(journal);
  }

  private void check(Journal journal) {
    for (Journal.Event event : journal.events()) {
      if (event instanceof Started started) {
        starts.put(started.call(), started.at());
      } else if (event instanceof Refused) {
        refused = true;
      } else if (event instanceof Paused paused) {
        refused = false;
        pausedUntil = Math.max(pausedUntil, paused.until());
      } else if (event instanceof Sent sent) {
        sent(sent);
      } else if (event instanceof Ended end) {
        ended(end);
      }
    }
    assertThat(ended).as("calls that ended in %s", scenario).hasSize(scenario.calls());
  }

  private void sent(Sent sent) {
    require(!refused, "sent after a 429 that paused nothing", sent);
    require(!ended.contains(sent.call()), "sent after its end", sent);
    answers.put(sent.call(), sent.at() + sent.latency());
    if (sent.attempt() == 1) {
      require(sent.call() > lastFirst, "jumped the line", sent);
      lastFirst = sent.call();
    }
    require(sent.at() >= pausedUntil, "sent in a pause", sent);
    if (sent.at() < pausedUntil + SECOND) {
      boolean isFirst = lastSpaced < pausedUntil;
      require(isFirst || sent.at() - lastSpaced >= SPACING, "in a herd after a pause", sent);
      lastSpaced = sent.at();
    }
    Map.Entry<Integer, Long> before = notBefore.lowerEntry(sent.call());
    require(
        before == null || sent.at() >= before.getValue(),
        "sent, although one that came before was told it could not be",
        sent);
  }

  private void ended(Ended end) {
    require(ended.add(end.call()), "ended twice", end);
    long deadline = starts.get(end.call()) + scenario.deadline().toNanos();
    require(end.at() <= deadline, "ended after its deadline", end);
    if (end.failure() instanceof DeadlineExceededException failure) {
      failed(end, failure, deadline);
    } else {
      require(end.failure() == null || scenario.faults() > 0, "failed", end);
    }
  }

  private void failed(Ended end, DeadlineExceededException failure, long deadline) {
    Instant instant = failure.notBefore().orElse(null);
    if (answers.getOrDefault(end.call(), end.at()) > end.at()) {
      require(instant == null, "was sent, and says that it could not be", end);
    } else if (scenario.faults() == 0) {
      require(instant != null, "does not say when it could have been sent", end);
      long nanos = Duration.between(START, instant).toNanos();
      require(nanos >= deadline, "gave up although there was time", end);
      Map.Entry<Integer, Long> before = notBefore.lowerEntry(end.call());
      notBefore.put(end.call(), before == null ? nanos : Math.max(nanos, before.getValue()));
      notBefore.tailMap(end.call(), false).values().removeIf(later -> later < nanos);
    }
  }

  private void require(boolean kept, String otherwise, Journal.Event event) {
    if (!kept) {
      throw new AssertionError(otherwise + ": " + event + " in " + scenario);
    }
  }
}
