package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.targeting.Formula;
import com.configcat.management.targeting.TargetingRule;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How many requests a task on many flags makes, the first of a client included. */
class BulkRequestsTest {
  /** The tasks, and what they may cost for 1, 10 and 100 flags: reads and one write for each 50. */
  enum Task {
    ADD_A_RULE(2) {
      @Override
      void run(Shop shop) {
        shop.edit().edit(f -> f.addRule(RULE)).apply();
      }
    },
    SET_THE_DEFAULT(2) {
      @Override
      void run(Shop shop) {
        shop.edit().setDefault(true).apply();
      }
    },
    COPY(2) {
      @Override
      void run(Shop shop) {
        shop.client.flags().compare(shop.config.id(), shop.production.id(), shop.test.id()).apply();
      }
    },
    REPLACE(1) {
      @Override
      void run(Shop shop) {
        BulkReplacement<UpdateEvaluationFormulaModel> replacement =
            shop.client.flags().bulkReplacement(shop.config.id(), shop.test.id());
        List<Integer> ids = shop.flags.stream().map(FakeFlag::id).toList();
        replacement.replaceAll(ids, Formula.byDefault(true).toModel()).plan().apply();
      }
    };

    private static final TargetingRule RULE =
        TargetingRule.when(userAttribute("Plan").isOneOf("gold")).serve(true);

    private final int reads;

    Task(int reads) {
      this.reads = reads;
    }

    abstract void run(Shop shop);
  }

  /** Flags that serve true in Production and false in Test. */
  private static final class Shop implements AutoCloseable {
    final ConfigCatFake fake = ConfigCatFake.start();
    final FakeProduct product = fake.world().product("Shop");
    final FakeEnvironment production = product.environment("Production");
    final FakeEnvironment test = product.environment("Test");
    final FakeConfig config = product.v2Config("Main");
    final List<FakeFlag> flags;
    final ConfigCatManagementClient client = Clients.of(fake);

    Shop(int size) {
      flags =
          IntStream.range(0, size)
              .mapToObj(i -> config.flag("flag" + i))
              .map(flag -> flag.serve(production, "{\"defaultValue\":{\"boolValue\":true}}"))
              .toList();
    }

    BulkEdit edit() {
      return client.flags().bulkEdit(config.id(), test.id());
    }

    @Override
    public void close() {
      client.close();
      fake.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void growByOneForEachFiftyFlags(Task task) {
    for (int size : new int[] {1, 10, 100}) {
      try (Shop shop = new Shop(size)) {
        task.run(shop);

        assertThat(shop.fake.requests())
            .as("%d flags", size)
            .hasSize(task.reads + (size + 49) / 50);
        assertThat(shop.flags)
            .allSatisfy(
                flag ->
                    assertThat(flag.version(shop.test))
                        .isNotEqualTo(flag.version(shop.production)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "10, 2", "100, 4"})
  void puttingTemporaryValuesBackCostsOneReadMore(int size, int writes) {
    try (Shop shop = new Shop(size)) {
      shop.edit().temporarily(true).close();

      assertThat(shop.fake.requests()).hasSize(3 + writes);
    }
  }
}
