package com.configcat.management.simulation;

import java.time.Duration;
import java.util.Random;

/**
 * What becomes of a request. Times are nanoseconds from when it is sent.
 *
 * @param latency until the answer comes, or it is known that none will
 * @param counted until the service counts it
 * @param answered whether there is an answer
 * @param cancelled until its call is cancelled; less than zero if it is not
 */
record Fate(long latency, long counted, boolean answered, long cancelled) {
  /** How long an answer may take before the client gives up. */
  private static final long READ_TIMEOUT = Duration.ofSeconds(2).toNanos();

  /** How much later than the client gave up the service may count a request. */
  static final long LATER = Duration.ofSeconds(2).toNanos();

  private static final long LATEST = Duration.ofSeconds(10).toNanos();

  static Fate draw(Scenario scenario, Random random) {
    long latency =
        (long)
            (Duration.ofMillis(scenario.latencyMillis()).toNanos() * (0.5 + random.nextDouble()));
    double luck = random.nextDouble();
    double share = scenario.faults();
    if (luck < share) {
      return new Fate(READ_TIMEOUT, within(READ_TIMEOUT + LATER, random), false, -1);
    } else if (luck < 2 * share) {
      long reset = within(latency, random);
      return new Fate(reset, within(reset + LATER, random), false, -1);
    } else if (luck < 3 * share) {
      return new Fate(latency, within(latency, random), true, within(latency, random));
    } else if (luck < 4 * share) {
      long late = latency + within(LATEST, random);
      return new Fate(late, within(late, random), true, -1);
    }
    return new Fate(latency, within(latency, random), true, -1);
  }

  /** Draws an instant, now and then the first or the last. */
  private static long within(long length, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> length;
      default -> (long) (length * random.nextDouble());
    };
  }
}
