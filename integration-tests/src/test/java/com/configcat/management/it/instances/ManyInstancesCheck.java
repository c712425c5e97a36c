package com.configcat.management.it.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.it.instances.InstanceProcess.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Three processes call one operation as fast as they can, on a Redis that loses its data again and
 * again, and that is killed and comes back without it. The service has the limits of ConfigCat's.
 *
 * <p>How much of them is used is measured over every full minute before the kill, and every full
 * minute after each instance has had an answer again. What lies between is left out: the outage,
 * and connecting again.
 */
@Isolated("It measures how much of the limits is used.")
@Timeout(300)
class ManyInstancesCheck {
  private static final int INSTANCES = 3;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PER_SECOND = 20;
  private static final int PER_MINUTE = 500;
  private static final double LEAST_SHARE = 0.85;

  /** On a busy machine, Redis may now and then take longer to answer than the recipe waits. */
  private static final double MOST_FAILED_OTHERWISE = 0.01;

  /** Time enough to fill the buckets: the first window at the service has a burst, too. */
  private static final Duration FILLED = Duration.ofSeconds(4);

  /** Together with the time that each request takes, almost the limiter's margin. */
  private static final Duration STALL = Duration.ofMillis(800);

  private static final Duration BEFORE = Duration.ofSeconds(80);
  private static final int LOSSES = 10;
  private static final Duration BETWEEN_LOSSES = Duration.ofSeconds(3);
  private static final Duration OUTAGE = Duration.ofSeconds(8);
  private static final Duration AFTER = Duration.ofSeconds(75);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** For requests that were granted before. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);
  private static final List<String> TABLE =
      new ArrayList<>(
          List.of(
              "| Requests | Most in a second | in a minute | Least share in a full minute before"
                  + " the outage | after it | Outage | Until all went on | Calls failed meanwhile |"
                  + " at other times |",
              "|---|---|---|---|---|---|---|---|---|"));

  private final List<InstanceProcess> instances = new ArrayList<>();
  private RedisProcess redis;
  private CountingService service;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    redis = new RedisProcess(folder);
    service = new CountingService();
    for (int i = 0; i < INSTANCES; i++) {
      instances.add(new InstanceProcess(redis.uri(), service.baseUrl()));
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (InstanceProcess instance : instances) {
      instance.close();
    }
    redis.close();
    service.close();
  }

  @AfterAll
  static void write() throws Exception {
    Path folder = Path.of(System.getProperty("integration-tests.directory"), "target");
    Files.write(folder.resolve("many-instances.md"), TABLE);
  }

  @RepeatedTest(3)
  void theLimitsHoldAndAreUsed() throws Exception {
    await("instances", PATIENCE, () -> all(InstanceProcess::isReady));
    sleep(FILLED);
    service.stall(STALL);
    long begin = System.nanoTime();
    for (InstanceProcess instance : instances) {
      instance.go();
    }
    sleep(BETWEEN_LOSSES.multipliedBy(2));
    for (int i = 0; i < LOSSES; i++) {
      redis.ask(commands -> commands.flushall());
      sleep(BETWEEN_LOSSES);
    }
    sleepUntil(begin + BEFORE.toNanos());
    long down = System.nanoTime();
    redis.kill();
    sleep(OUTAGE);
    long up = System.nanoTime();
    redis.start();
    await("recovery", LONGEST_RECOVERY, () -> all(instance -> instance.hasAnsweredSince(up)));
    long again = System.nanoTime();
    sleep(AFTER);
    long end = System.nanoTime();

    List<Line> failures =
        instances.stream().flatMap(instance -> instance.failures().stream()).toList();
    int before = service.fewest(MINUTE, begin, down);
    int after = service.fewest(MINUTE, again, end);
    int otherwise =
        (int)
            failures.stream()
                .filter(failure -> failure.nanos() - down < 0 || failure.nanos() - again > 0)
                .count();
    report(down, up, again, before, after, failures.size() - otherwise, otherwise);

    assertThat(all(InstanceProcess::isAlive)).as("all instances live").isTrue();
    assertThat(service.refused()).as("answers with 429").isZero();
    assertThat(service.most(SECOND)).as("in a second").isLessThanOrEqualTo(PER_SECOND);
    assertThat(service.most(MINUTE)).as("in a minute").isLessThanOrEqualTo(PER_MINUTE);
    assertThat(share(before)).as("share of the limit before").isGreaterThan(LEAST_SHARE);
    assertThat(share(after)).as("share of the limit after").isGreaterThan(LEAST_SHARE);
    assertThat(service.count(down + UNDER_WAY.toNanos(), up)).as("sent while down").isZero();
    assertThat(failures)
        .extracting(Line::text)
        .containsOnly(
            "failed: TransportException: GET /v1/products was not sent: the rate limiter failed");
    assertThat(all(instance -> instance.hasFailedBetween(down, up))).as("all failed").isTrue();
    assertThat((double) otherwise / service.counted().size())
        .as("share of calls that failed while Redis was there")
        .isLessThan(MOST_FAILED_OTHERWISE);
  }

  private boolean all(Predicate<InstanceProcess> condition) {
    return instances.stream().allMatch(condition);
  }

  private static double share(int requests) {
    return (double) requests / PER_MINUTE;
  }

  private void report(
      long down, long up, long again, int before, int after, int meanwhile, int otherwise) {
    String row =
        String.format(
            Locale.ROOT,
            "| %d | %d | %d | %.1f %% | %.1f %% | %.1f s | %.1f s | %d | %d |",
            service.counted().size(),
            service.most(SECOND),
            service.most(MINUTE),
            100 * share(before),
            100 * share(after),
            (up - down) / 1e9,
            (again - up) / 1e9,
            meanwhile,
            otherwise);
    TABLE.add(row);
    System.out.println(String.join("\n", TABLE));
  }

  private void await(String what, Duration patience, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(all(InstanceProcess::isAlive)).as("all instances live").isTrue();
      assertThat(end - System.nanoTime()).as("nanos left to wait for %s", what).isPositive();
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos - System.nanoTime()));
  }
}
