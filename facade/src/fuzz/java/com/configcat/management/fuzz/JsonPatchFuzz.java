package com.configcat.management.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.driver.FuzzedDataProviderImpl;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.configcat.management.internal.json.JsonDiff;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.Patched;
import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the two objects, the patch between them makes the one of the other. */
class JsonPatchFuzz {
  private static final int DEEPEST = 4;
  private static final List<String> NAMES =
      List.of("a", "b", "", "~", "/", "~1", "~0", "a/b", "0", "-", "value", "segmentId", "id");
  private static final List<String> NUMBERS =
      List.of("0", "-0", "1", "1.0", "10", "1e1", "0.1", "1e400", "1e9999999999");

  private static JsonElement element(FuzzedDataProvider data, int depth) {
    return switch (data.consumeInt(0, depth < DEEPEST ? 6 : 3)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(data.consumeBoolean());
      case 2 -> new JsonPrimitive(new LazilyParsedNumber(data.pickValue(NUMBERS)));
      case 3 -> new JsonPrimitive(data.consumeString(3));
      case 4 -> object(data, depth + 1);
      default -> array(data, depth + 1);
    };
  }

  private static JsonObject object(FuzzedDataProvider data, int depth) {
    JsonObject object = new JsonObject();
    for (int members = data.consumeInt(0, 5); members > 0; members--) {
      object.add(data.pickValue(NAMES), element(data, depth));
    }
    return object;
  }

  private static JsonArray array(FuzzedDataProvider data, int depth) {
    JsonArray array = new JsonArray();
    for (int elements = data.consumeInt(0, 6); elements > 0; elements--) {
      array.add(element(data, depth));
    }
    return array;
  }

  /** Changes a copy here and there, so that most of it stays. */
  private static JsonElement changed(FuzzedDataProvider data, JsonElement element, int depth) {
    if (data.consumeInt(0, 9) == 0) {
      return element(data, depth);
    }
    if (element instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (data.consumeInt(0, 9) > 0) {
                  copy.add(name, changed(data, value, depth + 1));
                }
              });
      if (data.consumeInt(0, 4) == 0) {
        copy.add(data.pickValue(NAMES), element(data, depth));
      }
      return copy;
    }
    if (element instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      for (JsonElement each : array) {
        int fate = data.consumeInt(0, 9);
        if (fate > 0) {
          copy.add(changed(data, each, depth + 1));
        }
        if (fate == 1) {
          copy.asList().add(data.consumeInt(0, copy.size()), element(data, depth));
        }
      }
      return copy;
    }
    return element;
  }

  @MethodSource("com.configcat.management.fuzz.Seeds#random")
  @FuzzTest
  void turnsOneIntoTheOther(byte[] bytes) {
    try (FuzzedDataProviderImpl data = FuzzedDataProviderImpl.withJavaData(bytes)) {
      check(data);
    }
  }

  private static void check(FuzzedDataProvider data) {
    JsonObject before = object(data, 0);
    JsonElement changed = changed(data, before, 0);
    JsonObject after = changed instanceof JsonObject object ? object : object(data, 0);
    check(before, after, JsonDiff.patch(before, after));
    check(before, after, JsonDiff.patchKeepingLists(before, after));
    if (!JsonDiff.patch(before, before.deepCopy()).isEmpty()) {
      throw new AssertionError("A patch from " + before + " to itself");
    }
  }

  private static void check(JsonObject before, JsonObject after, List<JsonPatchOperation> patch) {
    JsonObject patched = Patched.by(before, patch);
    if (!JsonValues.same(patched, after)) {
      throw new AssertionError(patch + " makes " + patched + " of " + before + ", not " + after);
    }
  }
}
