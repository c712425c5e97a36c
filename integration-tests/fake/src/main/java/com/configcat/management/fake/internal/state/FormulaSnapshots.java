package com.configcat.management.fake.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots of V2 values with readable names beside the ids, as change requests show them.
 */
final class FormulaSnapshots {
  private final State state;

  FormulaSnapshots(State state) {
    this.state = state;
  }

  JsonObject of(JsonObject formula) {
    return Json.object(
        "defaultValue", copy(formula, "defaultValue"),
        "defaultValuePredefinedVariationName", variation(formula, "defaultValue"),
        "targetingRules",
            Json.array(Json.objects(formula, "targetingRules").stream().map(this::rule)),
        "percentageEvaluationAttribute", copy(formula, "percentageEvaluationAttribute"));
  }

  private JsonObject rule(JsonObject rule) {
    return Json.object(
        "conditions", Json.array(Json.objects(rule, "conditions").stream().map(this::condition)),
        "percentageOptions",
            Json.array(Json.objects(rule, "percentageOptions").stream().map(this::option)),
        "value", copy(rule, "value"),
        "valuePredefinedVariationName", variation(rule, "value"));
  }

  private JsonObject option(JsonObject option) {
    return Json.object(
        "percentage", option.get("percentage"),
        "value", copy(option, "value"),
        "valuePredefinedVariationName", variation(option, "value"));
  }

  private JsonObject condition(JsonObject condition) {
    JsonObject user = member(condition, "userCondition");
    JsonObject segment = member(condition, "segmentCondition");
    JsonObject flag = member(condition, "prerequisiteFlagCondition");
    return Json.object(
        "conditionType",
            user.size() > 0
                ? "userCondition"
                : segment.size() > 0 ? "segmentCondition" : "prerequisiteFlagCondition",
        "comparisonAttribute", copy(user, "comparisonAttribute"),
        "userComparator", copy(user, "comparator"),
        "comparisonValue", copy(user, "comparisonValue"),
        "segmentId", copy(segment, "segmentId"),
        "segmentName", name(EntityType.SEGMENT, segment, "segmentId", "name"),
        "segmentComparator", copy(segment, "comparator"),
        "prerequisiteSettingId", copy(flag, "prerequisiteSettingId"),
        "prerequisiteSettingKey", name(EntityType.SETTING, flag, "prerequisiteSettingId", "key"),
        "prerequisiteComparator", copy(flag, "comparator"),
        "prerequisiteComparisonValue", copy(flag, "prerequisiteComparisonValue"),
        "prerequisiteComparisonValuePredefinedVariationName",
            variation(flag, "prerequisiteComparisonValue"));
  }

  private static JsonObject member(JsonObject condition, String name) {
    return Json.has(condition, name) ? condition.getAsJsonObject(name) : new JsonObject();
  }

  private static JsonElement copy(JsonObject object, String name) {
    return Json.has(object, name) ? object.get(name).deepCopy() : Json.of(null);
  }

  private @Nullable String name(EntityType type, JsonObject object, String id, String name) {
    return Json.has(object, id)
        ? state
            .table(type)
            .find(Json.text(object, id))
            .map(row -> Json.text(row, name))
            .orElse(null)
        : null;
  }

  private @Nullable String variation(JsonObject object, String name) {
    JsonObject value = member(object, name);
    return Json.has(value, "predefinedVariationId")
        ? SettingVariations.name(state, Json.text(value, "predefinedVariationId"))
        : null;
  }
}
