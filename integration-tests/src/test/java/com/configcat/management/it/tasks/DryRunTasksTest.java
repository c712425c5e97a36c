package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.PlannedRequest;
import com.configcat.management.api.SdkKey;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.ReceivedRequest;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.flag.TemporaryFlags;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.targeting.TargetingRule;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Compares what a dry run of each task plans with what the task then sends. */
@Execution(ExecutionMode.CONCURRENT)
class DryRunTasksTest {
  private static final String IN_CHUNKS = "bulk edit, in chunks";

  private static final Comparator<String> WITHOUT_VERSION =
      Comparator.comparing(text -> text.replaceFirst("latestVersionId=[^&]*", ""));

  /** A Product of its own, with more flags than one request carries. */
  private static final class Shop implements AutoCloseable {
    final ConfigCatFake fake = ConfigCatFake.start();
    final FakeProduct product = fake.world().product("Shop");
    final FakeEnvironment test = product.environment("Test");
    final FakeEnvironment production = product.environment("Production");
    final FakeConfig v1 = product.v1Config("Main");
    final FakeConfig v2 = product.v2Config("Checkout");
    final FakeFlag v1Flag = v1.flag("old");
    final FakeFlag flag = v2.flag("new");
    final ConfigCatManagementClient client = Clients.of(fake);

    Shop(int flags) {
      IntStream.range(1, flags).forEach(i -> v2.flag("flag" + i));
    }

    SdkKey v1Key() {
      return SdkKey.of(v1.sdkKey(test));
    }

    SdkKey v2Key() {
      return SdkKey.of(v2.sdkKey(test));
    }

    List<ReceivedRequest> writes() {
      return fake.requests().stream().filter(each -> !each.method().equals("GET")).toList();
    }

    @Override
    public void close() {
      client.close();
      fake.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> plansWhatTasksSend() {
    WriteOptions reason = WriteOptions.because("Ticket 42");
    return Stream.of(
        task("setDefault", 1, (shop, c) -> c.flag(shop.v2Key(), "new").setDefault(true, reason)),
        task("setDefault, V1", 1, (shop, c) -> c.flag(shop.v1Key(), "old").setDefault(true)),
        task(
            "replace",
            1,
            (shop, c) -> c.flag(shop.test.id(), shop.flag.id()).replace(true, reason)),
        task(
            "edit",
            1,
            (shop, c) ->
                c.flag(shop.v2Key(), "new")
                    .edit(
                        formula ->
                            formula.addRule(
                                TargetingRule.when(userAttribute("Plan").isOneOf("gold"))
                                    .serve(true)))),
        task(
            "temporarily",
            1,
            (shop, c) -> {
              try (TemporaryFlag on = c.flag(shop.v2Key(), "new").temporarily(true)) {
                assertThat(on.before()).isNotNull();
              }
            }),
        task(
            "updateFlagBySdkKey",
            1,
            (shop, c) -> c.updateFlagBySdkKey(shop.v1Key(), "old", true, "Ticket 42")),
        task(
            IN_CHUNKS,
            3,
            (shop, c) -> {
              var unused =
                  c.flags().bulkEdit(shop.v2.id(), shop.test.id()).setDefault(true).apply(reason);
            }),
        task(
            "bulk edit, V1",
            1,
            (shop, c) -> {
              var unused =
                  c.flags().bulkEdit(shop.v1.id(), shop.test.id()).setDefault(true).apply();
            }),
        task(
            "bulk edit, temporarily",
            1,
            (shop, c) -> {
              try (TemporaryFlags on =
                  c.flags().bulkEdit(shop.v2.id(), shop.test.id()).temporarily(true)) {
                assertThat(on.before()).isNotEmpty();
              }
            }),
        task(
            "copy",
            1,
            (shop, c) -> {
              shop.flag.serve(shop.test, "{\"defaultValue\":{\"boolValue\":true}}");
              var unused =
                  c.flags()
                      .compare(shop.v2.id(), shop.test.id(), shop.production.id())
                      .apply(reason);
            }),
        task(
            "ensure",
            1,
            (shop, c) ->
                c.environments()
                    .ensure(
                        shop.product.id(),
                        CreateEnvironmentModel.builder().name("Test").color("red").build())),
        task(
            "ensureAll",
            2,
            (shop, c) ->
                c.tags()
                    .ensureAll(
                        shop.product.id(),
                        List.of(
                            CreateTagModel.builder().name("a").build(),
                            CreateTagModel.builder().name("b").build()))),
        task("delete", 1, (shop, c) -> c.configs().delete(shop.v1.id())));
  }

  private static DynamicTest task(
      String name, int requests, BiConsumer<Shop, ConfigCatManagementClient> task) {
    return dynamicTest(
        name,
        () -> {
          try (Shop shop = new Shop(name.equals(IN_CHUNKS) ? 120 : 1)) {
            List<PlannedRequest> plan = shop.client.dryRun(c -> task.accept(shop, c));
            assertThat(shop.writes()).isEmpty();
            assertThat(plan).hasSize(requests);

            task.accept(shop, shop.client);

            List<String> sent =
                shop.writes().stream().limit(requests).map(DryRunTasksTest::text).toList();
            assertThat(texts(plan).get(0)).isEqualTo(sent.get(0));
            // The version that the first chunk makes is not known before it is sent.
            assertThat(texts(plan)).usingElementComparator(WITHOUT_VERSION).isEqualTo(sent);
          }
        });
  }

  private static List<String> texts(List<PlannedRequest> plan) {
    return plan.stream()
        .map(each -> each.method() + " " + each.path() + " " + each.body().orElse(""))
        .toList();
  }

  private static String text(ReceivedRequest request) {
    return request.method() + " " + request.path() + " " + request.body();
  }
}
