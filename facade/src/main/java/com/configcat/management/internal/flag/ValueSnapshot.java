package com.configcat.management.internal.flag;

import com.configcat.management.internal.json.ValueFormat;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * A value as it was read.
 *
 * @param format of its Config
 * @param json the service's answer as it came
 */
record ValueSnapshot(ValueFormat format, JsonObject json) {
  /** Returns what can be changed. */
  JsonObject content() {
    return format.content(json);
  }

  /** Returns the version that a write is for; null where values have none. */
  @Nullable String version() {
    return json.get("lastVersionId") instanceof JsonPrimitive version
        ? version.getAsString()
        : null;
  }

  /** Says whether the service will want a reason. */
  boolean reasonRequired() {
    return requiresReason(json);
  }

  /** Says whether an answer, its Environment or its Product requires a reason. */
  static boolean requiresReason(JsonObject json) {
    JsonObject environment = object(json, "environment");
    return isTrue(json.get("reasonRequired"))
        || isTrue(environment.get("reasonRequired"))
        || isTrue(object(environment, "product").get("reasonRequired"));
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : new JsonObject();
  }

  private static boolean isTrue(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive primitive
        && primitive.isBoolean()
        && primitive.getAsBoolean();
  }
}
