package com.configcat.management.it.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.ratelimit.RateLimiter;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * Many threads share a client for {@code -Dsoak.minutes=}, while one request in five fails. In the
 * end each thread's ledger is held against the service, and what the client holds in the last third
 * against the first.
 */
class Soak {
  private static final double MINUTES =
      Double.parseDouble(System.getProperty("soak.minutes", "30"));
  private static final int THREADS = 16;
  private static final int SAMPLES = 12;

  /** For caches that fill, and for calls that are under way when the heap is looked at. */
  private static final double GROWTH = 1.25;

  /** The server's own, and those of the virtual machine. */
  private static final int MORE_THREADS = 6;

  private static final long SLACK = 512 * 1024;

  /** Idle connections are closed after that long. */
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final ConnectionPool pool =
      new ConnectionPool(THREADS, IDLE.toMillis(), TimeUnit.MILLISECONDS);
  private final List<ResourceUse> samples = new ArrayList<>();

  @Test
  void leaksNothingAndLosesNoWrite() throws Exception {
    OkHttpClient http = new OkHttpClient.Builder().connectionPool(pool).build();
    try (SoakShop shop = new SoakShop()) {
      ResourceUse before = ResourceUse.now();
      List<SoakWorker> workers;
      int faults;
      try (ConfigCatManagementClient client =
          ConfigCatManagementClient.builder()
              .credentials(ConfigCatFake.USER, ConfigCatFake.PASSWORD)
              .baseUrl(shop.fake.baseUrl())
              .httpClient(http)
              .rateLimiter(RateLimiter.unlimited())
              .callOptions(CallOptions.defaults().maxAttempts(3).deadline(Duration.ofSeconds(30)))
              .build()) {
        long end = System.nanoTime() + (long) (MINUTES * Duration.ofMinutes(1).toNanos());
        workers =
            IntStream.range(0, THREADS)
                .mapToObj(i -> new SoakWorker(shop, client, i, () -> System.nanoTime() - end < 0))
                .toList();
        faults = run(shop, workers, end);
        Thread.sleep(IDLE.toMillis() + 1_500);
        assertThat(pool.connectionCount()).as("connections after idling").isZero();
        assertThat(threads("configcat-management")).as("threads after idling").isEmpty();
      }
      ResourceUse after = afterIdling(before.threads() + MORE_THREADS);
      print(workers, faults, before, after);
      checkLedgers(shop, workers);
      checkUse(before, after);
    }
  }

  /** Returns how many requests failed. */
  private int run(SoakShop shop, List<SoakWorker> workers, long end) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (FaultRain rain = new FaultRain(shop.fake, new Random(1))) {
      List<Future<?>> running = new ArrayList<>();
      workers.forEach(worker -> running.add(threads.submit(worker)));
      long start = System.nanoTime();
      for (int sample = 1; sample <= SAMPLES; sample++) {
        long at = start + (end - start) / SAMPLES * sample;
        TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
        samples.add(ResourceUse.now());
        System.out.println("Soak: " + samples.get(samples.size() - 1));
      }
      for (Future<?> each : running) {
        each.get(2, TimeUnit.MINUTES);
      }
      return rain.faults();
    } catch (ExecutionException e) {
      throw new AssertionError("A worker came upon what must not be", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** OkHttp and the fake's server keep idle threads for a minute. */
  private static ResourceUse afterIdling(int mostThreads) throws InterruptedException {
    for (int second = 0; second < 75; second++) {
      if (Thread.getAllStackTraces().size() <= mostThreads) {
        break;
      }
      Thread.sleep(1_000);
    }
    return ResourceUse.now();
  }

  private static List<String> threads(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  private static void checkLedgers(SoakShop shop, List<SoakWorker> workers) {
    JsonObject snapshot = shop.fake.snapshot();
    Map<Integer, Long> writes = SoakShop.writes(snapshot);
    Map<String, Long> tags = SoakShop.tags(snapshot);
    for (SoakWorker worker : workers) {
      for (FakeFlag setting : worker.settings()) {
        Ledger.Entry entry = worker.ledger().setting(setting.id());
        assertThat(entry.values()).as("%s", setting.key()).contains(shop.value(setting));
        assertThat(entry.writes())
            .as("writes of %s", setting.key())
            .matches(range -> range.contains(writes.getOrDefault(setting.id(), 0L)));
      }
      worker
          .ledger()
          .tags()
          .forEach(
              (name, range) ->
                  assertThat(range)
                      .as("Tags called %s", name)
                      .matches(count -> count.contains(tags.getOrDefault(name, 0L))));
    }
  }

  private void checkUse(ResourceUse before, ResourceUse after) {
    int third = SAMPLES / 3;
    long first = most(samples.subList(0, third));
    long last = most(samples.subList(SAMPLES - third, SAMPLES));
    assertThat(last)
        .as("bytes that the client holds in the last third, after %d in the first", first)
        .isLessThanOrEqualTo((long) (first * GROWTH) + SLACK);
    assertThat(after.threads()).as("threads").isLessThanOrEqualTo(before.threads() + MORE_THREADS);
    assertThat(after.files()).as("open files").isLessThanOrEqualTo(before.files() + 8);
  }

  private static long most(List<ResourceUse> some) {
    return some.stream().mapToLong(ResourceUse::clientBytes).max().orElseThrow();
  }

  private static void print(
      List<SoakWorker> workers, int faults, ResourceUse before, ResourceUse after) {
    Map<SoakWorker.Task, Integer> done = new EnumMap<>(SoakWorker.Task.class);
    Map<SoakWorker.Task, Integer> failed = new EnumMap<>(SoakWorker.Task.class);
    for (SoakWorker worker : workers) {
      worker.done().forEach((task, count) -> done.merge(task, count, Integer::sum));
      worker.failed().forEach((task, count) -> failed.merge(task, count, Integer::sum));
    }
    System.out.printf(
        "Soak: %d threads, %s minutes, %d faults%nSoak: done %s%nSoak: failed %s%n"
            + "Soak: before %s%nSoak: after %s%n",
        THREADS, MINUTES, faults, done, failed, before, after);
  }
}
