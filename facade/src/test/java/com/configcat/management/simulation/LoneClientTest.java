package com.configcat.management.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoneClientTest {
  /** Another one: {@code -Dsimulation.seed=...}. */
  static final long SEED = Long.getLong("simulation.seed", 20);

  private static final List<Integer> LATENCIES = List.of(5, 20, 50, 100, 250, 500);
  private static final ResultTable REPORT =
      new ResultTable(
          "lone",
          "%-15s %7s %7s  %5s %9s %8s %8s",
          "service",
          "latency",
          "callers",
          "429s",
          "minutes",
          "loss",
          "insider");

  static Stream<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    long seed = SEED * 1000;
    for (Algorithm algorithm : Algorithm.values()) {
      for (int latency : LATENCIES) {
        for (int callers : List.of(1, 4, 16, 64)) {
          scenarios.add(Scenario.lone(algorithm, latency, callers, ++seed));
        }
      }
      scenarios.add(Scenario.lone(algorithm, 50, Scenario.CALLS, ++seed));
    }
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void isNeverRefusedAndLosesLittleTime(Scenario scenario) {
    Journal journal = Simulation.of(scenario);

    Service policy = new Service(Algorithm.SLIDING_WINDOW, new Random(0));
    long best = BestSchedule.end(policy, journal.latencies(), scenario.callers());
    Service own = Simulation.service(scenario);
    long insider = BestSchedule.end(own, journal.latencies(), scenario.callers());
    REPORT.add(
        scenario.algorithm(),
        scenario.latencyMillis(),
        scenario.callers(),
        journal.refusals(),
        "%.2f".formatted(journal.end() / 60e9),
        "%.2f %%".formatted(100.0 * (journal.end() - best) / best),
        "%.2f %%".formatted(100.0 * (journal.end() - insider) / insider));

    assertThat(journal.refusals()).as("429s in %s", scenario).isZero();
    assertThat(journal.failures()).as("failures in %s", scenario).isZero();
    double allowed = scenario.latencyMillis() <= 100 ? 1.03 : 1.06;
    long roundTrip = Duration.ofMillis(scenario.latencyMillis()).toNanos();
    assertThat(journal.end())
        .as("end of the last call in %s", scenario)
        .isBetween(best, (long) (allowed * best) + roundTrip);
  }

  @AfterAll
  static void report() {
    REPORT.write();
  }
}
