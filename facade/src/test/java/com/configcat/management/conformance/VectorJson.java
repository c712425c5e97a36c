package com.configcat.management.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Compares JSON as the vectors want it compared. */
final class VectorJson {
  private VectorJson() {}

  /** What a JSON Pointer names, or null. */
  static @Nullable JsonElement at(@Nullable JsonElement json, String pointer) {
    JsonElement found = json;
    for (String token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String name = token.replace("~1", "/").replace("~0", "~");
      if (found instanceof JsonArray array) {
        int index = Integer.parseInt(name);
        found = index < array.size() ? array.get(index) : null;
      } else {
        found = found instanceof JsonObject object ? object.get(name) : null;
      }
    }
    return found instanceof JsonNull ? null : found;
  }

  /** The same without the members of objects that are null. */
  static JsonElement withoutNulls(JsonElement json) {
    if (json instanceof JsonArray array) {
      JsonArray copy = new JsonArray();
      array.forEach(element -> copy.add(withoutNulls(element)));
      return copy;
    }
    if (json instanceof JsonObject object) {
      JsonObject copy = new JsonObject();
      object
          .asMap()
          .forEach(
              (name, value) -> {
                if (!value.isJsonNull()) {
                  copy.add(name, withoutNulls(value));
                }
              });
      return copy;
    }
    return json;
  }

  /** Checks the spelling of numbers, where the expectation says anything about it. */
  static void checkNumbers(JsonObject expectation, @Nullable JsonElement json) {
    if (!expectation.has("numbers")) {
      return;
    }
    expectation
        .getAsJsonObject("numbers")
        .asMap()
        .forEach(
            (pointer, spelling) ->
                assertThat(String.valueOf(at(json, pointer)))
                    .as("the number at %s", pointer)
                    .isEqualTo(spelling.getAsString()));
  }
}
