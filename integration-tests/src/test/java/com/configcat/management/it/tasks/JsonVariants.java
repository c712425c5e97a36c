package com.configcat.management.it.tasks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Copies of an answer, each with one member that is null, missing, of another type, or empty. */
final class JsonVariants {
  /** A copy, and the member that was changed in it. */
  record Variant(String path, String member, JsonElement original, String change, String json) {
    @Override
    public String toString() {
      return path + " is " + change;
    }
  }

  /** Repeated within what they contain: changed as a whole, but not member by member. */
  private static final Set<String> PARENTS =
      Set.of(
          "product", "organization", "environment", "featureFlagLimitations", "integrationLinks");

  private final JsonElement whole;
  private final List<Variant> variants = new ArrayList<>();

  private JsonVariants(JsonElement whole) {
    this.whole = whole;
  }

  static List<Variant> of(JsonElement answer) {
    JsonVariants all = new JsonVariants(answer);
    others(answer)
        .forEach(
            other ->
                all.variants.add(
                    new Variant("$", "$", answer, other.toString(), other.toString())));
    all.vary(answer, "$");
    return all.variants;
  }

  private void vary(JsonElement part, String path) {
    if (part instanceof JsonObject object) {
      for (String name : List.copyOf(object.keySet())) {
        JsonElement value = object.get(name);
        if (!PARENTS.contains(name)) {
          vary(value, path + "." + name);
        }
        change(path + "." + name, name, value, other -> object.add(name, other));
        object.remove(name);
        add(path + "." + name, name, value, "missing");
        object.add(name, value);
      }
    } else if (part instanceof JsonArray array && !array.isEmpty()) {
      JsonElement value = array.get(0);
      vary(value, path + "[0]");
      change(path + "[0]", "[0]", value, other -> array.set(0, other));
    }
  }

  private void change(String path, String member, JsonElement value, Consumer<JsonElement> set) {
    for (JsonElement other : others(value)) {
      set.accept(other);
      add(path, member, value, other.toString());
    }
    set.accept(value);
  }

  private void add(String path, String member, JsonElement original, String change) {
    variants.add(new Variant(path, member, original, change, whole.toString()));
  }

  private static List<JsonElement> others(JsonElement value) {
    if (value instanceof JsonObject) {
      return List.of(JsonNull.INSTANCE, new JsonObject(), new JsonArray());
    }
    if (value instanceof JsonArray) {
      return List.of(JsonNull.INSTANCE, new JsonArray(), new JsonObject());
    }
    if (value instanceof JsonPrimitive text && text.isString()) {
      return List.of(JsonNull.INSTANCE, new JsonPrimitive(""), new JsonObject());
    }
    return List.of(JsonNull.INSTANCE, new JsonPrimitive("other"));
  }
}
