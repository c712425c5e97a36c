package com.configcat.management.internal.json;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes the changes that turn one JSON object into another. A list of which so many elements
 * differ that the changes would be larger than the list is replaced.
 */
public final class JsonDiff {
  /** The number of changes in a list from which it may be replaced. */
  private static final int MANY = 100;

  /** The size of a change in a patch, apart from path and value. */
  private static final long FRAME = 40;

  private final List<JsonChange> changes = new ArrayList<>();
  private final boolean replacesLists;

  private JsonDiff(boolean replacesLists) {
    this.replacesLists = replacesLists;
  }

  public static List<JsonChange> between(JsonObject before, JsonObject after) {
    return between(before, after, true);
  }

  private static List<JsonChange> between(
      JsonObject before, JsonObject after, boolean replacesLists) {
    JsonDiff diff = new JsonDiff(replacesLists);
    diff.object("", "", before, after);
    return List.copyOf(diff.changes);
  }

  public static List<JsonPatchOperation> patch(JsonObject before, JsonObject after) {
    return operations(between(before, after));
  }

  /** Never replaces a list, which would delete elements that somebody else appends. */
  public static List<JsonPatchOperation> patchKeepingLists(JsonObject before, JsonObject after) {
    return operations(between(before, after, false));
  }

  private static List<JsonPatchOperation> operations(List<JsonChange> changes) {
    return changes.stream().map(JsonChange::operation).toList();
  }

  private void object(String path, String shown, JsonObject before, JsonObject after) {
    Set<String> names = JsonValues.names(before, after);
    for (String name : names) {
      member(
          path + "/" + name.replace("~", "~0").replace("/", "~1"),
          shown.isEmpty() ? name : shown + "." + name,
          before.get(name),
          after.get(name));
    }
  }

  private void member(
      String path, String shown, @Nullable JsonElement before, @Nullable JsonElement after) {
    if (JsonValues.same(before, after)) {
      return;
    }
    if (before instanceof JsonObject was && after instanceof JsonObject is) {
      object(path, shown, was, is);
    } else if (before instanceof JsonArray was && after instanceof JsonArray is) {
      array(path, shown, was, is);
    } else {
      changes.add(new JsonChange(path, shown, before, after));
    }
  }

  private void array(String path, String shown, JsonArray before, JsonArray after) {
    int first = changes.size();
    elements(path, shown, before, after);
    List<JsonChange> own = changes.subList(first, changes.size());
    if (replacesLists && own.size() > MANY && size(own) > after.toString().length()) {
      own.clear();
      changes.add(new JsonChange(path, shown, before, after));
    }
  }

  private static long size(List<JsonChange> changes) {
    return changes.stream().mapToLong(JsonDiff::size).sum();
  }

  private static long size(JsonChange change) {
    @Nullable JsonElement value = change.after();
    return FRAME + change.path().length() + (value == null ? 0 : value.toString().length());
  }

  private void elements(String path, String shown, JsonArray before, JsonArray after) {
    int index = 0;
    for (JsonAlignment.Step step : JsonAlignment.of(before, after)) {
      String place = path + "/" + index;
      if (step.went()) {
        String name = shown + "[" + step.before() + "]";
        changes.add(new JsonChange(place, name, before.get(step.before()), null));
        continue;
      }
      String name = shown + "[" + step.after() + "]";
      if (step.came()) {
        changes.add(new JsonChange(place, name, null, after.get(step.after())));
      } else {
        member(place, name, before.get(step.before()), after.get(step.after()));
      }
      index++;
    }
  }
}
