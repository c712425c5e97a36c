package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.it.tasks.ResourceCase.Place;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsureRaceTest {
  private static final int ROUNDS = 6;

  @ParameterizedTest
  @EnumSource(ResourceCase.class)
  void twoClientsAtOnceEndWithOne(ResourceCase subject) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (ConfigCatFake fake = ConfigCatFake.start();
        ConfigCatManagementClient one = Clients.with(fake, CallOptions.defaults());
        ConfigCatManagementClient other = Clients.with(fake, CallOptions.defaults())) {
      for (int round = 0; round < ROUNDS; round++) {
        Place place = Place.in(fake, "race" + round);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Ensured<?>>> results =
            threads.invokeAll(
                List.of(ensure(subject, one, place, start), ensure(subject, other, place, start)));

        assertThat(subject.kept(place)).as("round " + round).hasSize(1);
        assertThat(List.of(results.get(0).get().outcome(), results.get(1).get().outcome()))
            .containsExactlyInAnyOrder(Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(results.get(0).get().value()).isEqualTo(results.get(1).get().value());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Ensured<?>> ensure(
      ResourceCase subject, ConfigCatManagementClient client, Place place, CyclicBarrier start) {
    return () -> {
      start.await();
      return subject.ensure(client, place);
    };
  }
}
