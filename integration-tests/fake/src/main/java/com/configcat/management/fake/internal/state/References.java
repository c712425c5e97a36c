package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds where values refer to Segments and to other Settings. */
public final class References {
  private References() {}

  /** The values with a rule that names a Segment. */
  static List<JsonObject> toSegment(State state, String segmentId) {
    return values(state, "segmentId", segmentId);
  }

  /** The values with a rule that has a Setting as its prerequisite. */
  static List<JsonObject> toSetting(State state, int settingId) {
    return values(state, "prerequisiteSettingId", Integer.toString(settingId));
  }

  /** By id of a Setting, the Settings that have it as a prerequisite somewhere. */
  static Map<String, Set<Integer>> prerequisites(State state) {
    Map<String, Set<Integer>> prerequisites = new HashMap<>();
    for (JsonObject value : state.table(EntityType.VALUE).all()) {
      List<String> asked = new ArrayList<>();
      collect(value, "prerequisiteSettingId", asked);
      for (String id : asked) {
        prerequisites
            .computeIfAbsent(id, absent -> new TreeSet<>())
            .add(Json.number(value, "$settingId"));
      }
    }
    return prerequisites;
  }

  private static List<JsonObject> values(State state, String name, String id) {
    return state.table(EntityType.VALUE).where(row -> names(row, name, id));
  }

  /** Whether some object in there has a member of this name and value. */
  public static boolean names(JsonElement element, String name, String id) {
    if (element instanceof JsonArray array) {
      return array.asList().stream().anyMatch(each -> names(each, name, id));
    }
    if (element instanceof JsonObject object) {
      return id.equals(object.has(name) ? Json.textOrNull(object, name) : null)
          || object.asMap().values().stream().anyMatch(each -> names(each, name, id));
    }
    return false;
  }

  /** Adds all values that a member of this name has, however deep. */
  public static void collect(JsonElement element, String name, Collection<String> values) {
    if (element instanceof JsonArray array) {
      array.forEach(each -> collect(each, name, values));
    } else if (element instanceof JsonObject object) {
      if (Json.has(object, name)) {
        values.add(Json.text(object, name));
      }
      object.asMap().values().forEach(each -> collect(each, name, values));
    }
  }
}
