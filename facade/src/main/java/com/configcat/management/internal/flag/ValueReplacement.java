package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Implements {@link BulkReplacement}. */
public final class ValueReplacement<V> implements BulkReplacement<V> {
  private static final Gson GSON = ManagementGson.create();

  private final ConfigValues values;
  private final Map<Integer, JsonObject> contents;

  private ValueReplacement(ConfigValues values, Map<Integer, JsonObject> contents) {
    this.values = values;
    this.contents = contents;
  }

  public static ValueReplacement<UpdateEvaluationFormulaModel> v2(
      FlagServices services, UUID configId, UUID environmentId) {
    return new ValueReplacement<>(
        services.configValues(ValueFormat.V2, configId, environmentId), Map.of());
  }

  public static ValueReplacement<UpdateSettingValueModel> v1(
      FlagServices services, UUID configId, UUID environmentId) {
    return new ValueReplacement<>(
        services.configValues(ValueFormat.V1, configId, environmentId), Map.of());
  }

  @Override
  public BulkReplacement<V> replace(int settingId, V value) {
    Map<Integer, JsonObject> more = new LinkedHashMap<>(contents);
    add(more, settingId, value);
    return new ValueReplacement<>(values, more);
  }

  @Override
  public BulkReplacement<V> replaceAll(Collection<Integer> settingIds, V value) {
    Preconditions.value(settingIds, "settingIds", "give ids of flags");
    Preconditions.value(value, "value", "give the whole value of each flag");
    Map<Integer, JsonObject> more = new LinkedHashMap<>(contents);
    for (Integer settingId : settingIds) {
      add(more, Preconditions.value(settingId, "An id in settingIds", "leave it out"), value);
    }
    return new ValueReplacement<>(values, more);
  }

  private void add(Map<Integer, JsonObject> more, int settingId, V value) {
    Preconditions.positive(settingId, "settingId", "give the id of a flag");
    Preconditions.value(value, "value", "give the whole value of the flag");
    JsonObject content = GSON.toJsonTree(value).getAsJsonObject();
    if (JsonValues.isNothing(content.get(values.format().defaultMember()))) {
      throw new IllegalArgumentException(
          "The value of flag " + settingId + " has no default: set it");
    }
    if (more.putIfAbsent(settingId, content) != null) {
      throw new IllegalArgumentException(
          "Flag " + settingId + " was added already: give one value for each flag");
    }
  }

  @Override
  public BulkPlan plan() {
    ConfigSnapshot snapshot = values.read();
    ValuePlan.Builder plan = new ValuePlan.Builder(values, snapshot);
    contents.forEach(
        (settingId, content) -> {
          ValueSnapshot before = snapshot.get(settingId);
          if (before == null) {
            plan.missing(settingId);
            return;
          }
          PlannedWrite write =
              new PlannedWrite(settingId, before, content, PlannedWrite.Kind.REPLACE, null);
          if (write.isDone(before)) {
            plan.unchanged(settingId, before);
          } else {
            plan.write(write);
          }
        });
    return plan.build(snapshot.environment(values.environmentId()));
  }
}
