package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.ServiceLimits;
import com.google.gson.JsonObject;
import java.util.List;

/** Knows what each comparator of a user condition is compared with. */
final class Comparisons {
  private static final String FIELD = "TargetingRules.Conditions.ComparisonValue";
  private static final List<String> MEMBERS = List.of("stringValue", "doubleValue", "listValue");

  private Comparisons() {}

  /**
   * Checks that a condition has the value that its comparator takes, and no other.
   *
   * @throws Refusal if it has not
   */
  static void check(JsonObject condition) {
    String comparator = Json.text(condition, "comparator");
    JsonObject value = condition.getAsJsonObject("comparisonValue");
    String member = member(comparator);
    for (String each : MEMBERS) {
      if (Json.has(value, each) != each.equals(member)) {
        throw Refusal.field(FIELD, "The comparator " + comparator + " takes a " + member + ".");
      }
    }
    if (member.equals("stringValue")) {
      checkText(Json.text(value, member), FIELD);
    }
    if (member.equals("listValue")) {
      List<JsonObject> items = Json.objects(value, member);
      if (items.isEmpty()) {
        throw Refusal.field(FIELD, "The list is empty.");
      }
      limit(items.size(), ServiceLimits.COMPARISON_LIST, FIELD);
      items.forEach(
          item ->
              limit(Json.text(item, "value").length(), ServiceLimits.COMPARISON_LIST_ITEM, FIELD));
    }
  }

  /**
   * Checks the length of a text to compare with.
   *
   * @throws Refusal if it is too long
   */
  static void checkText(String text, String field) {
    limit(text.length(), ServiceLimits.COMPARISON_VALUE, field);
  }

  private static void limit(int size, int most, String field) {
    if (size > most) {
      throw Refusal.field(field, "The comparison value is longer than " + most + ".");
    }
  }

  private static String member(String comparator) {
    if (comparator.endsWith("OneOf") || comparator.endsWith("AnyOf")) {
      return "listValue";
    }
    return comparator.startsWith("number") || comparator.startsWith("dateTime")
        ? "doubleValue"
        : "stringValue";
  }
}
