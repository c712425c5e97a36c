package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTest extends Shop {
  private static final int WRITERS = 8;

  @Test
  void ofManyWritersUnderOneVersionJustOneWins() throws Exception {
    String path = newValue() + "?latestVersionId=" + newFlag.version(production);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Integer>> writes =
          IntStream.range(0, WRITERS)
              .<Callable<Integer>>mapToObj(
                  i -> () -> caller.put(path, "{\"defaultValue\":{\"boolValue\":true}}").status())
              .toList();

      List<Integer> statuses =
          threads.invokeAll(writes).stream().map(ThreadsTest::result).sorted().toList();

      assertThat(statuses)
          .isEqualTo(IntStream.range(0, WRITERS).mapToObj(i -> i == 0 ? 200 : 409).toList());
      assertThat(fake.requests()).filteredOn(ReceivedRequest::applied).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int result(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noRequestComesBetweenTheStepsOfAChange() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      fake.change(
          state -> {
            Future<Integer> status = threads.submit(() -> caller.get(oldValue()).status());
            assertThatThrownBy(() -> status.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
            state.tree().getAsJsonObject("values").entrySet().clear();
          });
      assertThat(caller.get(oldValue()).status()).isEqualTo(404);
      assertThat(fake.requests()).extracting(ReceivedRequest::status).containsOnly(404);
    } finally {
      threads.shutdownNow();
    }
  }
}
