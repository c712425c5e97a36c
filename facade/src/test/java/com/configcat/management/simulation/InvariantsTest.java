package com.configcat.management.simulation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.internal.call.VirtualTime;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.simulation.Journal.Ended;
import com.configcat.management.simulation.Journal.Event;
import com.configcat.management.simulation.Journal.Paused;
import com.configcat.management.simulation.Journal.Refused;
import com.configcat.management.simulation.Journal.Sent;
import com.configcat.management.simulation.Journal.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a broken invariant is noticed, in the traces of two calls. Times are milliseconds. */
class InvariantsTest {
  private static final Scenario SCENARIO =
      new Scenario(
          Algorithm.SLIDING_WINDOW,
          5,
          2,
          2,
          false,
          0,
          ConcurrentCaller.NONE,
          Duration.ofMinutes(2),
          1);
  private static final long DEADLINE = 120_000;

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private static Event sent(int call, int attempt, long at) {
    return new Sent(call, attempt, nanos(at), nanos(5));
  }

  private static Event refused(int call, long at) {
    return new Refused(call, nanos(at), nanos(1000));
  }

  private static Event paused(long at, long until) {
    return new Paused(nanos(at), nanos(until));
  }

  private static Event ended(int call, long at) {
    return new Ended(call, nanos(at), null);
  }

  private static Event late(int call, long at, long notBefore) {
    return new Ended(
        call,
        nanos(at),
        new DeadlineExceededException(
            "late",
            notBefore < 0 ? null : new VirtualTime().instant().plusMillis(notBefore),
            null,
            new FailureContext(new Operation("GET", "/v1/products"), 0, false)));
  }

  private static void check(Event... events) {
    Journal journal = new Journal();
    List<Event> all = new ArrayList<>(List.of(new Started(0, 0), new Started(1, 0)));
    all.addAll(Arrays.asList(events));
    all.forEach(journal::add);
    Invariants.check(SCENARIO, journal);
  }

  private static void assertBroken(String how, Event... events) {
    assertThatThrownBy(() -> check(events))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(how)
        .hasMessageContaining("seed=1");
  }

  @Test
  void letsGoodStoriesPass() {
    assertThatCode(() -> check(sent(0, 1, 0), sent(1, 1, 0), ended(0, 5), ended(1, 5)))
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                check(
                    sent(0, 1, 0),
                    refused(0, 5),
                    paused(5, 1005),
                    sent(0, 2, 1005),
                    sent(1, 1, 1055),
                    ended(0, 1010),
                    ended(1, 1060)))
        .doesNotThrowAnyException();
  }

  @Test
  void noticesWhatIsSentAgainstThePause() {
    assertBroken("paused nothing", sent(0, 1, 0), refused(0, 5), sent(1, 1, 6));
    assertBroken("in a pause", sent(0, 1, 0), refused(0, 5), paused(5, 1005), sent(1, 1, 1004));
    assertBroken("in a pause", paused(5, 1005), paused(6, 900), sent(0, 1, 950));
    assertBroken("in a herd", paused(0, 1000), sent(0, 1, 1000), sent(1, 1, 1049));
  }

  @Test
  void noticesWhatIsOutOfOrder() {
    assertBroken("jumped the line", sent(1, 1, 0), sent(0, 1, 0));
    assertBroken("sent after its end", sent(0, 1, 0), ended(0, 5), sent(0, 2, 6));
    assertBroken("ended twice", sent(0, 1, 0), ended(0, 5), ended(0, 5));
    assertBroken("calls that ended", sent(0, 1, 0), ended(0, 5));
  }

  @Test
  void noticesWhatIsNotTrueAboutTheDeadline() {
    assertBroken("after its deadline", ended(0, DEADLINE + 1));
    assertBroken("does not say when", late(0, 0, -1));
    assertBroken("although there was time", late(0, 0, DEADLINE - 1));
    assertBroken("says that it could not", sent(0, 1, DEADLINE - 1), late(0, DEADLINE, DEADLINE));
    assertBroken(
        "was told it could not be",
        late(0, 0, DEADLINE),
        sent(1, 1, DEADLINE - 1),
        late(1, DEADLINE, -1));
    assertBroken("failed", new Ended(0, 5, new IllegalStateException("?")));
  }
}
