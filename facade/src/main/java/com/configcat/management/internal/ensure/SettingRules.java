package com.configcat.management.internal.ensure;

import com.configcat.management.internal.core.JsonContents;
import com.configcat.management.internal.core.ValueLimits;
import com.configcat.management.internal.json.JsonValues;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the body of a request that creates a feature flag or setting. */
final class SettingRules {
  private static final Pattern KEY = Pattern.compile("[a-zA-Z]+[a-zA-Z0-9_-]*");

  private SettingRules() {}

  static void check(JsonObject body) {
    if (body.get("key") instanceof JsonPrimitive key && !KEY.matcher(key.getAsString()).matches()) {
      throw new IllegalArgumentException(
          "The key '"
              + Finder.shown(key.getAsString())
              + "' is no key of a Feature Flag or Setting: give a letter followed by letters,"
              + " digits, _ and -");
    }
    List<JsonElement> values = members(body, "predefinedVariations", "value");
    unique(values, "value");
    unique(members(body, "predefinedVariations", "name"), "name");
    values.forEach(SettingRules::checkText);
    members(body, "initialValues", "value").forEach(SettingRules::checkText);
  }

  private static List<JsonElement> members(JsonObject body, String list, String name) {
    return body.get(list) instanceof JsonArray array
        ? JsonContents.elements(array).stream()
            .map(element -> element.getAsJsonObject().get(name))
            .filter(member -> !JsonValues.isNothing(member))
            .toList()
        : List.of();
  }

  private static void unique(List<JsonElement> members, String name) {
    List<JsonElement> seen = new ArrayList<>();
    for (JsonElement member : members) {
      if (seen.stream().anyMatch(other -> JsonValues.same(other, member))) {
        throw new IllegalArgumentException(
            "Two predefined variations have the "
                + name
                + " "
                + Finder.shown(member.toString())
                + ": give each its own");
      }
      seen.add(member);
    }
  }

  /** Checks a value: plain, or an object with a member for each type. */
  private static void checkText(JsonElement value) {
    if (value instanceof JsonObject object) {
      JsonContents.members(object).values().forEach(SettingRules::checkText);
    } else if (value instanceof JsonPrimitive text && text.isString()) {
      String unused = ValueLimits.served(text.getAsString());
    }
  }
}
