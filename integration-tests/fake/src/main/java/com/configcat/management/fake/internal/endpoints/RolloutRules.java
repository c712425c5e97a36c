package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.ServiceLimits;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.ValueTypes;
import com.google.gson.JsonObject;
import java.util.List;

/** What the service refuses in a V1 value. */
final class RolloutRules implements ValueRules {
  private final State state;

  RolloutRules(State state) {
    this.state = state;
  }

  @Override
  public void check(JsonObject config, JsonObject setting, JsonObject content) {
    ValueTypes.check(setting, content.get("value"), "Value");
    List<JsonObject> rules = Json.objects(content, "rolloutRules");
    if (rules.size() > ServiceLimits.TARGETING_RULES) {
      throw Refusal.field("RolloutRules", "There are too many rules.");
    }
    rules.forEach(rule -> rule(config, setting, rule));
    int sum = 0;
    List<JsonObject> items = Json.objects(content, "rolloutPercentageItems");
    if (items.size() > ServiceLimits.PERCENTAGE_OPTIONS) {
      throw Refusal.field("RolloutPercentageItems", "There are too many items.");
    }
    for (JsonObject item : items) {
      ValueTypes.check(setting, item.get("value"), "RolloutPercentageItems.Value");
      sum += percentage(item, "RolloutPercentageItems");
    }
    if (!items.isEmpty() && sum != 100) {
      throw Refusal.field("RolloutPercentageItems", "The percentages have to add up to 100.");
    }
  }

  static int percentage(JsonObject item, String field) {
    int percentage = Json.number(item, "percentage");
    if (percentage < 0 || percentage > 100) {
      throw Refusal.field(field, "A percentage is a number from 0 to 100.");
    }
    return percentage;
  }

  private void rule(JsonObject config, JsonObject setting, JsonObject rule) {
    ValueTypes.check(setting, rule.get("value"), "RolloutRules.Value");
    boolean bySegment = Json.has(rule, "segmentId") || Json.has(rule, "segmentComparator");
    boolean byUser = Json.has(rule, "comparator") || Json.has(rule, "comparisonValue");
    if (bySegment == byUser) {
      throw Refusal.field("RolloutRules", "A rule compares an attribute or asks for a Segment.");
    }
    if (bySegment) {
      require(rule, "segmentId", "segmentComparator");
      TargetingRules.checkSegment(state, config, Json.text(rule, "segmentId"), "RolloutRules");
    } else {
      require(rule, "comparisonAttribute", "comparator", "comparisonValue");
      Comparisons.checkText(Json.text(rule, "comparisonValue"), "RolloutRules");
    }
  }

  private static void require(JsonObject rule, String... names) {
    for (String name : names) {
      if (!Json.has(rule, name)) {
        throw Refusal.field("RolloutRules", "The rule needs a " + name + ".");
      }
    }
  }
}
