package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.resource.CodeLocation;
import com.configcat.management.resource.CodeReferenceReport;
import com.configcat.management.targeting.FlagType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls tasks that read make, by the number of flags: the Javadoc of each says so. */
class CallCountTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final int CONFIGS = 2;
  private static final int ENVIRONMENTS = 5;

  /** What a task reads. */
  private record Shop(UUID productId, UUID configId, int settingId) {}

  private enum Task {
    TREE((client, shop) -> client.products().tree(shop.productId()), flags -> 3 + CONFIGS),
    TREE_WITH_VALUES(
        (client, shop) -> client.products().treeWithValues(shop.productId()),
        flags -> 3 + CONFIGS * ENVIRONMENTS),
    TABLE_OF_A_PRODUCT(
        (client, shop) -> client.products().flagTable(shop.productId()),
        flags -> 3 + CONFIGS * ENVIRONMENTS),
    TABLE_OF_A_CONFIG(
        (client, shop) -> client.configs().flagTable(shop.configId()), flags -> 3 + ENVIRONMENTS),
    IN_ALL_ENVIRONMENTS(
        (client, shop) -> client.flags().inAllEnvironments(shop.productId(), shop.settingId()),
        flags -> 3 + ENVIRONMENTS),
    DEFAULTS_IN_ALL_ENVIRONMENTS(
        (client, shop) ->
            client
                .flags()
                .defaultsInAllEnvironments(shop.productId(), shop.settingId(), FlagType.BOOLEAN),
        flags -> 3 + ENVIRONMENTS),
    STALE_FLAGS((client, shop) -> client.staleFlags().report(shop.productId()), flags -> 1 + flags);

    private final BiConsumer<ConfigCatManagementClient, Shop> run;
    private final IntUnaryOperator calls;

    Task(BiConsumer<ConfigCatManagementClient, Shop> run, IntUnaryOperator calls) {
      this.run = run;
      this.calls = calls;
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "100"})
  void staysWhatItIs(int flags) {
    try (ConfigCatFake fake = ConfigCatFake.start()) {
      Shop shop = shop(fake, flags);
      for (Task task : Task.values()) {
        try (ConfigCatManagementClient client = Clients.of(fake)) {
          fake.forgetRequests();

          task.run.accept(client, shop);

          assertThat(fake.requests().size())
              .as("calls of %s with %s flags", task, flags)
              .isEqualTo(task.calls.applyAsInt(flags));
        }
      }
    }
  }

  /** One Config with flags, all stale and used in code, and one without. */
  private static Shop shop(ConfigCatFake fake, int flags) {
    FakeProduct product = fake.world().product("Shop");
    FakeConfig config = product.v2Config("Main");
    FakeConfig unused = product.v1Config("Empty");
    List<FakeFlag> all = new ArrayList<>();
    for (int i = 0; i < flags; i++) {
      all.add(config.flag("flag" + i));
    }
    CodeReferenceReport report = CodeReferenceReport.of(config.id(), "web-shop", "main");
    for (int i = 0; i < ENVIRONMENTS; i++) {
      var environment = product.environment("Environment " + i);
      all.forEach(flag -> flag.updatedAt(environment, LONG_AGO));
    }
    for (FakeFlag flag : all) {
      report = report.use(flag.id(), CodeLocation.of("src/A.java", 1, flag.key()));
    }
    try (ConfigCatManagementClient client = Clients.of(fake)) {
      client.codeReferences().upload(report);
    }
    return new Shop(product.id(), config.id(), all.get(0).id());
  }
}
