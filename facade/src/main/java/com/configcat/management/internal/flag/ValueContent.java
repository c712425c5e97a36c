package com.configcat.management.internal.flag;

import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ServedJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares a value to write with one that was read, ignoring differences in how the service
 * represents it: null for an omitted member, 10.0 for 10, a plain value in addition to its
 * predefined variation.
 */
final class ValueContent {
  private ValueContent() {}

  static boolean isServed(@Nullable JsonElement wanted, @Nullable JsonElement served) {
    if (wanted instanceof JsonObject w && served instanceof JsonObject s) {
      return JsonValues.names(w, s).stream()
          .allMatch(name -> isServed(name, w.get(name), s.get(name)));
    }
    if (wanted instanceof JsonArray w && served instanceof JsonArray s) {
      return JsonValues.pairwise(w, s, ValueContent::isServed);
    }
    if (wanted instanceof JsonPrimitive w && served instanceof JsonPrimitive s) {
      return JsonValues.samePlain(w, s);
    }
    return Objects.equals(wanted, served);
  }

  private static boolean isServed(
      String name, @Nullable JsonElement wanted, @Nullable JsonElement served) {
    return JsonValues.isNothing(wanted)
        // A write contains one of the members of a V2 value; a read may return several.
        ? ServedJson.MEMBERS.contains(name) || JsonValues.isNothing(served)
        : isServed(wanted, served);
  }
}
