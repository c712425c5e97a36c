package com.configcat.management.internal.ensure;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.internal.core.JsonContents;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;

/**
 * The properties of a resource that this client knows.
 *
 * @param readable the properties of the read model
 * @param writable the properties of the update model
 */
record ModelProperties(Set<String> readable, Set<String> writable) {
  private static final Gson GSON = ManagementGson.create().newBuilder().serializeNulls().create();

  ModelProperties(Class<?> readModel, Class<?> updateModel) {
    this(names(readModel), names(updateModel));
  }

  private static Set<String> names(Class<?> model) {
    JsonElement empty = GSON.toJsonTree(GSON.fromJson("{}", model), model);
    return Set.copyOf(empty.getAsJsonObject().keySet());
  }

  /** Returns the body of a PUT that changes some properties and keeps the others. */
  JsonObject replacement(JsonObject whole, JsonObject changes) {
    JsonObject replacement = new JsonObject();
    JsonContents.members(whole)
        .forEach(
            (name, value) -> {
              // The PUT might clear a property that this client does not know: send it unchanged.
              if (writable.contains(name) || !readable.contains(name)) {
                replacement.add(name, value);
              }
            });
    JsonContents.members(changes).forEach(replacement::add);
    return replacement;
  }
}
