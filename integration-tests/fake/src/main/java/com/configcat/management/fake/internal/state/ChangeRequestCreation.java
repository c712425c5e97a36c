package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Makes change requests, open, not approved, and without history. */
public record ChangeRequestCreation(State state) {
  /** Makes one that proposes what is there already. */
  public JsonObject make(
      String configId, String environmentId, String title, List<Integer> settings) {
    return make(
        state.table(EntityType.CONFIG).get(configId),
        environmentId,
        Json.object("title", title),
        settings.stream()
            .map(id -> state.table(EntityType.VALUE).get(State.valueId(environmentId, id)))
            .map(value -> proposal(value, Views.open(value)))
            .toList(),
        Credential.MAKER);
  }

  /**
   * Makes one from a body.
   *
   * @param proposals as {@link #proposal} makes them
   */
  public JsonObject make(
      JsonObject config,
      String environmentId,
      JsonObject body,
      List<JsonObject> proposals,
      Credential owner) {
    JsonObject request =
        Json.object(
            "changeRequestId", state.newNumber(),
            "$productId", config.get("$productId"),
            "$proposals", Json.array(proposals.stream()),
            "configId", config.get("configId"),
            "environmentId", environmentId,
            "changeRequestStatus", "open",
            "needsAttention", false,
            "title", body.get("title"),
            "reason", Json.textOrNull(body, "reason"),
            "createdAt", state.now().toString(),
            "creatorUserEmail", owner.email(),
            "creatorUserFullName", owner.user(),
            "creatorUserId", null,
            "approved", false,
            "bypassApproval", Json.truth(body, "bypassApproval"),
            "sendNotificationsToApprovers", Json.truth(body, "sendNotificationsToApprovers"),
            "applyAt", Json.textOrNull(body, "applyAt"));
    for (String end : List.of("applied", "closed")) {
      request.add(end + "At", Json.of(null));
      request.add(end + "ByUserId", Json.of(null));
      request.add(end + "ByUserEmail", Json.of(null));
      request.add(end + "ByUserFullName", Json.of(null));
    }
    for (String list : List.of("comments", "approvals", "activities", "changeRequestIssues")) {
      request.add(list, new JsonArray());
    }
    return state.table(EntityType.CHANGE_REQUEST).add(request);
  }

  /**
   * Makes a proposal, which builds on the value as it is now.
   *
   * @param value the row of the value
   * @param proposed what it is to become
   */
  public static JsonObject proposal(JsonObject value, JsonObject proposed) {
    return Json.object(
        "settingId", value.get("$settingId"),
        "baseVersionId", value.get("$lastVersionId"),
        "original", Views.open(value),
        "proposed", proposed);
  }
}
