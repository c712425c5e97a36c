package com.configcat.management.flag;

import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ServedJson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says whether what is served is what was to be served, though the service may spell it another
 * way: null for what was left out, 10.0 for 10, a value beside the variation that stands for it.
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
        // Of the members of a V2 value one is sent, and more may be served.
        ? ServedJson.MEMBERS.contains(name) || JsonValues.isNothing(served)
        : isServed(wanted, served);
  }
}
