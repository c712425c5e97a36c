package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.References;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.ServiceLimits;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.ValueTypes;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the service refuses in a V2 value. */
final class TargetingRules implements ValueRules {
  private static final String FIELD = "TargetingRules";

  private final State state;

  TargetingRules(State state) {
    this.state = state;
  }

  @Override
  public void check(JsonObject config, JsonObject setting, JsonObject content) {
    ValueTypes.checkServed(setting, content.getAsJsonObject("defaultValue"), "DefaultValue");
    List<JsonObject> rules = Json.objects(content, "targetingRules");
    limit(rules, ServiceLimits.TARGETING_RULES, "rules");
    for (int i = 0; i < rules.size(); i++) {
      JsonObject rule = rules.get(i);
      List<JsonObject> conditions = Json.objects(rule, "conditions");
      limit(conditions, ServiceLimits.CONDITIONS, "conditions");
      if (conditions.isEmpty() && i < rules.size() - 1) {
        throw Refusal.field(FIELD, "Only the last rule can be without conditions.");
      }
      conditions.forEach(condition -> condition(config, setting, condition));
      outcome(setting, rule);
    }
  }

  private static void limit(List<JsonObject> list, int most, String of) {
    if (list.size() > most) {
      throw Refusal.field(FIELD, "There are more than " + most + " " + of + ".");
    }
  }

  private static void outcome(JsonObject setting, JsonObject rule) {
    List<JsonObject> options = Json.objects(rule, "percentageOptions");
    if (Json.has(rule, "value") != options.isEmpty()) {
      throw Refusal.field(FIELD, "A rule serves a value or percentage options.");
    }
    if (options.isEmpty()) {
      ValueTypes.checkServed(setting, rule.getAsJsonObject("value"), "Value");
      return;
    }
    limit(options, ServiceLimits.PERCENTAGE_OPTIONS, "percentage options");
    int sum = 0;
    for (JsonObject option : options) {
      ValueTypes.checkServed(setting, option.getAsJsonObject("value"), "Value");
      sum += RolloutRules.percentage(option, FIELD);
    }
    if (sum != 100) {
      throw Refusal.field(FIELD, "The percentages have to add up to 100.");
    }
  }

  private void condition(JsonObject config, JsonObject setting, JsonObject condition) {
    int kinds = 0;
    if (Json.has(condition, "userCondition")) {
      kinds++;
      Comparisons.check(condition.getAsJsonObject("userCondition"));
    }
    if (Json.has(condition, "segmentCondition")) {
      kinds++;
      JsonObject segment = condition.getAsJsonObject("segmentCondition");
      checkSegment(state, config, Json.text(segment, "segmentId"), "SegmentCondition");
    }
    if (Json.has(condition, "prerequisiteFlagCondition")) {
      kinds++;
      prerequisite(setting, condition.getAsJsonObject("prerequisiteFlagCondition"));
    }
    if (kinds != 1) {
      throw Refusal.field(FIELD, "A condition is of one kind.");
    }
  }

  static void checkSegment(State state, JsonObject config, String id, String field) {
    if (state
        .table(EntityType.SEGMENT)
        .find(id)
        .filter(row -> Json.text(row, "$productId").equals(Json.text(config, "$productId")))
        .isEmpty()) {
      throw Refusal.field(field, "Segment not found.");
    }
  }

  private void prerequisite(JsonObject setting, JsonObject condition) {
    String id = Json.text(condition, "prerequisiteSettingId");
    JsonObject other =
        state
            .table(EntityType.SETTING)
            .find(id)
            .filter(row -> Json.text(row, "configId").equals(Json.text(setting, "configId")))
            .orElseThrow(
                () -> Refusal.field(FIELD, "There is no Setting " + id + " in this Config."));
    String field = FIELD + ".PrerequisiteComparisonValue";
    ValueTypes.checkServed(other, condition.getAsJsonObject("prerequisiteComparisonValue"), field);
    if (leadsTo(id, Json.text(setting, "settingId"))) {
      throw Refusal.because(
          "Circular dependency detected. "
              + Json.text(other, "key")
              + " ➔ "
              + Json.text(setting, "key"));
    }
  }

  /** Whether a Setting is another one or asks for it, directly or not, in whatever Environment. */
  boolean leadsTo(String start, String goal) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      String id = open.remove();
      if (id.equals(goal)) {
        return true;
      }
      if (seen.add(id)) {
        state
            .table(EntityType.VALUE)
            .where("$settingId", id)
            .forEach(value -> References.collect(value, "prerequisiteSettingId", open));
      }
    }
    return false;
  }
}
