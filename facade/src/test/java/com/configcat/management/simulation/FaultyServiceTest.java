package com.configcat.management.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultyServiceTest {
  /** Of all requests, for each of cancelled waiting, cancelled under way, timeout, reset, late. */
  private static final double SHARE = 0.03;

  static Stream<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    long seed = LoneClientTest.SEED * 1000 + 500;
    for (Algorithm algorithm : Algorithm.values()) {
      for (int latency : List.of(5, 100, 500)) {
        for (int callers : List.of(4, 64)) {
          scenarios.add(Scenario.lone(algorithm, latency, callers, ++seed).troubled(SHARE));
        }
      }
    }
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isNeverRefusedEither(Scenario scenario) {
    Journal journal = Simulation.of(scenario);

    assertThat(journal.failures()).as("cancelled calls in %s", scenario).isBetween(100, 500);
    assertThat(journal.refusals()).as("429s in %s", scenario).isZero();
    Invariants.check(scenario, journal);
  }
}
