package com.configcat.management.fake.internal.page;

import com.configcat.management.fake.internal.page.Overview.AuditEntry;
import com.configcat.management.fake.internal.page.Overview.Config;
import com.configcat.management.fake.internal.page.Overview.Environment;
import com.configcat.management.fake.internal.page.Overview.Listed;
import com.configcat.management.fake.internal.page.Overview.Product;
import com.configcat.management.fake.internal.page.Overview.SdkKeys;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Copies out of a state what the page shows. Each table is gone through once, however large it is,
 * and a row that lacks something is shown without it.
 */
public final class OverviewReader {
  /** How many Products, and of what is in one, are shown at most. */
  static final int SHOWN = 50;

  private final State state;
  private final Map<String, List<JsonObject>> environments;
  private final Map<String, List<JsonObject>> configs;
  private final Map<String, List<JsonObject>> flags;
  private final FlagReader flagReader;

  private OverviewReader(State state) {
    this.state = state;
    this.environments = grouped(EntityType.ENVIRONMENT, "$productId");
    this.configs = grouped(EntityType.CONFIG, "$productId");
    this.flags = grouped(EntityType.SETTING, "configId");
    this.flagReader = new FlagReader(state);
  }

  public static Listed<Product> products(State state) {
    OverviewReader reader = new OverviewReader(state);
    return listed(reader.ordered(state.table(EntityType.PRODUCT).all()), reader::product);
  }

  public static Listed<AuditEntry> auditLog(State state) {
    List<JsonObject> rows = new ArrayList<>(state.table(EntityType.AUDIT_LOG).all());
    Collections.reverse(rows);
    Listed<JsonObject> newest = Listed.first(SHOWN, rows);
    return new Listed<>(
        newest.items().stream().map(row -> auditEntry(state, row)).toList(), newest.more());
  }

  private Map<String, List<JsonObject>> grouped(EntityType type, String parent) {
    Map<String, List<JsonObject>> groups = new HashMap<>();
    for (JsonObject row : state.table(type).all()) {
      groups.computeIfAbsent(text(row, parent), id -> new ArrayList<>()).add(row);
    }
    groups.replaceAll((id, rows) -> ordered(rows));
    return groups;
  }

  private List<JsonObject> ordered(List<JsonObject> rows) {
    return rows.stream().sorted(Comparator.comparingDouble(OverviewReader::order)).toList();
  }

  private static double order(JsonObject row) {
    return row.get("order") instanceof JsonPrimitive order && order.isNumber()
        ? order.getAsDouble()
        : Double.MAX_VALUE;
  }

  private static <T> Listed<T> listed(List<JsonObject> rows, Function<JsonObject, T> shown) {
    Listed<JsonObject> first = Listed.first(SHOWN, rows);
    return new Listed<>(first.items().stream().map(shown).toList(), first.more());
  }

  private Product product(JsonObject row) {
    String id = text(row, "productId");
    Listed<Environment> own =
        listed(environments.getOrDefault(id, List.of()), OverviewReader::environment);
    return new Product(
        id,
        text(row, "name"),
        own,
        listed(configs.getOrDefault(id, List.of()), config -> config(config, own.items())));
  }

  private static Environment environment(JsonObject row) {
    return new Environment(
        text(row, "environmentId"),
        text(row, "name"),
        Json.truth(row, "reasonRequired"),
        Json.truth(row, "approveRequired"));
  }

  private Config config(JsonObject row, List<Environment> own) {
    String id = text(row, "configId");
    return new Config(
        id,
        text(row, "name"),
        text(row, "evaluationVersion"),
        listed(flags.getOrDefault(id, List.of()), flag -> flagReader.flag(flag, own)),
        own.stream().flatMap(environment -> sdkKeys(id, environment).stream()).toList());
  }

  private List<SdkKeys> sdkKeys(String configId, Environment environment) {
    return state
        .table(EntityType.SDK_KEY)
        .find(configId + "/" + environment.id())
        .map(
            row ->
                List.of(
                    new SdkKeys(environment.name(), text(row, "primary"), text(row, "secondary"))))
        .orElse(List.of());
  }

  private static AuditEntry auditEntry(State state, JsonObject row) {
    String target = text(row, "actionTarget");
    return new AuditEntry(
        text(row, "auditLogDateTime"),
        text(row, "auditLogType"),
        // A record about a value names its flag by id.
        text(row, "auditLogTypeEnum").startsWith("settingValue")
            ? name(state, EntityType.SETTING, target, "key", target)
            : target,
        name(state, EntityType.ENVIRONMENT, text(row, "$environmentId"), "name", ""),
        text(row, "userName"),
        text(row, "why"));
  }

  private static String name(
      State state, EntityType type, String id, String member, String otherwise) {
    return state.table(type).find(id).map(row -> text(row, member)).orElse(otherwise);
  }

  /** Returns a member as text, empty if there is none. */
  static String text(JsonObject row, String name) {
    JsonElement value = row.get(name);
    if (value == null || value.isJsonNull()) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : Json.write(value);
  }
}
