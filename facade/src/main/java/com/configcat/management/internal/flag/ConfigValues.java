package com.configcat.management.internal.flag;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonModels;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.internal.rest.SettingValueJsonApi;
import com.configcat.management.internal.rest.TaskResponses;
import com.configcat.management.model.ConfigSettingFormulaModel;
import com.configcat.management.model.ConfigSettingFormulasModel;
import com.configcat.management.operations.CallRunner;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads all values of a V2 Config in an Environment as JSON. */
public final class ConfigValues {
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
    JsonObject answer =
        TaskResponses.checked(READS, runner.run(raw.listV2(configId, environmentId)));
    List<ConfigSettingFormulaModel> models =
        JsonModels.decode(
                answer, ConfigSettingFormulasModel.class, new FailureContext(READS, 1, false))
            .getSettingFormulas();
    JsonArray values = answer.getAsJsonArray("settingFormulas");
    Map<Integer, ValueSnapshot> readings = new LinkedHashMap<>();
    for (int i = 0; i < models.size(); i++) {
      readings.put(
          models.get(i).getSetting().getSettingId(),
          new ValueSnapshot(ValueFormat.V2, values.get(i).getAsJsonObject()));
    }
    String name =
        answer.get("environment") instanceof JsonObject environment
                && environment.get("name") instanceof JsonPrimitive text
            ? text.getAsString()
            : environmentId.toString();
    return new Listing(name, ValueSnapshot.requiresReason(answer), readings);
  }

  GuardedValue value(UUID environmentId, int settingId) {
    return new GuardedValue(ValueEndpoint.v2(raw, runner, environmentId, settingId));
  }
}
