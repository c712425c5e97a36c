package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes Settings and their first values. */
public final class SettingCreation {
  private static final Pattern KEY = Pattern.compile("^[a-zA-Z]+[a-zA-Z0-9_-]*$");

  private final State state;
  private final SettingVariations variations;

  SettingCreation(State state) {
    this.state = state;
    this.variations = new SettingVariations(state);
  }

  JsonObject make(JsonObject config, JsonObject body, Credential creator) {
    String configId = Json.text(config, "configId");
    String key = Json.text(body, "key");
    if (Json.has(body, "initialValues") && Json.has(body, "settingIdToInitFrom")) {
      throw Refusal.because("Give initialValues or settingIdToInitFrom, not both.");
    }
    if (!KEY.matcher(key).matches()) {
      throw Refusal.modelState("Key", "A key has to match " + KEY + ".");
    }
    if (Json.has(body, "settingIdToInitFrom")
        && !Json.objects(body, "predefinedVariations").isEmpty()) {
      throw Refusal.because("Give predefinedVariations or settingIdToInitFrom, not both.");
    }
    List<JsonObject> siblings = state.table(EntityType.SETTING).all("configId", configId);
    if (siblings.stream().anyMatch(other -> Json.text(other, "key").equalsIgnoreCase(key))) {
      throw Refusal.field("Key", "This key is already in use. Please, choose another");
    }
    JsonObject setting =
        Json.object(
            "settingId", state.newNumber(),
            "configId", configId,
            "key", key,
            "name", Json.text(body, "name"),
            "hint", Json.textOrNull(body, "hint"),
            "order",
                Json.has(body, "order") ? Json.number(body, "order") : (Integer) siblings.size(),
            "settingType", Json.text(body, "settingType"),
            "isJson", Json.truth(body, "isJson"),
            "createdAt", state.now().toString(),
            "$creatorEmail", creator.email(),
            "$creatorFullName", creator.user(),
            "tags", tags(config, body),
            "predefinedVariations",
                variations.make(body, Json.objects(body, "predefinedVariations")));
    state.table(EntityType.SETTING).add(setting);
    values(config, setting, body);
    return setting;
  }

  private void values(JsonObject config, JsonObject setting, JsonObject body) {
    String template = Json.textOrNull(body, "settingIdToInitFrom");
    List<JsonObject> made = new ArrayList<>();
    Map<String, JsonElement> initial = new HashMap<>();
    for (JsonObject value : Json.objects(body, "initialValues")) {
      initial.put(String.valueOf(Json.textOrNull(value, "environmentId")), value.get("value"));
    }
    for (JsonObject environment :
        state.table(EntityType.ENVIRONMENT).where("$productId", Json.text(config, "$productId"))) {
      JsonElement given = initial.remove(Json.text(environment, "environmentId"));
      JsonObject value = value(config, environment, setting, given);
      if (template != null) {
        copy(Integer.parseInt(template), config, environment, setting, value);
      }
      made.add(value);
    }
    if (!initial.isEmpty()) {
      throw Refusal.field("InitialValues", "There is no Environment " + initial.keySet());
    }
    if (template != null) {
      JsonObject source = state.table(EntityType.SETTING).get(template);
      setting.add("tags", source.get("tags").deepCopy());
      setting.add("predefinedVariations", variations.copy(source, made));
    }
  }

  private void copy(
      int template,
      JsonObject config,
      JsonObject environment,
      JsonObject setting,
      JsonObject value) {
    JsonObject source = state.table(EntityType.SETTING).get(Integer.toString(template));
    if (!Json.text(source, "configId").equals(Json.text(config, "configId"))
        || !Json.text(source, "settingType").equals(Json.text(setting, "settingType"))) {
      throw Refusal.field("SettingIdToInitFrom", "The Setting to copy has to be of this type.");
    }
    String id = State.valueId(Json.text(environment, "environmentId"), template);
    Views.open(state.table(EntityType.VALUE).get(id)).asMap().forEach(value::add);
  }

  /** Makes the value of a Setting in an Environment: what is given, else off, empty or zero. */
  JsonObject value(
      JsonObject config, JsonObject environment, JsonObject setting, @Nullable JsonElement given) {
    String environmentId = Json.text(environment, "environmentId");
    JsonObject variation = variation(setting, given);
    JsonElement first = given == null ? ValueTypes.zero(setting) : given;
    if (variation != null) {
      first = variation.getAsJsonObject("value").get(ValueTypes.member(setting));
    } else if (given != null) {
      ValueTypes.check(setting, given, "Value");
    }
    JsonObject value =
        Json.object(
            "$id", State.valueId(environmentId, Json.number(setting, "settingId")),
            "$environmentId", environmentId,
            "$settingId", setting.get("settingId"),
            "$lastVersionId", state.newUuid(),
            "$updatedAt", state.now().toString(),
            "$updaterEmail", null,
            "$updaterFullName", null);
    if (ValueViews.isV2(config)) {
      value.add(
          "defaultValue",
          variation == null
              ? ValueTypes.model(setting, first)
              : ValueTypes.variation(Json.text(variation, "predefinedVariationId")));
      value.add("targetingRules", new JsonArray());
      value.add("percentageEvaluationAttribute", Json.of(null));
    } else {
      value.add("value", first);
      value.add("rolloutRules", new JsonArray());
      value.add("rolloutPercentageItems", new JsonArray());
    }
    return state.table(EntityType.VALUE).add(value);
  }

  /** The variation to serve, the first if no value is given; null for a Setting without any. */
  private static @Nullable JsonObject variation(JsonObject setting, @Nullable JsonElement given) {
    List<JsonObject> all = Json.objects(setting, "predefinedVariations");
    if (all.isEmpty() || given == null) {
      return all.isEmpty() ? null : all.get(0);
    }
    JsonObject variation = SettingVariations.withValue(setting, given);
    if (variation == null) {
      throw Refusal.field("Value", "Variation could not be found.");
    }
    return variation;
  }

  private JsonArray tags(JsonObject config, JsonObject body) {
    List<JsonElement> tags = Json.elements(body, "tags");
    checkTags(state, Json.text(config, "$productId"), tags);
    return Json.array(tags.stream().distinct());
  }

  public static void checkTags(State state, String productId, List<JsonElement> tags) {
    for (JsonElement tag : tags) {
      if (state
          .table(EntityType.TAG)
          .find(tag.getAsString())
          .filter(row -> Json.text(row, "$productId").equals(productId))
          .isEmpty()) {
        throw Refusal.field("Tags", "There is no Tag " + tag + " in this Product.");
      }
    }
  }
}
