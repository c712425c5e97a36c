package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.core.Operation;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.JsonContents;
import com.configcat.management.internal.json.JsonModels;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.internal.rest.TaskResponses;
import com.configcat.management.model.ConfigSettingFormulaModel;
import com.configcat.management.model.ConfigSettingFormulasModel;
import com.configcat.management.model.ConfigSettingValueModel;
import com.configcat.management.model.ConfigSettingValuesModel;
import com.configcat.management.model.UpdateEvaluationFormulaWithIdModel;
import com.configcat.management.model.UpdateEvaluationFormulasModel;
import com.configcat.management.model.UpdateSettingValueWithSettingIdModel;
import com.configcat.management.model.UpdateSettingValuesWithIdModel;
import com.configcat.management.operations.CallRunner;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations that read and replace the values of a Config in an Environment. */
record ConfigValues(
    ValueFormat format,
    SettingValueJsonApi raw,
    CallRunner runner,
    UUID configId,
    UUID environmentId) {
  private static final Gson GSON = ManagementGson.create();
  private static final String PATH = "/configs/{configId}/environments/{environmentId}/values";

  /** The operation that writes, for messages. */
  Operation writes() {
    return operation("POST");
  }

  /** The operation that reads, for messages. */
  Operation reads() {
    return operation("GET");
  }

  private Operation operation(String method) {
    return new Operation(method, (format == ValueFormat.V1 ? "/v1" : "/v2") + PATH);
  }

  ConfigSnapshot read() {
    return snapshot(
        reads(),
        runner.run(
            format == ValueFormat.V1
                ? raw.listV1(configId, environmentId)
                : raw.listV2(configId, environmentId)));
  }

  /**
   * Replaces several values with one request.
   *
   * @param version the version that the most recently written value must have; null for no
   *     condition
   * @return all values of the Config after the write
   */
  ConfigSnapshot replace(
      Map<Integer, JsonObject> contents, @Nullable String version, WriteOptions options) {
    @Nullable String reason = options.reason().orElse(null);
    return snapshot(
        writes(),
        runner.run(
            format == ValueFormat.V1
                ? raw.replaceManyV1(configId, environmentId, bodyV1(contents), reason)
                : raw.replaceManyV2(
                    configId,
                    environmentId,
                    bodyV2(contents),
                    options.bypassApproval() ? true : null,
                    version,
                    reason)));
  }

  private static UpdateSettingValuesWithIdModel bodyV1(Map<Integer, JsonObject> contents) {
    List<UpdateSettingValueWithSettingIdModel> values = new ArrayList<>();
    contents.forEach(
        (settingId, content) ->
            values.add(
                GSON.fromJson(content, UpdateSettingValueWithSettingIdModel.class).toBuilder()
                    .settingId(settingId)
                    .build()));
    return UpdateSettingValuesWithIdModel.builder().settingValues(values).build();
  }

  private static UpdateEvaluationFormulasModel bodyV2(Map<Integer, JsonObject> contents) {
    List<UpdateEvaluationFormulaWithIdModel> formulas = new ArrayList<>();
    contents.forEach(
        (settingId, content) ->
            formulas.add(
                GSON.fromJson(content, UpdateEvaluationFormulaWithIdModel.class).toBuilder()
                    .settingId(settingId)
                    .build()));
    return UpdateEvaluationFormulasModel.builder().updateFormulas(formulas).build();
  }

  /** Returns the operations on one of the values. */
  GuardedValue value(int settingId) {
    return new GuardedValue(
        format == ValueFormat.V1
            ? ValueEndpoint.v1(raw, runner, environmentId, settingId)
            : ValueEndpoint.v2(raw, runner, environmentId, settingId));
  }

  private ConfigSnapshot snapshot(Operation operation, JsonObject response) {
    JsonObject answer = TaskResponses.checked(operation, response);
    FailureContext failure = new FailureContext(operation, 1, !operation.isSafe());
    if (format == ValueFormat.V1) {
      List<ConfigSettingValueModel> models =
          JsonModels.decode(answer, ConfigSettingValuesModel.class, failure).getSettingValues();
      List<Integer> ids = models.stream().map(value -> value.getSetting().getSettingId()).toList();
      return snapshot(answer, "settingValues", ids, null);
    }
    List<ConfigSettingFormulaModel> models =
        JsonModels.decode(answer, ConfigSettingFormulasModel.class, failure).getSettingFormulas();
    List<Integer> ids =
        models.stream().map(formula -> formula.getSetting().getSettingId()).toList();
    return snapshot(answer, "settingFormulas", ids, newest(models));
  }

  private static @Nullable String newest(List<ConfigSettingFormulaModel> formulas) {
    return formulas.stream()
        .max(
            Comparator.comparing(
                ConfigSettingFormulaModel::getUpdatedAt,
                Comparator.nullsFirst(OffsetDateTime.timeLineOrder())))
        .map(ConfigSettingFormulaModel::getLastVersionId)
        .map(UUID::toString)
        .orElse(null);
  }

  private ConfigSnapshot snapshot(
      JsonObject answer, String member, List<Integer> ids, @Nullable String newestVersion) {
    JsonObject head = new JsonObject();
    JsonContents.members(answer).forEach(head::add);
    JsonArray list = head.remove(member).getAsJsonArray();
    Map<Integer, ValueSnapshot> values = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      values.put(ids.get(i), new ValueSnapshot(format, list.get(i).getAsJsonObject()));
    }
    return new ConfigSnapshot(format, head, newestVersion, values);
  }
}
