package com.configcat.management.internal.value;

import com.configcat.management.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.Failure;
import com.configcat.management.internal.raw.RawSettingValues;
import com.configcat.management.operations.CallRunner;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All values of a Config in an Environment, as JSON as it came. */
public final class ConfigValues {
  private final RawSettingValues raw;
  private final CallRunner runner;
  private final ValueFormat format;

  /**
   * Makes them.
   *
   * @param raw makes calls
   * @param runner runs them
   * @param format of the Config
   */
  public ConfigValues(RawSettingValues raw, CallRunner runner, ValueFormat format) {
    this.raw = raw;
    this.runner = runner;
    this.format = format;
  }

  /**
   * A value of each flag.
   *
   * @param environment the name of the Environment
   * @param reasonRequired whether a write has to say why
   * @param readings by the flag's id, in the order of the Config
   */
  record Listing(String environment, boolean reasonRequired, Map<Integer, Reading> readings) {}

  ValueFormat format() {
    return format;
  }

  Listing list(UUID configId, UUID environmentId) {
    boolean v1 = format == ValueFormat.V1;
    JsonObject answer =
        runner.run(v1 ? raw.listV1(configId, environmentId) : raw.listV2(configId, environmentId));
    Map<Integer, Reading> readings = new LinkedHashMap<>();
    if (!(answer.get(format.list()) instanceof JsonArray values)) {
      throw notAsPromised("$." + format.list());
    }
    for (int i = 0; i < values.size(); i++) {
      String path = "$." + format.list() + "[" + i + "]";
      JsonObject value = object(values.get(i), path);
      JsonObject setting = object(value.get("setting"), path + ".setting");
      if (!(setting.get("settingId") instanceof JsonPrimitive id) || !id.isNumber()) {
        throw notAsPromised(path + ".setting.settingId");
      }
      readings.put(id.getAsInt(), new Reading(format, value));
    }
    JsonObject environment = object(answer.get("environment"), "$.environment");
    String name =
        environment.get("name") instanceof JsonPrimitive text
            ? text.getAsString()
            : environmentId.toString();
    return new Listing(name, Reading.requiresReason(answer), readings);
  }

  GuardedValue value(UUID environmentId, int settingId) {
    return new GuardedValue(
        format == ValueFormat.V1
            ? ValuePlace.v1(raw, runner, environmentId, settingId)
            : ValuePlace.v2(raw, runner, environmentId, settingId));
  }

  private JsonObject object(@Nullable JsonElement element, String path) {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw notAsPromised(path);
  }

  private DecodingException notAsPromised(String path) {
    Operation operation =
        new Operation(
            "GET",
            (format == ValueFormat.V1 ? "/v1" : "/v2")
                + "/configs/{configId}/environments/{environmentId}/values");
    return new DecodingException(
        operation + " answered not what the contract says (at " + path + ")",
        path,
        null,
        new Failure(operation, 1, false));
  }
}
