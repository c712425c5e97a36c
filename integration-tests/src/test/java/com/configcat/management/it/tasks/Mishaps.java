package com.configcat.management.it.tasks;

import com.configcat.management.it.fake.FakeState;
import com.configcat.management.it.fake.Fault;
import com.configcat.management.it.tasks.Story.Mishap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Draws what goes wrong in a round. */
final class Mishaps {
  private static final Fault NONE = Fault.between(state -> {});

  private static final List<Mishap> LOST =
      List.of(
          mishap("closed before", Fault.closeBefore(), true),
          mishap("closed after", Fault.closeAfter(), true),
          mishap("closed after", Fault.closeAfter(), true),
          mishap("cut after", Fault.cutAfter(), true),
          mishap("500 after", Fault.statusAfter(500), true),
          mishap("503 after", Fault.statusAfter(503), true),
          mishap("408 after", Fault.statusAfter(408), true),
          mishap("503 before", Fault.statusBefore(503), true));

  private static final List<Mishap> REFUSED =
      List.of(
          mishap("429", Fault.statusBefore(429, Map.of("Retry-After", "1")), false),
          mishap("429 for a minute", Fault.statusBefore(429, Map.of("Retry-After", "60")), false),
          mishap("409", Fault.statusBefore(409), false),
          mishap("400", Fault.statusBefore(400), false),
          mishap("404", Fault.statusBefore(404), false),
          mishap("403", Fault.statusBefore(403), false));

  /**
   * Someone else's work.
   *
   * @param name to read
   * @param work changes the state, if what it is about is there
   */
  record Rival(String name, Consumer<FakeState> work) {}

  private Mishaps() {}

  private static Mishap mishap(String name, Fault fault, boolean unclear) {
    return new Mishap(name, fault, state -> {}, false, unclear);
  }

  /**
   * Draws for a round: few or many, mostly of one sort or mixed.
   *
   * @param rivals what others may do
   */
  static IntFunction<Mishap> draw(Random random, List<Rival> rivals) {
    double often = List.of(0.1, 0.3, 0.6).get(random.nextInt(3));
    double lost = List.of(0.2, 0.5, 0.9).get(random.nextInt(3));
    double rival = List.of(0.0, 0.2, 0.5).get(random.nextInt(3));
    // From then on all goes well, so that most rounds come to an end.
    int until = 2 + random.nextInt(14);
    return number -> {
      Mishap mishap =
          number < until && random.nextDouble() < often
              ? one(random, random.nextDouble() < lost ? LOST : REFUSED)
              : new Mishap("", NONE, state -> {}, true, false);
      return number < until && random.nextDouble() < rival
          ? with(one(random, rivals), mishap)
          : mishap;
    };
  }

  private static Mishap with(Rival rival, Mishap mishap) {
    String name = rival.name() + (mishap.name().isEmpty() ? "" : ", ") + mishap.name();
    return new Mishap(name, mishap.fault(), rival.work(), mishap.heard(), mishap.unclear());
  }

  private static <T> T one(Random random, List<T> several) {
    return several.get(random.nextInt(several.size()));
  }
}
