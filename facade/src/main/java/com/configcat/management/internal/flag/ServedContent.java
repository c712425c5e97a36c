package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.internal.json.ServedDefault;
import com.configcat.management.internal.json.ServedJson;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Content that serves a given value, made for a value that was read: checked against the setting's
 * type, and in V2 Configs the predefined variation that has it.
 */
final class ServedContent {
  private static final Gson GSON = ManagementGson.create();

  private ServedContent() {}

  /** Serves it where no rule applies, and keeps the rest. */
  static JsonObject byDefault(GuardedValue value, ValueSnapshot before, SettingValue served) {
    if (before.format() == ValueFormat.V2) {
      return formula(value, before).defaultValue(served).toJson();
    }
    JsonObject wanted = before.json().deepCopy();
    wanted.add("value", replacement(value, before, served).get("value"));
    return wanted;
  }

  /** Serves it to everyone, without rules, and keeps what this client does not know. */
  static JsonObject toEveryone(GuardedValue value, ValueSnapshot before, SettingValue served) {
    if (before.format() == ValueFormat.V2) {
      return formula(value, before).defaultValue(served).removeRules(rule -> true).toJson();
    }
    JsonObject wanted = byDefault(value, before, served);
    wanted.add("rolloutRules", new JsonArray());
    wanted.add("rolloutPercentageItems", new JsonArray());
    return wanted;
  }

  /** Returns the body of a PUT that serves it, and nothing else. */
  static JsonObject replacement(GuardedValue value, ValueSnapshot before, SettingValue served) {
    if (before.format() == ValueFormat.V2) {
      SettingFormulaModel current = value.decode(before, SettingFormulaModel.class);
      return json(
          UpdateEvaluationFormulaModel.builder()
              .defaultValue(ServedDefault.forSetting(current.getSetting(), served).toModel())
              .build());
    }
    @Nullable SettingDataModel setting = value.decode(before, SettingValueModel.class).getSetting();
    return replacementV1(
        ServedJson.fitting(setting == null ? null : setting.getSettingType(), served));
  }

  /** Returns the body of a PUT to a V1 Config, with nothing checked. */
  static JsonObject replacementV1(SettingValue served) {
    return json(UpdateSettingValueModel.builder().value(served).build());
  }

  private static EditableFormula formula(GuardedValue value, ValueSnapshot before) {
    return EditableFormula.of(value.decode(before, SettingFormulaModel.class), before.json());
  }

  private static JsonObject json(Object model) {
    return GSON.toJsonTree(model).getAsJsonObject();
  }
}
