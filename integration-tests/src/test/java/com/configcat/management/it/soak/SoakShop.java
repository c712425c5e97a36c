package com.configcat.management.it.soak;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeProduct;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Product with a V2 Config, and what the service says of its Settings and Tags. */
final class SoakShop implements AutoCloseable {
  final ConfigCatFake fake = ConfigCatFake.start();
  final FakeProduct product = fake.world().product("Shop");
  final FakeEnvironment environment = product.environment("Production");
  final FakeConfig config = product.v2Config("Main");

  FakeFlag setting(String key) {
    return config.setting(key, "int");
  }

  long value(FakeFlag setting) {
    return setting
        .served(environment, "defaultValue")
        .getAsJsonObject()
        .get("intValue")
        .getAsLong();
  }

  /** Counts the values written, by Setting, as the audit log has them. */
  static Map<Integer, Long> writes(JsonObject snapshot) {
    return rows(snapshot, "auditLogs")
        .filter(row -> row.get("auditLogTypeEnum").getAsString().equals("settingValueChanged"))
        .map(row -> row.get("actionTarget").getAsInt())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** Counts Tags by name. */
  static Map<String, Long> tags(JsonObject snapshot) {
    return rows(snapshot, "tags")
        .map(row -> row.get("name").getAsString())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static Stream<JsonObject> rows(JsonObject snapshot, String table) {
    return snapshot.getAsJsonObject(table).asMap().values().stream()
        .map(row -> row.getAsJsonObject());
  }

  @Override
  public void close() {
    fake.close();
  }
}
