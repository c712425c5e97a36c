package com.configcat.management.internal.ensure;

import com.configcat.management.internal.core.JsonContents;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The properties of a resource that this client knows.
 *
 * @param readable the properties of the read model
 * @param writable the properties of the update model
 */
record ModelProperties(Set<String> readable, Set<String> writable) {
  ModelProperties(Class<?> readModel, Class<?> updateModel) {
    this(names(readModel), names(updateModel));
  }

  private static Set<String> names(Class<?> model) {
    return Arrays.stream(model.getDeclaredFields())
        .map(field -> field.getAnnotation(SerializedName.class))
        .filter(Objects::nonNull)
        .map(SerializedName::value)
        .collect(Collectors.toUnmodifiableSet());
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
