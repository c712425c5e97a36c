package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ServedDefault;
import com.configcat.management.internal.json.ServedJson;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.EvaluationVersion;
import com.configcat.management.model.SettingDataModel;
import com.configcat.management.model.SettingDataV2Model;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingType;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.targeting.FlagType;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Creates content that serves a given value, based on a value that was read. Checks the setting's
 * type, and replaces the value by its predefined variation where there are variations.
 */
final class ServedContent {
  private static final Gson GSON = ManagementGson.create();

  private ServedContent() {}

  /**
   * Returns what a value serves when no rule applies.
   *
   * @throws IllegalArgumentException if the setting has another type
   * @throws DecodingException if there is no such value, or the setting has this type and its value
   *     another
   */
  static <T> T defaultOf(ValueSnapshot read, FlagType<T> type, Operation reads) {
    FailureContext failure = new FailureContext(reads, 1, false);
    FlagValue value = FlagEdit.decode(read, failure);
    String member = read.format() == ValueFormat.V1 ? "value" : "defaultValue";
    try {
      return value.defaultValue(type);
    } catch (IllegalArgumentException e) {
      if (!JsonValues.isNothing(read.json().get(member))
          && settingType(value) != type.settingType()) {
        throw e;
      }
      String path = "$." + member;
      throw new DecodingException(
          reads + " answered no value of the setting's type (at " + path + ")",
          path,
          null,
          failure);
    }
  }

  private static @Nullable SettingType settingType(FlagValue value) {
    if (value.evaluationVersion() == EvaluationVersion.V1) {
      @Nullable SettingDataModel setting = value.asV1().getSetting();
      return setting == null ? null : setting.getSettingType();
    }
    @Nullable SettingDataV2Model setting = value.asV2().getSetting();
    return setting == null ? null : setting.getSettingType();
  }

  /** Serves the value when no rule applies, and keeps the rest. */
  static JsonObject byDefault(GuardedValue value, ValueSnapshot before, SettingValue served) {
    if (before.format() == ValueFormat.V2) {
      return formula(value, before).defaultValue(served).toJson();
    }
    // What guards the write is what was read.
    JsonObject wanted = value.requireWhole(before).json().deepCopy();
    wanted.add("value", replacement(value, before, served).get("value"));
    return wanted;
  }

  /** Serves the value to everyone, without rules, and keeps members unknown to this client. */
  static JsonObject toEveryone(GuardedValue value, ValueSnapshot read, SettingValue served) {
    ValueSnapshot before = value.requireWhole(read);
    if (before.format() == ValueFormat.V2) {
      return formula(value, before).defaultValue(served).removeRules(rule -> true).toJson();
    }
    JsonObject wanted = byDefault(value, before, served);
    wanted.add("rolloutRules", new JsonArray());
    wanted.add("rolloutPercentageItems", new JsonArray());
    return wanted;
  }

  /** Returns the body of a PUT that deletes all rules. */
  static JsonObject replacement(GuardedValue value, ValueSnapshot before, SettingValue served) {
    if (before.format() == ValueFormat.V2) {
      SettingFormulaModel current = value.decode(before, SettingFormulaModel.class);
      return json(
          UpdateEvaluationFormulaModel.builder()
              .defaultValue(ServedDefault.forSetting(current, served))
              .build());
    }
    @Nullable SettingDataModel setting = value.decode(before, SettingValueModel.class).getSetting();
    return replacementV1(
        ServedJson.fitting(setting == null ? null : setting.getSettingType(), served));
  }

  /** Returns the body of a PUT to a V1 Config, unchecked. */
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
