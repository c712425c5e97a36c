package com.configcat.management.internal.flag;

import com.configcat.management.internal.json.ValueFormat;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** A value as read, in JSON. */
record ValueSnapshot(ValueFormat format, JsonObject json) {
  /** Returns the writable members. */
  JsonObject content() {
    return format.content(json);
  }

  /** Returns the version for conditional writes; null for V1 values. */
  @Nullable String version() {
    return json.get("lastVersionId") instanceof JsonPrimitive version
        ? version.getAsString()
        : null;
  }

  boolean reasonRequired() {
    return requiresReason(json);
  }

  /** Returns whether the response, its Environment or its Product requires a reason. */
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
