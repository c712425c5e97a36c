package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestViews;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operations on change requests share: finding, history, answers. */
record ChangeRequestBackend(Backend backend) {
  ChangeRequestViews views() {
    return new ChangeRequestViews(backend.state());
  }

  JsonObject get(ValidatedRequest request) {
    return backend.table(EntityType.CHANGE_REQUEST).get(request.path("changeRequestId"));
  }

  /**
   * Returns the one that the path names.
   *
   * @throws Refusal if it is applied or closed
   */
  JsonObject open(ValidatedRequest request) {
    JsonObject row = get(request);
    if (!ChangeRequestViews.isOpen(row)) {
      throw Refusal.because(
          "The change request is " + Json.text(row, "changeRequestStatus") + " already.");
    }
    return row;
  }

  JsonObject environment(JsonObject row) {
    return backend.table(EntityType.ENVIRONMENT).get(Json.text(row, "environmentId"));
  }

  JsonObject config(JsonObject row) {
    return backend.table(EntityType.CONFIG).get(Json.text(row, "configId"));
  }

  boolean reasonMissing(JsonObject environment, @Nullable String reason) {
    return backend.valueViews().reasonRequired(environment) && (reason == null || reason.isBlank());
  }

  /** Records a change, looks for issues again, and returns the change request. */
  FakeResponse changed(ValidatedRequest request, String type, JsonObject row) {
    backend.auditTrail().write(request, type, row);
    new ChangeRequestIssues(this).detect(row);
    return FakeResponse.ok(views().whole(row));
  }

  void activity(JsonObject row, String type, Actor actor, String details, @Nullable String error) {
    row.getAsJsonArray("activities")
        .add(
            Json.object(
                "changeRequestActivityId",
                backend.state().newNumber(),
                "changeRequestActivityType",
                type,
                "date",
                backend.state().now().toString(),
                "userId",
                null,
                "userFullName",
                actor.name(),
                "userEmail",
                actor.email(),
                "details",
                details,
                "error",
                error));
  }

  /** Lets approvals no longer count, those of one person or of all. */
  boolean dismissApprovals(JsonObject row, @Nullable String email) {
    List<JsonObject> standing = standingApprovals(row, email);
    standing.forEach(
        approval -> approval.addProperty("dismissedAt", backend.state().now().toString()));
    row.addProperty("approved", !standingApprovals(row, null).isEmpty());
    return !standing.isEmpty();
  }

  List<JsonObject> standingApprovals(JsonObject row, @Nullable String email) {
    return Json.objects(row, "approvals").stream()
        .filter(approval -> !Json.has(approval, "dismissedAt"))
        .filter(approval -> email == null || email.equals(Json.text(approval, "userEmail")))
        .toList();
  }

  /** Takes a Setting that is about to be deleted out of the change requests that are open. */
  void dropSetting(ValidatedRequest request, String settingId) {
    for (JsonObject row :
        backend.table(EntityType.CHANGE_REQUEST).where(ChangeRequestViews::isOpen)) {
      if (Removal.proposal(row, settingId)) {
        dropped(request, row, settingId);
      }
    }
  }

  void dropped(ValidatedRequest request, JsonObject row, String settingId) {
    JsonObject setting = backend.table(EntityType.SETTING).get(settingId);
    activity(
        row,
        "settingDeletedFromChangeRequest",
        Actor.of(request.credential()),
        Json.text(setting, "key") + " was removed from the change request",
        null);
    backend.auditTrail().write(request, "changeRequestSettingDeleted", row);
    new ChangeRequestIssues(this).detect(row);
  }
}
