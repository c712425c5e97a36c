package com.configcat.management.flag;

import com.configcat.management.api.SettingValuesV2Api.PostSettingValuesV2Options;
import com.configcat.management.api.SettingValuesV2Api.ReplaceSettingValueV2Options;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.flag.ConfigSnapshot.FlagSnapshot;
import com.configcat.management.model.ConfigSettingFormulaModel;
import com.configcat.management.model.ConfigSettingFormulasModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateEvaluationFormulaWithIdModel;
import com.configcat.management.model.UpdateEvaluationFormulasModel;
import com.configcat.management.operations.SettingValuesV2Operations;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk target in V2 format; values have versions. */
record TargetV2(
    SettingValuesV2Operations operations, UUID configId, UUID environmentId, WriteOptions options)
    implements BulkTarget<UpdateEvaluationFormulaModel> {
  private static final Gson GSON = ManagementGson.create();

  @Override
  public ConfigSnapshot read() {
    return reading(operations.list(configId, environmentId));
  }

  @Override
  public ConfigSnapshot replace(
      Map<Integer, UpdateEvaluationFormulaModel> values, @Nullable UUID version) {
    List<UpdateEvaluationFormulaWithIdModel> formulas = new ArrayList<>();
    values.forEach((settingId, value) -> formulas.add(withId(settingId, value)));
    PostSettingValuesV2Options.Builder query = PostSettingValuesV2Options.builder();
    options.reason().ifPresent(query::reason);
    if (options.bypassApproval()) {
      query.bypassApproval(true);
    }
    if (version != null) {
      query.latestVersionId(version);
    }
    return reading(
        operations.replaceMany(
            configId,
            environmentId,
            UpdateEvaluationFormulasModel.builder().updateFormulas(formulas).build(),
            query.build()));
  }

  /** Converts through JSON, to include properties added by newer contracts. */
  private static UpdateEvaluationFormulaWithIdModel withId(
      int settingId, UpdateEvaluationFormulaModel value) {
    return GSON
        .fromJson(GSON.toJsonTree(value), UpdateEvaluationFormulaWithIdModel.class)
        .toBuilder()
        .settingId(settingId)
        .build();
  }

  @Override
  public void replace(int settingId, UpdateEvaluationFormulaModel value, UUID version) {
    ReplaceSettingValueV2Options.Builder query =
        ReplaceSettingValueV2Options.builder().latestVersionId(version);
    options.reason().ifPresent(query::reason);
    if (options.bypassApproval()) {
      query.bypassApproval(true);
    }
    operations.replace(environmentId, settingId, value, query.build());
  }

  @Override
  public JsonObject content(UpdateEvaluationFormulaModel value) {
    return GSON.toJsonTree(value).getAsJsonObject();
  }

  private static ConfigSnapshot reading(ConfigSettingFormulasModel answer) {
    Map<Integer, FlagSnapshot> values = new LinkedHashMap<>();
    @Nullable List<ConfigSettingFormulaModel> formulas = answer.getSettingFormulas();
    for (ConfigSettingFormulaModel formula :
        formulas == null ? List.<ConfigSettingFormulaModel>of() : formulas) {
      @Nullable SettingDataV2Model setting = formula.getSetting();
      if (setting != null && setting.getSettingId() != null) {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        parts.put("defaultValue", formula.getDefaultValue());
        parts.put("targetingRules", formula.getTargetingRules());
        parts.put("percentageEvaluationAttribute", formula.getPercentageEvaluationAttribute());
        values.put(
            setting.getSettingId(),
            FlagSnapshot.of(GSON, parts, formula.getUpdatedAt(), formula.getLastVersionId()));
      }
    }
    return new ConfigSnapshot(values);
  }
}
