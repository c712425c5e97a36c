package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/** Makes what is served of change requests. */
public final class ChangeRequestViews {
  private static final List<String> NOT_IN_LISTS =
      List.of(
          "configId",
          "environmentId",
          "comments",
          "approvals",
          "activities",
          "changeRequestIssues");

  private final State state;
  private final FormulaSnapshots snapshots;

  public ChangeRequestViews(State state) {
    this.state = state;
    this.snapshots = new FormulaSnapshots(state);
  }

  public JsonObject whole(JsonObject request) {
    JsonObject view = Views.open(request);
    view.add(
        "settingValues",
        Json.array(proposals(request).stream().map(proposal -> settingValue(request, proposal))));
    return view;
  }

  public JsonObject listed(JsonObject request) {
    JsonObject view = Views.open(request);
    view.keySet().removeAll(NOT_IN_LISTS);
    List<JsonObject> proposals = proposals(request);
    view.add(
        "affectedSettingKeys",
        Json.array(
            proposals.stream()
                .map(proposal -> new JsonPrimitive(Json.text(setting(proposal), "key")))));
    view.addProperty("commentCount", Json.objects(request, "comments").size());
    view.addProperty(
        "conflictCount",
        proposals.stream().filter(proposal -> hasConflict(request, proposal)).count());
    return view;
  }

  public static List<JsonObject> proposals(JsonObject request) {
    return Json.objects(request, "$proposals");
  }

  public static boolean isOpen(JsonObject request) {
    return Json.text(request, "changeRequestStatus").equals("open");
  }

  /** Whether the value has another version by now than the proposal builds on. */
  public boolean hasConflict(JsonObject request, JsonObject proposal) {
    return isOpen(request)
        && !value(request, proposal).get("$lastVersionId").equals(proposal.get("baseVersionId"));
  }

  /** The row of the value that a proposal is about. */
  public JsonObject value(JsonObject request, JsonObject proposal) {
    return state
        .table(EntityType.VALUE)
        .get(
            State.valueId(Json.text(request, "environmentId"), Json.number(proposal, "settingId")));
  }

  private JsonObject setting(JsonObject proposal) {
    return state.table(EntityType.SETTING).get(Json.text(proposal, "settingId"));
  }

  private JsonObject settingValue(JsonObject request, JsonObject proposal) {
    JsonObject setting = setting(proposal);
    return Json.object(
        "settingId", setting.get("settingId"),
        "settingKey", setting.get("key"),
        "settingName", setting.get("name"),
        "settingHint", setting.get("hint"),
        "settingType", setting.get("settingType"),
        "isJson", setting.get("isJson"),
        "hasConflict", hasConflict(request, proposal),
        "originalEvaluationFormula", snapshots.of(proposal.getAsJsonObject("original")),
        "proposedEvaluationFormula", snapshots.of(proposal.getAsJsonObject("proposed")));
  }
}
