package com.configcat.management.flag;

import com.configcat.management.api.SettingValuesApi.PostSettingValuesOptions;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.flag.ConfigSnapshot.FlagSnapshot;
import com.configcat.management.model.ConfigSettingValueModel;
import com.configcat.management.model.ConfigSettingValuesModel;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.model.UpdateSettingValueWithSettingIdModel;
import com.configcat.management.model.UpdateSettingValuesWithIdModel;
import com.configcat.management.operations.SettingValuesOperations;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk target in V1 format; values have no versions. */
record TargetV1(
    SettingValuesOperations operations, UUID configId, UUID environmentId, WriteOptions options)
    implements BulkTarget<UpdateSettingValueModel> {
  private static final Gson GSON = ManagementGson.create();

  @Override
  public ConfigSnapshot read() {
    return reading(operations.list(configId, environmentId));
  }

  @Override
  public ConfigSnapshot replace(
      Map<Integer, UpdateSettingValueModel> values, @Nullable UUID version) {
    List<UpdateSettingValueWithSettingIdModel> list = new ArrayList<>();
    values.forEach((settingId, value) -> list.add(withId(settingId, value)));
    PostSettingValuesOptions.Builder query = PostSettingValuesOptions.builder();
    options.reason().ifPresent(query::reason);
    return reading(
        operations.replaceMany(
            configId,
            environmentId,
            UpdateSettingValuesWithIdModel.builder().settingValues(list).build(),
            query.build()));
  }

  /** Converts through JSON, to include properties added by newer contracts. */
  private static UpdateSettingValueWithSettingIdModel withId(
      int settingId, UpdateSettingValueModel value) {
    return GSON
        .fromJson(GSON.toJsonTree(value), UpdateSettingValueWithSettingIdModel.class)
        .toBuilder()
        .settingId(settingId)
        .build();
  }

  @Override
  public void replace(int settingId, UpdateSettingValueModel value, UUID version) {
    throw new UnsupportedOperationException("V1 values have no versions");
  }

  @Override
  public JsonObject content(UpdateSettingValueModel value) {
    return GSON.toJsonTree(value).getAsJsonObject();
  }

  private static ConfigSnapshot reading(ConfigSettingValuesModel answer) {
    Map<Integer, FlagSnapshot> values = new LinkedHashMap<>();
    @Nullable List<ConfigSettingValueModel> list = answer.getSettingValues();
    for (ConfigSettingValueModel value : list == null ? List.<ConfigSettingValueModel>of() : list) {
      @Nullable SettingDataModel setting = value.getSetting();
      if (setting != null && setting.getSettingId() != null) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("value", value.getValue());
        parts.put("rolloutRules", value.getRolloutRules());
        parts.put("rolloutPercentageItems", value.getRolloutPercentageItems());
        values.put(
            setting.getSettingId(), FlagSnapshot.of(GSON, parts, value.getUpdatedAt(), null));
      }
    }
    return new ConfigSnapshot(values);
  }
}
