package com.configcat.management.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrentCallerTest {
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final ResultTable REPORT =
      new ResultTable(
          "concurrentCaller",
          "%-15s %-7s %7s %7s  %5s %6s %9s",
          "service",
          "concurrentCaller",
          "latency",
          "callers",
          "429s",
          "failed",
          "minutes");

  static Stream<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    long seed = LoneClientTest.SEED * 1000 + 800;
    for (Algorithm algorithm : Algorithm.values()) {
      for (ConcurrentCaller concurrentCaller :
          List.of(ConcurrentCaller.EVEN, ConcurrentCaller.BURSTS)) {
        for (Scenario alone :
            List.of(
                Scenario.lone(algorithm, 20, 1, ++seed),
                Scenario.lone(algorithm, 250, 16, ++seed),
                Scenario.lone(algorithm, 50, 64, ++seed),
                Scenario.lone(algorithm, 100, Scenario.CALLS, ++seed),
                Scenario.lone(algorithm, 100, 64, ++seed).troubled(0.02))) {
          scenarios.add(alone.against(concurrentCaller, DEADLINE));
        }
      }
    }
    return scenarios.stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void leavesCallsTimeOrTellsThemAtOnce(Scenario scenario) {
    Journal journal = Simulation.of(scenario);

    REPORT.add(
        scenario.algorithm(),
        scenario.concurrentCaller(),
        scenario.latencyMillis(),
        scenario.callers(),
        journal.refusals(),
        journal.failures(),
        "%.2f".formatted(journal.end() / 60e9));
    Invariants.check(scenario, journal);
    if (scenario.callers() <= 64 && scenario.faults() == 0) {
      assertThat(journal.failures()).as("failures in %s", scenario).isZero();
    }
  }

  @AfterAll
  static void report() {
    REPORT.write();
  }
}
