package com.configcat.management.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.call.TimeSource;
import com.configcat.management.ratelimit.Acquisition;
import com.configcat.management.ratelimit.Permit;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That simulations notice what is wrong with a limiter: each of these is a little wrong. */
class SimulationTest {
  /** An odd one: a service that speaks of its quota keeps clients from going wrong. */
  private static final long SEED = 2 * LoneClientTest.SEED + 1;

  private static final Scenario SCENARIO = Scenario.lone(Algorithm.SLIDING_WINDOW, 100, 16, SEED);

  private static Journal simulate(
      Scenario scenario, int second, int minute, UnaryOperator<Permit> permits) {
    return Simulation.of(scenario, time -> new Other(time, second, minute, permits));
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void seesOneMoreASecond(Algorithm algorithm) {
    Scenario scenario = Scenario.lone(algorithm, 5, 16, SEED);

    assertThat(simulate(scenario, 21, 500, permit -> permit).refusals()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(names = "TOKEN_BUCKET", mode = EnumSource.Mode.EXCLUDE)
  void seesOneMoreAMinute(Algorithm algorithm) {
    Scenario scenario = Scenario.lone(algorithm, 5, 16, SEED);

    assertThat(simulate(scenario, 20, 501, permit -> permit).refusals()).isPositive();
  }

  @Test
  void seesPermitsThatComeFreeAWindowAfterSending() {
    UnaryOperator<Permit> whenSent =
        permit -> {
          permit.answered();
          return permit;
        };

    assertThat(simulate(SCENARIO, 20, 500, whenSent).refusals()).isPositive();
  }

  @Test
  void seesPermitsThatDoNotWaitForALateCount() {
    UnaryOperator<Permit> early = permit -> new Early(permit);

    assertThat(simulate(SCENARIO.troubled(0.03), 20, 500, early).refusals()).isPositive();
  }

  @Test
  void seesThatTimeIsLost() {
    Journal journal = simulate(SCENARIO, 20, 480, permit -> permit);

    Service policy = new Service(Algorithm.SLIDING_WINDOW, new Random(0));
    long best = BestSchedule.end(policy, journal.latencies(), SCENARIO.callers());
    assertThat(journal.end()).isGreaterThan((long) (1.03 * best));
  }

  /** A limiter with other limits, whose permits are changed. */
  private static final class Other implements RateLimiter {
    private final RateLimiter limiter;
    private final UnaryOperator<Permit> permits;

    Other(TimeSource time, int second, int minute, UnaryOperator<Permit> permits) {
      this.limiter =
          RateLimiter.slidingWindow(
              List.of(RateLimit.perSecond(second), RateLimit.perMinute(minute)), time::nanoTime);
      this.permits = permits;
    }

    @Override
    public Acquisition tryAcquire(Operation operation) {
      Acquisition answer = limiter.tryAcquire(operation);
      return answer.permit().map(permits).map(Acquisition::granted).orElse(answer);
    }

    @Override
    public Duration earliest(Operation operation, int ahead) {
      return limiter.earliest(operation, ahead);
    }
  }

  /** Takes every end of a request for an answer. */
  private record Early(Permit permit) implements Permit {
    @Override
    public void answered() {
      permit.answered();
    }

    @Override
    public void unanswered() {
      permit.answered();
    }

    @Override
    public void unused() {
      permit.unused();
    }
  }
}
