package com.configcat.management.internal.ensure;

import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which properties of a resource a client knows.
 *
 * @param readable those that the service shows
 * @param writable those that can be changed once the resource is there
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

  /** What has to be sent where a resource is replaced, so that what is not to change stays. */
  JsonObject replacement(JsonObject whole, JsonObject changes) {
    JsonObject replacement = new JsonObject();
    whole
        .asMap()
        .forEach(
            (name, value) -> {
              // What nobody here knows may be part of what is replaced: sent back as it came.
              if (writable.contains(name) || !readable.contains(name)) {
                replacement.add(name, value);
              }
            });
    changes.asMap().forEach(replacement::add);
    return replacement;
  }
}
