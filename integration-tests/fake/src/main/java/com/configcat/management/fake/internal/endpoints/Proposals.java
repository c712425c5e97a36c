package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestCreation;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes proposals out of what requests send, checked as a V2 value is. */
record Proposals(Backend backend) {
  /**
   * Makes some.
   *
   * @param given each an {@code UpdateEvaluationFormulaWithLatestVersionModel}
   * @param forced whether an outdated {@code latestVersionId} does not matter
   * @throws Refusal if one is wrong, outdated, or for the same Setting as another
   */
  List<JsonObject> of(
      JsonObject config, String environmentId, List<JsonObject> given, boolean forced) {
    List<JsonObject> proposals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonObject each : given) {
      String settingId = String.valueOf(Json.textOrNull(each, "settingId"));
      if (!seen.add(settingId)) {
        throw Refusal.field("SettingId", "The Setting " + settingId + " is there twice.");
      }
      proposals.add(of(config, environmentId, settingId, each, forced));
    }
    return proposals;
  }

  private JsonObject of(
      JsonObject config, String environmentId, String settingId, JsonObject given, boolean forced) {
    JsonObject setting =
        backend
            .table(EntityType.SETTING)
            .find(settingId)
            .filter(row -> row.get("configId").equals(config.get("configId")))
            .orElseThrow(
                () -> Refusal.field("SettingId", "There is no Setting " + settingId + "."));
    JsonObject value =
        backend
            .table(EntityType.VALUE)
            .get(State.valueId(environmentId, Integer.parseInt(settingId)));
    String latest = Json.textOrNull(given, "latestVersionId");
    if (!forced && latest != null && !latest.equalsIgnoreCase(version(value))) {
      throw Refusal.status(409, "The value was changed meanwhile.");
    }
    JsonObject body = given.deepCopy();
    body.remove("settingId");
    body.remove("latestVersionId");
    ValueWriter writer = ValueWriter.v2(backend);
    JsonObject proposed = writer.shape().replaced(value, body);
    writer.rules().check(config, setting, proposed);
    return ChangeRequestCreation.proposal(value, proposed);
  }

  private static String version(JsonObject value) {
    return Json.text(value, "$lastVersionId");
  }

  /** Puts proposals into a change request, in place of those for the same Settings. */
  static void put(JsonObject row, List<JsonObject> proposals) {
    List<JsonObject> all = new ArrayList<>(Json.objects(row, "$proposals"));
    for (JsonObject proposal : proposals) {
      int index = 0;
      while (index < all.size()
          && !all.get(index).get("settingId").equals(proposal.get("settingId"))) {
        index++;
      }
      if (index < all.size()) {
        all.set(index, proposal);
      } else {
        all.add(proposal);
      }
    }
    row.add("$proposals", Json.array(all.stream()));
  }
}
