package com.configcat.management.bulk;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/**
 * Says whether what is served is what was to be served, though the service may spell it another
 * way: null for what was left out, 10.0 for 10, a value beside the variation that stands for it.
 */
final class ValueContent {
  /** The members of a V2 value, of which one is sent and more may be served. */
  private static final Set<String> TYPED =
      Set.of("boolValue", "stringValue", "intValue", "doubleValue", "predefinedVariationId");

  private ValueContent() {}

  static boolean isServed(JsonElement wanted, JsonElement served) {
    if (wanted instanceof JsonObject w && served instanceof JsonObject s) {
      return isServed(w, s);
    }
    if (wanted instanceof JsonArray w && served instanceof JsonArray s) {
      if (w.size() != s.size()) {
        return false;
      }
      for (int i = 0; i < w.size(); i++) {
        if (!isServed(w.get(i), s.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (wanted instanceof JsonPrimitive w && served instanceof JsonPrimitive s) {
      return isServed(w, s);
    }
    return wanted.equals(served);
  }

  private static boolean isServed(JsonObject wanted, JsonObject served) {
    for (String name : wanted.keySet()) {
      if (!isNothing(wanted.get(name))
          && (!served.has(name) || !isServed(wanted.get(name), served.get(name)))) {
        return false;
      }
    }
    for (String name : served.keySet()) {
      boolean left = !wanted.has(name) || isNothing(wanted.get(name));
      if (left && !TYPED.contains(name) && !isNothing(served.get(name))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isServed(JsonPrimitive wanted, JsonPrimitive served) {
    if (wanted.isNumber() && served.isNumber()) {
      return wanted.getAsBigDecimal().compareTo(served.getAsBigDecimal()) == 0;
    }
    return wanted.equals(served);
  }

  private static boolean isNothing(JsonElement element) {
    return element.isJsonNull() || (element instanceof JsonArray array && array.isEmpty());
  }
}
