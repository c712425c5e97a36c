package com.configcat.management.resource;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.resource.FlagTable.Cell;
import com.configcat.management.resource.FlagTable.Row;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a {@link FlagTable} as JSON. */
final class FlagTableJson {
  private static final Gson GSON =
      ManagementGson.create().newBuilder().serializeNulls().setPrettyPrinting().create();

  private FlagTableJson() {}

  static String of(FlagTable table) {
    JsonArray environments = new JsonArray();
    for (EnvironmentModel environment : table.environments()) {
      JsonObject json = new JsonObject();
      add(json, "environmentId", environment.getEnvironmentId());
      add(json, "name", environment.getName());
      environments.add(json);
    }
    JsonArray flags = new JsonArray();
    table.rows().forEach(row -> flags.add(flag(row, table.environments())));
    JsonObject json = new JsonObject();
    json.add("environments", environments);
    json.add("flags", flags);
    return GSON.toJson(json);
  }

  private static JsonObject flag(Row row, List<EnvironmentModel> environments) {
    JsonObject json = new JsonObject();
    add(json, "configId", row.config().getConfigId());
    add(json, "configName", row.config().getName());
    add(json, "settingId", row.flag().getSettingId());
    add(json, "key", row.flag().getKey());
    add(json, "name", row.flag().getName());
    add(json, "settingType", row.type());
    add(json, "differs", row.differs());
    JsonArray values = new JsonArray();
    environments.forEach(environment -> values.add(value(row, environment)));
    json.add("values", values);
    return json;
  }

  private static JsonObject value(Row row, EnvironmentModel environment) {
    @Nullable Cell cell = row.cells().get(environment.getEnvironmentId());
    JsonObject json = new JsonObject();
    add(json, "environmentId", environment.getEnvironmentId());
    add(json, "environmentName", environment.getName());
    add(json, "value", cell == null ? null : cell.value());
    add(json, "hasRules", cell == null ? null : cell.hasRules());
    add(json, "isStale", cell == null ? null : cell.isStale());
    return json;
  }

  private static void add(JsonObject json, String name, @Nullable Object value) {
    json.add(name, GSON.toJsonTree(value));
  }
}
