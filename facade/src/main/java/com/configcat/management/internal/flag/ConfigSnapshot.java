package com.configcat.management.internal.flag;

import com.configcat.management.internal.core.JsonContents;
import com.configcat.management.internal.json.ValueFormat;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values of a Config in an Environment at one point in time, as JSON.
 *
 * @param head what all values have in common: the Config, the Environment, the limits of the plan
 * @param newestVersion the version of the most recently written value, on which bulk writes are
 *     conditional; null for V1 values
 * @param values values by setting id, in the order of the Config
 */
record ConfigSnapshot(
    ValueFormat format,
    JsonObject head,
    @Nullable String newestVersion,
    Map<Integer, ValueSnapshot> values) {
  @Nullable ValueSnapshot get(int settingId) {
    return values.get(settingId);
  }

  /** Returns these values, one of which was read again. */
  ConfigSnapshot with(int settingId, ValueSnapshot value) {
    Map<Integer, ValueSnapshot> changed = new LinkedHashMap<>(values);
    changed.put(settingId, value);
    return new ConfigSnapshot(format, head, newestVersion, changed);
  }

  /** Returns a value with what all values have in common, as the service returns a single one. */
  ValueSnapshot whole(ValueSnapshot value) {
    JsonObject whole = new JsonObject();
    JsonContents.members(head).forEach(whole::add);
    JsonContents.members(value.json()).forEach(whole::add);
    return new ValueSnapshot(format, whole);
  }

  boolean requiresReason() {
    return ValueSnapshot.requiresReason(head);
  }

  /** Returns the name of the Environment; its id if the service returned no name. */
  String environment(UUID environmentId) {
    return head.get("environment") instanceof JsonObject environment
            && environment.get("name") instanceof JsonPrimitive name
        ? name.getAsString()
        : environmentId.toString();
  }
}
