package com.configcat.management.internal.flag;

import com.configcat.management.core.Operation;
import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.operations.CallRunner;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads all values of a V2 Config in an Environment as JSON. */
public final class ConfigValues {
  private static final String LIST = "settingFormulas";
  private static final Operation READS =
      new Operation("GET", "/v2/configs/{configId}/environments/{environmentId}/values");

  private final SettingValueJsonApi raw;
  private final CallRunner runner;

  public ConfigValues(SettingValueJsonApi raw, CallRunner runner) {
    this.raw = raw;
    this.runner = runner;
  }

  /**
   * The values of a Config.
   *
   * @param environment the name of the Environment; its id if the service returns no name
   * @param reasonRequired whether a write requires a reason
   * @param readings values by setting id, in the order of the Config
   */
  record Listing(
      String environment, boolean reasonRequired, Map<Integer, ValueSnapshot> readings) {}

  Listing list(UUID configId, UUID environmentId) {
    JsonObject answer = runner.run(raw.listV2(configId, environmentId));
    Map<Integer, ValueSnapshot> readings = new LinkedHashMap<>();
    if (!(answer.get(LIST) instanceof JsonArray values)) {
      throw notAsPromised("$." + LIST);
    }
    for (int i = 0; i < values.size(); i++) {
      String path = "$." + LIST + "[" + i + "]";
      JsonObject value = object(values.get(i), path);
      JsonObject setting = object(value.get("setting"), path + ".setting");
      if (!(setting.get("settingId") instanceof JsonPrimitive id) || !id.isNumber()) {
        throw notAsPromised(path + ".setting.settingId");
      }
      readings.put(id.getAsInt(), new ValueSnapshot(ValueFormat.V2, value));
    }
    JsonObject environment = object(answer.get("environment"), "$.environment");
    String name =
        environment.get("name") instanceof JsonPrimitive text
            ? text.getAsString()
            : environmentId.toString();
    return new Listing(name, ValueSnapshot.requiresReason(answer), readings);
  }

  GuardedValue value(UUID environmentId, int settingId) {
    return new GuardedValue(ValueEndpoint.v2(raw, runner, environmentId, settingId));
  }

  private JsonObject object(@Nullable JsonElement element, String path) {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw notAsPromised(path);
  }

  private DecodingException notAsPromised(String path) {
    return new DecodingException(
        READS + " answered with JSON that does not match the contract (at " + path + ")",
        path,
        null,
        new FailureContext(READS, 1, false));
  }
}
