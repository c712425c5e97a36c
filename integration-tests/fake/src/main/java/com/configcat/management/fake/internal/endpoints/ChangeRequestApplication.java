package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestViews;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;
import java.util.Map;

/** Publishes what change requests propose. */
record ChangeRequestApplication(ChangeRequestBackend changeRequests) {
  /**
   * Writes the values, all or none.
   *
   * @param audit the type of the record, apart from those of the values
   * @throws Refusal if it is not approved, or something stands in the way
   */
  void apply(JsonObject row, Actor actor, String audit) {
    check(row);
    Backend backend = changeRequests.backend();
    ValueWriter writer = ValueWriter.v2(backend);
    String reason = Json.textOrNull(row, "reason");
    for (JsonObject proposal : ChangeRequestViews.proposals(row)) {
      writer.store(
          changeRequests.views().value(row, proposal),
          proposal.getAsJsonObject("proposed").deepCopy(),
          actor,
          reason);
    }
    end(row, "applied", actor);
    backend.auditTrail().add(audit, actor.email(), actor.name(), reason, row);
  }

  /** Marks a change request as applied or closed. */
  void end(JsonObject row, String status, Actor actor) {
    row.addProperty("changeRequestStatus", status);
    row.addProperty("needsAttention", false);
    row.addProperty(status + "At", changeRequests.backend().state().now().toString());
    row.addProperty(status + "ByUserEmail", actor.email());
    row.addProperty(status + "ByUserFullName", actor.name());
  }

  private void check(JsonObject row) {
    JsonObject environment = changeRequests.environment(row);
    if (Json.truth(environment, "approveRequired")
        && !Json.truth(row, "approved")
        && !Json.truth(row, "bypassApproval")) {
      throw Refusal.because("The change request is not approved.");
    }
    if (changeRequests.reasonMissing(environment, Json.textOrNull(row, "reason"))) {
      throw Refusal.field("Reason", "Reason required.");
    }
    Map<String, String> issues = new ChangeRequestIssues(changeRequests).present(row);
    String conflict = issues.get("settingConflict");
    if (conflict != null) {
      throw Refusal.status(409, conflict);
    }
    if (issues.containsKey("circularDependency")) {
      throw Refusal.because("Circular dependency detected.");
    }
    ValueRules rules = ValueWriter.v2(changeRequests.backend()).rules();
    for (JsonObject proposal : ChangeRequestViews.proposals(row)) {
      rules.check(
          changeRequests.config(row),
          changeRequests.backend().table(EntityType.SETTING).get(Json.text(proposal, "settingId")),
          proposal.getAsJsonObject("proposed"));
    }
  }
}
