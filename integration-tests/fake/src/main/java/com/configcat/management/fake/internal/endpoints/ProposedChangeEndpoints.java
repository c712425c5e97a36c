package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestViews;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Removal;
import com.configcat.management.fake.internal.state.ServiceLimits;
import com.google.gson.JsonObject;
import java.util.List;

/** Serves what change requests propose. */
final class ProposedChangeEndpoints implements Endpoints {
  private static final String ALL = "/v2/change-requests/{changeRequestId}/proposed-changes";
  private static final String ONE = ALL + "/{settingId}";

  private final Backend backend;
  private final ChangeRequestBackend changeRequests;

  ProposedChangeEndpoints(Backend backend) {
    this.backend = backend;
    this.changeRequests = new ChangeRequestBackend(backend);
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("PUT", ALL, this::update);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("POST", ONE + "/resolve-conflicts", this::resolve);
  }

  private FakeResponse list(ValidatedRequest request) {
    JsonObject row = changeRequests.get(request);
    String settingId = request.query("settingId");
    return FakeResponse.ok(
        Json.object(
            "featureFlagLimitations",
            ServiceLimits.served(),
            "proposedChanges",
            Json.array(
                ChangeRequestViews.proposals(row).stream()
                    .filter(each -> settingId == null || isOf(each, settingId))
                    .map(each -> view(row, each)))));
  }

  /** The value as published, but with what is proposed, and the version that this builds on. */
  private JsonObject view(JsonObject row, JsonObject proposal) {
    JsonObject value = changeRequests.views().value(row, proposal);
    JsonObject view = backend.valueViews().listed(value, changeRequests.config(row));
    proposal
        .getAsJsonObject("proposed")
        .asMap()
        .forEach((name, member) -> view.add(name, member.deepCopy()));
    view.add("lastVersionId", proposal.get("baseVersionId"));
    return view;
  }

  private static boolean isOf(JsonObject proposal, String settingId) {
    return Json.text(proposal, "settingId").equals(settingId);
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    JsonObject body = request.object();
    List<JsonObject> given = Json.objects(body, "proposedChanges");
    String only = request.query("settingId");
    for (JsonObject each : given) {
      if (only != null && !only.equals(Json.textOrNull(each, "settingId"))) {
        throw Refusal.field("SettingId", "The update is about the Setting " + only + ".");
      }
    }
    put(request, row, given, Json.truth(body, "forced"), "proposedChangesUpdated");
    return changeRequests.changed(request, "changeRequestSettingValuesUpdated", row);
  }

  private FakeResponse resolve(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    proposal(row, request.path("settingId"));
    JsonObject given = request.object().getAsJsonObject("proposedChange").deepCopy();
    String named = Json.textOrNull(given, "settingId");
    if (named != null && !named.equals(request.path("settingId"))) {
      throw Refusal.field("SettingId", "The path names another Setting.");
    }
    given.addProperty("settingId", request.settingId());
    put(request, row, List.of(given), false, "conflictsResolved");
    return changeRequests.changed(request, "changeRequestSettingValueRebased", row);
  }

  /** Stores proposals; whoever approved has approved something else. */
  private void put(
      ValidatedRequest request,
      JsonObject row,
      List<JsonObject> given,
      boolean forced,
      String activity) {
    Proposals.put(
        row,
        new Proposals(backend)
            .of(changeRequests.config(row), Json.text(row, "environmentId"), given, forced));
    changeRequests.activity(
        row, activity, Actor.of(request.credential()), "The proposed changes were updated", null);
    if (changeRequests.dismissApprovals(row, null)) {
      backend.auditTrail().write(request, "changeRequestApprovalDismissed", row);
    }
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    String settingId = request.path("settingId");
    proposal(row, settingId);
    Removal.proposal(row, settingId);
    changeRequests.dropped(request, row, settingId);
    return FakeResponse.ok(changeRequests.views().whole(row));
  }

  private static JsonObject proposal(JsonObject row, String settingId) {
    return ChangeRequestViews.proposals(row).stream()
        .filter(each -> isOf(each, settingId))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
