package com.configcat.management.it.tasks;

import com.configcat.management.fake.FakeState;
import com.configcat.management.fake.Fault;
import com.configcat.management.it.tasks.RequestTrace.PlannedFault;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Draws what goes wrong in a round. */
final class FaultPlan {
  private static final Fault NONE = Fault.between(state -> {});

  private static final List<PlannedFault> LOST =
      List.of(
          fault("closed before", Fault.closeBefore(), true),
          fault("closed after", Fault.closeAfter(), true),
          fault("closed after", Fault.closeAfter(), true),
          fault("cut after", Fault.cutAfter(), true),
          fault("empty after", Fault.statusAfter(200), true),
          fault("500 after", Fault.statusAfter(500), true),
          fault("503 after", Fault.statusAfter(503), true),
          fault("408 after", Fault.statusAfter(408), true),
          fault("503 before", Fault.statusBefore(503), true));

  private static final List<PlannedFault> REFUSED =
      List.of(
          fault("429", Fault.statusBefore(429, Map.of("Retry-After", "1")), false),
          fault("429 for a minute", Fault.statusBefore(429, Map.of("Retry-After", "60")), false),
          fault("409", Fault.statusBefore(409), false),
          fault("400", Fault.statusBefore(400), false),
          fault("404", Fault.statusBefore(404), false),
          fault("403", Fault.statusBefore(403), false));

  /**
   * Someone else's work.
   *
   * @param name to read
   * @param work changes the state, if what it is about is there
   */
  record ConcurrentWrite(String name, Consumer<FakeState> work) {}

  private FaultPlan() {}

  private static PlannedFault fault(String name, Fault fault, boolean unclear) {
    return new PlannedFault(name, fault, state -> {}, false, unclear);
  }

  /**
   * Draws for a round: few or many, mostly of one sort or mixed.
   *
   * @param writers what others may do
   */
  static IntFunction<PlannedFault> draw(Random random, List<ConcurrentWrite> writers) {
    double often = List.of(0.1, 0.3, 0.6).get(random.nextInt(3));
    double lost = List.of(0.2, 0.5, 0.9).get(random.nextInt(3));
    double writer = List.of(0.0, 0.2, 0.5).get(random.nextInt(3));
    // From then on all goes well, so that most rounds come to an end.
    int until = 2 + random.nextInt(14);
    return number -> {
      PlannedFault fault =
          number < until && random.nextDouble() < often
              ? one(random, random.nextDouble() < lost ? LOST : REFUSED)
              : new PlannedFault("", NONE, state -> {}, true, false);
      return number < until && random.nextDouble() < writer
          ? with(one(random, writers), fault)
          : fault;
    };
  }

  private static PlannedFault with(ConcurrentWrite writer, PlannedFault fault) {
    String name = writer.name() + (fault.name().isEmpty() ? "" : ", ") + fault.name();
    return new PlannedFault(name, fault.fault(), writer.work(), fault.heard(), fault.unclear());
  }

  private static <T> T one(Random random, List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
