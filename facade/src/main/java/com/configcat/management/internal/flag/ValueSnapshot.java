package com.configcat.management.internal.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.internal.json.JsonValues;
import com.configcat.management.internal.json.ValueFormat;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value as read, in JSON. */
record ValueSnapshot(ValueFormat format, JsonObject json) {
  private static final Gson GSON = ManagementGson.create();

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

  /** Returns the time of the last write; null if there was none. */
  @Nullable Instant updatedAt() {
    @Nullable OffsetDateTime time = GSON.fromJson(json.get("updatedAt"), OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Returns the setting's key; empty if the service sent none. */
  String key() {
    return setting("key");
  }

  /** Returns the setting's name; empty if the service sent none. */
  String name() {
    return setting("name");
  }

  private String setting(String member) {
    return object(json, "setting").get(member) instanceof JsonPrimitive text
        ? text.getAsString()
        : "";
  }

  /**
   * Returns whether nobody wrote the value between two reads. Ignores versions, which a service
   * might count per Environment.
   */
  boolean isSameAs(ValueSnapshot other) {
    return JsonValues.same(content(), other.content())
        && Objects.equals(updatedAt(), other.updatedAt());
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
