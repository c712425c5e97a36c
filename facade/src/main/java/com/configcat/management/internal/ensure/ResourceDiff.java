package com.configcat.management.internal.ensure;

import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.JsonContents;
import com.configcat.management.internal.json.JsonValues;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares a resource with its desired state, which may contain only some properties. */
record ResourceDiff(ResourceEndpoint store, ModelProperties properties) {
  private static final String TAGS = "tags";

  /**
   * Returns the properties to change.
   *
   * @throws ImmutablePropertyException if one of them cannot be changed
   */
  JsonObject between(JsonObject wanted, JsonObject whole) {
    JsonObject changes = new JsonObject();
    JsonContents.members(wanted)
        .forEach(
            (name, value) -> {
              boolean same =
                  name.equals(TAGS)
                      ? tagIds(value).equals(tagIds(whole.get(name)))
                      : fulfilled(value, whole.get(name));
              if (!same && properties.writable().contains(name)) {
                changes.add(name, value);
              } else if (!same && whole.has(name)) {
                throw unchangeable(name, value, whole);
              }
              // Otherwise the property only applies to creation, such as initial values.
            });
    return changes;
  }

  /** Returns whether the list response contains all properties to compare. */
  boolean canCompare(JsonObject wanted, JsonObject listed) {
    return wanted.keySet().stream().filter(properties.writable()::contains).allMatch(listed::has);
  }

  /** Tags are read as objects and written as ids; their order is irrelevant. */
  private static Set<String> tagIds(@Nullable JsonElement tags) {
    return tags instanceof JsonArray array
        ? StreamSupport.stream(array.spliterator(), false)
            .map(tag -> tag instanceof JsonObject object ? object.get("tagId") : tag)
            .map(String::valueOf)
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  private static boolean fulfilled(JsonElement wanted, @Nullable JsonElement actual) {
    if (actual == null || actual.isJsonNull()) {
      return isNothing(wanted);
    }
    if (wanted instanceof JsonObject object) {
      return actual instanceof JsonObject other
          && object.entrySet().stream()
              .allMatch(member -> fulfilled(member.getValue(), other.get(member.getKey())));
    }
    if (wanted instanceof JsonArray array) {
      return actual instanceof JsonArray other
          && JsonValues.pairwise(array, other, ResourceDiff::fulfilled);
    }
    return wanted instanceof JsonPrimitive one
        && actual instanceof JsonPrimitive other
        && JsonValues.samePlain(one, other);
  }

  /** Also treats an empty string as absent, since a service may store it as null. */
  private static boolean isNothing(JsonElement wanted) {
    return JsonValues.isNothing(wanted)
        || (wanted instanceof JsonPrimitive text
            && text.isString()
            && text.getAsString().isEmpty());
  }

  private ImmutablePropertyException unchangeable(
      String property, JsonElement wanted, JsonObject whole) {
    String message =
        "%s '%s' (%s %s) has %s %s, but %s is wanted, and %s. Nothing was written"
            .formatted(
                store.kind().noun(),
                Finder.shown(String.valueOf(store.identity(whole))),
                store.kind().id(),
                store.id(whole),
                property,
                Finder.shown(String.valueOf(whole.get(property))),
                Finder.shown(wanted.toString()),
                property.equals("predefinedVariations")
                    ? "those are changed with replacePredefinedVariations"
                    : "that cannot be changed after it is created");
    return new ImmutablePropertyException(
        message, new FailureContext(store.kind().list(), 1, false), property);
  }
}
