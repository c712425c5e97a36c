package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many threads at once, for a second or {@code -Dconcurrency.seconds=}: no error that was not asked
 * for, and in the end a state that just the writes that succeeded can have left.
 */
class ConcurrencyTest {
  private static final int THREADS = 16;
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("concurrency.seconds", 1));

  @Test
  void losesNoWriteAndDoublesNone() throws Exception {
    try (ConfigCatFake fake = ConfigCatFake.builder().rememberedRequests(100).start()) {
      ConcurrentShop shop = ConcurrentShop.in(fake);
      long end = System.nanoTime() + TIME.toNanos();
      List<ConcurrentWorker> callers =
          IntStream.range(0, THREADS)
              .mapToObj(i -> new ConcurrentWorker(shop, i, () -> System.nanoTime() - end < 0))
              .toList();

      run(callers);

      JsonObject state = fake.snapshot();
      checkChains(shop, callers);
      checkLastWrites(shop, callers);
      checkCounter(shop, callers);
      checkRaces(state, callers);
      checkAuditLog(state, callers);
      checkVersions(callers);
      int requests = callers.stream().mapToInt(each -> each.requests).sum();
      System.out.println(
          requests + " requests by " + THREADS + " threads in " + TIME.toSeconds() + " s");
    }
  }

  private static void run(List<ConcurrentWorker> callers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<? extends Future<?>> running = callers.stream().map(threads::submit).toList();
      for (Future<?> each : running) {
        each.get(TIME.toSeconds() + 60, TimeUnit.SECONDS);
      }
    } catch (ExecutionException e) {
      throw new AssertionError("A thread came upon what must not be", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each version was followed by one other, from the first to the one that there is now. */
  private static void checkChains(ConcurrentShop shop, List<ConcurrentWorker> callers) {
    for (FakeFlag flag : shop.conditional()) {
      Map<String, ConcurrentWorker.Step> byVersion = new HashMap<>();
      callers.stream()
          .flatMap(each -> each.steps.stream())
          .filter(step -> step.flag() == flag.id())
          .forEach(step -> assertThat(byVersion.put(step.after(), step)).isNull());
      String version = flag.version(shop.environment());
      int value =
          flag.served(shop.environment(), "defaultValue")
              .getAsJsonObject()
              .get("intValue")
              .getAsInt();
      int length = byVersion.size();
      for (int i = 0; i < length; i++) {
        ConcurrentWorker.Step step = byVersion.remove(version);
        assertThat(step).as("write %d before the last one", i).isNotNull();
        if (i == 0) {
          assertThat(step.value()).isEqualTo(value);
        }
        version = step.before();
      }
    }
  }

  private static void checkLastWrites(ConcurrentShop shop, List<ConcurrentWorker> callers) {
    for (FakeFlag flag : shop.unconditional()) {
      List<Integer> last =
          callers.stream()
              .filter(each -> each.lastWritten.containsKey(flag.id()))
              .map(each -> each.lastWritten.get(flag.id()))
              .toList();
      assertThat(last).contains(flag.served(shop.environment(), "value").getAsInt());
    }
  }

  private static void checkCounter(ConcurrentShop shop, List<ConcurrentWorker> callers) {
    assertThat(shop.counter().served(shop.environment(), "value").getAsInt())
        .isEqualTo(callers.stream().mapToInt(each -> each.increments).sum())
        .isPositive();
  }

  private static void checkRaces(JsonObject state, List<ConcurrentWorker> callers) {
    Map<String, Integer> kept =
        rows(state, "settings").stream()
            .filter(row -> row.get("key").getAsString().startsWith("race"))
            .collect(
                Collectors.toMap(
                    row -> row.get("key").getAsString(), row -> row.get("settingId").getAsInt()));
    Map<String, Integer> made = new HashMap<>();
    callers.forEach(each -> each.made.forEach((key, id) -> assertThat(made.put(key, id)).isNull()));

    assertThat(kept).isNotEmpty().isEqualTo(made);
  }

  private static void checkAuditLog(JsonObject state, List<ConcurrentWorker> callers) {
    Map<Integer, Integer> written = new HashMap<>();
    callers.forEach(
        each -> each.writes.forEach((id, count) -> written.merge(id, count, Integer::sum)));
    Map<Integer, Integer> recorded = new HashMap<>();
    rows(state, "auditLogs").stream()
        .filter(row -> row.get("auditLogTypeEnum").getAsString().equals("settingValueChanged"))
        .forEach(row -> recorded.merge(row.get("actionTarget").getAsInt(), 1, Integer::sum));

    assertThat(recorded).isEqualTo(written);
  }

  private static void checkVersions(List<ConcurrentWorker> callers) {
    Set<String> versions = new HashSet<>();
    callers.forEach(
        each -> each.versions.forEach(version -> assertThat(versions.add(version)).isTrue()));
  }

  private static List<JsonObject> rows(JsonObject state, String table) {
    return state.getAsJsonObject(table).asMap().values().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }
}
