package com.configcat.management.internal.flag;

import com.configcat.management.internal.core.JsonContents;
import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Adds operations that make a patch fail if a V1 value is not as read.
 *
 * <p>They test individual known members, since the service may return members that it does not
 * accept in a test. A rule that somebody else appends is detected if the list is empty before or
 * after the patch; otherwise it is not detected, but kept.
 */
final class PatchPreconditions {
  private static final Set<String> KNOWN =
      Set.of(
          "value",
          "comparisonAttribute",
          "comparator",
          "comparisonValue",
          "segmentComparator",
          "segmentId",
          "percentage");

  private final List<JsonPatchOperation> tests = new ArrayList<>();

  private PatchPreconditions() {}

  /**
   * Returns the patch with tests of the previous members before it, and of empty lists after it.
   */
  static List<JsonPatchOperation> around(
      JsonObject before, List<JsonPatchOperation> patch, JsonObject after) {
    PatchPreconditions tests = new PatchPreconditions();
    JsonContents.members(before).forEach((name, value) -> tests.add("/" + name, name, value));
    tests.tests.addAll(patch);
    JsonContents.members(after)
        .forEach(
            (name, value) -> {
              if (value instanceof JsonArray array && array.isEmpty()) {
                tests.add("/" + name, name, array);
              }
            });
    return List.copyOf(tests.tests);
  }

  private void add(String path, String name, JsonElement value) {
    if (value instanceof JsonArray array) {
      if (array.isEmpty()) {
        tests.add(JsonPatchOperation.test(path, array));
      }
      for (int i = 0; i < array.size(); i++) {
        add(path + "/" + i, name, array.get(i));
      }
    } else if (value instanceof JsonObject object) {
      JsonContents.members(object)
          .forEach((member, inner) -> add(path + "/" + member, member, inner));
    } else if (value.isJsonPrimitive() && KNOWN.contains(name)) {
      tests.add(JsonPatchOperation.test(path, value));
    }
  }
}
