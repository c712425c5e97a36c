package com.configcat.management.fake.internal.page;

import static com.configcat.management.fake.internal.page.OverviewReader.text;

import com.configcat.management.fake.internal.page.Overview.Environment;
import com.configcat.management.fake.internal.page.Overview.Flag;
import com.configcat.management.fake.internal.page.Overview.Served;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies flags and what they serve. */
final class FlagReader {
  /** A text flag may hold 65,536 characters. */
  private static final int VALUE_LENGTH = 80;

  private final State state;

  FlagReader(State state) {
    this.state = state;
  }

  Flag flag(JsonObject row, List<Environment> environments) {
    String id = text(row, "settingId");
    return new Flag(
        id,
        text(row, "key"),
        text(row, "name"),
        text(row, "settingType"),
        environments.stream()
            .map(environment -> served(row, environment.id() + "/" + id))
            .toList());
  }

  private Served served(JsonObject flag, String valueId) {
    return state
        .table(EntityType.VALUE)
        .find(valueId)
        .map(value -> new Served(cut(value(flag, value)), rules(value)))
        .orElse(new Served("", ""));
  }

  private static String value(JsonObject flag, JsonObject value) {
    if (!(value.get("defaultValue") instanceof JsonObject model)) {
      return json(value.get("value"));
    }
    String variation = text(model, "predefinedVariationId");
    for (JsonElement each : elements(flag, "predefinedVariations")) {
      if (each instanceof JsonObject known
          && !variation.isEmpty()
          && text(known, "predefinedVariationId").equals(variation)) {
        String plain = plain(known.get("value"));
        String name = text(known, "name");
        return name.isEmpty() ? plain : name + ": " + plain;
      }
    }
    return plain(model);
  }

  /** The one value that a model of four types has. */
  private static String plain(@Nullable JsonElement model) {
    if (model instanceof JsonObject object) {
      for (String type : List.of("boolValue", "stringValue", "intValue", "doubleValue")) {
        if (Json.has(object, type)) {
          return json(object.get(type));
        }
      }
    }
    return json(model);
  }

  private static String json(@Nullable JsonElement value) {
    return value == null ? "" : Json.write(value);
  }

  private static String rules(JsonObject value) {
    List<JsonElement> rules = new ArrayList<>(elements(value, "targetingRules"));
    rules.addAll(elements(value, "rolloutRules"));
    boolean percentages =
        !elements(value, "rolloutPercentageItems").isEmpty()
            || rules.stream()
                .anyMatch(
                    rule ->
                        rule instanceof JsonObject object
                            && !elements(object, "percentageOptions").isEmpty());
    List<String> parts = new ArrayList<>();
    if (!rules.isEmpty()) {
      parts.add(rules.size() == 1 ? "1 rule" : rules.size() + " rules");
    }
    if (percentages) {
      parts.add("percentages");
    }
    return String.join(", ", parts);
  }

  private static List<JsonElement> elements(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array ? array.asList() : List.of();
  }

  private static String cut(String text) {
    return text.length() <= VALUE_LENGTH ? text : text.substring(0, VALUE_LENGTH - 1) + "…";
  }
}
