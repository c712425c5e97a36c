package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.CallOptions;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.configcat.management.fake.FakeState;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.targeting.Formula;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A fake with five flags that are off, four of which a bulk replacement in chunks of two sets. */
final class BulkShop implements AutoCloseable {
  static final int WANTED = 4;

  final ConfigCatFake fake = ConfigCatFake.start();
  final boolean v2;
  final FakeEnvironment environment;
  final FakeConfig config;
  final List<FakeFlag> flags;
  final ConfigCatManagementClient client;

  BulkShop(boolean v2, int attempts) {
    this.v2 = v2;
    FakeProduct product = fake.world().product("Shop");
    this.environment = product.environment("Production");
    this.config = v2 ? product.v2Config("Main") : product.v1Config("Main");
    this.flags = IntStream.rangeClosed(1, 5).mapToObj(i -> config.flag("flag" + i)).toList();
    fake.plantUnknownMembers();
    fake.serveUnknownMembers();
    this.client =
        Clients.with(
            fake, CallOptions.defaults().deadline(Duration.ofSeconds(20)).maxAttempts(attempts));
  }

  private BulkReplacement<?> replacement() {
    return v2
        ? fill(
            client.flags().bulkReplacement(config.id(), environment.id()),
            Formula.byDefault(true).toModel())
        : fill(
            client.flags().bulkReplacementV1(config.id(), environment.id()),
            UpdateSettingValueModel.builder().value(SettingValue.of(true)).build());
  }

  private <V> BulkReplacement<V> fill(BulkReplacement<V> empty, V on) {
    BulkReplacement<V> filled = empty;
    for (FakeFlag flag : flags.subList(0, WANTED)) {
      filled = filled.replace(flag.id(), on);
    }
    return filled;
  }

  /** The number of requests that read: V1 values, which have no version, are read twice. */
  int reads() {
    return v2 ? 1 : 2;
  }

  BulkPlan plan() {
    return replacement().plan().chunkSize(2);
  }

  BulkResult run() {
    return plan().apply();
  }

  boolean isOn(FakeFlag flag) {
    return v2
        ? flag.served(environment, "defaultValue").getAsJsonObject().get("boolValue").getAsBoolean()
        : flag.served(environment, "value").getAsBoolean();
  }

  /** Lets somebody else leave a mark on a flag. */
  Consumer<FakeState> concurrentWrite(FakeFlag flag) {
    return state ->
        state.write(
            environment.id(), flag.id(), value -> value.addProperty("markOfAnotherWriter", "here"));
  }

  /** Lets somebody else switch a flag of the V2 Config off. */
  Consumer<FakeState> concurrentSwitchOff(FakeFlag flag) {
    return concurrentWrite(flag)
        .andThen(
            state ->
                state
                    .value(environment.id(), flag.id())
                    .getAsJsonObject("defaultValue")
                    .addProperty("boolValue", false));
  }

  boolean hasMark(FakeFlag flag) {
    return flag.served(environment).has("markOfAnotherWriter");
  }

  /** How many times the service wrote a flag for a request. */
  long writes(FakeFlag flag) {
    return fake.snapshot().getAsJsonObject("auditLogs").asMap().values().stream()
        .map(row -> row.getAsJsonObject())
        .filter(row -> row.get("auditLogTypeEnum").getAsString().equals("settingValueChanged"))
        .filter(row -> row.get("actionTarget").getAsString().equals(Integer.toString(flag.id())))
        .count();
  }

  @Override
  public void close() {
    client.close();
    fake.close();
  }
}
