package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Makes change requests, open, not approved, and without history. */
public record ChangeRequestCreation(State state) {
  public JsonObject make(
      String configId, String environmentId, String title, List<Integer> settings) {
    JsonObject config = state.table(EntityType.CONFIG).get(configId);
    JsonObject request =
        Json.object(
            "changeRequestId",
            state.newNumber(),
            "$productId",
            config.get("$productId"),
            "configId",
            configId,
            "environmentId",
            environmentId,
            "changeRequestStatus",
            "open",
            "needsAttention",
            false,
            "title",
            title,
            "reason",
            null,
            "createdAt",
            state.now().toString(),
            "creatorUserEmail",
            Credential.MAKER.email(),
            "creatorUserFullName",
            Credential.MAKER.user(),
            "creatorUserId",
            null,
            "approved",
            false,
            "bypassApproval",
            false,
            "sendNotificationsToApprovers",
            false,
            "applyAt",
            null);
    for (String end : List.of("applied", "closed")) {
      request.add(end + "At", Json.of(null));
      request.add(end + "ByUserId", Json.of(null));
      request.add(end + "ByUserEmail", Json.of(null));
      request.add(end + "ByUserFullName", Json.of(null));
    }
    for (String list : List.of("comments", "approvals", "activities", "changeRequestIssues")) {
      request.add(list, new JsonArray());
    }
    request.add(
        "settingValues",
        Json.array(settings.stream().map(setting -> proposal(environmentId, setting))));
    return state.table(EntityType.CHANGE_REQUEST).add(request);
  }

  private JsonObject proposal(String environmentId, int settingId) {
    JsonObject setting = state.table(EntityType.SETTING).get(Integer.toString(settingId));
    JsonObject value = state.table(EntityType.VALUE).get(State.valueId(environmentId, settingId));
    JsonObject formula =
        Json.object(
            "defaultValue",
            value.get("defaultValue"),
            "defaultValuePredefinedVariationName",
            null,
            "targetingRules",
            new JsonArray(),
            "percentageEvaluationAttribute",
            value.get("percentageEvaluationAttribute"));
    return Json.object(
        "settingId", settingId,
        "settingKey", setting.get("key"),
        "settingName", setting.get("name"),
        "settingHint", setting.get("hint"),
        "settingType", setting.get("settingType"),
        "isJson", setting.get("isJson"),
        "hasConflict", false,
        "originalEvaluationFormula", formula,
        "proposedEvaluationFormula", formula.deepCopy());
  }
}
