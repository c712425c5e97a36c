package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestViews;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.References;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what stands in the way of applying a change request, and notices when it is solved. */
record ChangeRequestIssues(ChangeRequestBackend changeRequests) {
  /** Adds issues that are new, marks those that are gone as fixed, and says whether any was. */
  boolean detect(JsonObject row) {
    if (!ChangeRequestViews.isOpen(row)) {
      return false;
    }
    boolean changed = false;
    Map<String, String> present = present(row);
    boolean before = Json.truth(row, "needsAttention");
    String now = changeRequests.backend().state().now().toString();
    for (JsonObject issue : Json.objects(row, "changeRequestIssues")) {
      if (!Json.has(issue, "issueFixedAt")
          && present.remove(Json.text(issue, "issueType")) == null) {
        issue.addProperty("issueFixedAt", now);
        changed = true;
      }
    }
    present.forEach((type, details) -> add(row, type, details, now));
    boolean after =
        Json.objects(row, "changeRequestIssues").stream()
            .anyMatch(issue -> !Json.has(issue, "issueFixedAt"));
    row.addProperty("needsAttention", after);
    if (!present.isEmpty()) {
      record("changeRequestNeedsAttention", row);
    } else if (before && !after) {
      record("changeRequestNeedsAttentionFixed", row);
    }
    return changed || !present.isEmpty();
  }

  private void add(JsonObject row, String type, String details, String now) {
    row.getAsJsonArray("changeRequestIssues")
        .add(
            Json.object(
                "changeRequestIssueId", changeRequests.backend().state().newNumber(),
                "issueType", type,
                "issueDetails", details,
                "issueDetectedAt", now,
                "issueFixedAt", null));
  }

  private void record(String type, JsonObject row) {
    changeRequests
        .backend()
        .auditTrail()
        .add(type, Actor.SERVICE.email(), Actor.SERVICE.name(), null, row);
  }

  /** The issues that there are now: what is wrong, by type. */
  Map<String, String> present(JsonObject row) {
    Map<String, String> issues = new LinkedHashMap<>();
    if (Json.truth(row, "$ownerLeft")) {
      issues.put("noOwner", "The change request has no owner");
    }
    if (changeRequests.reasonMissing(
        changeRequests.environment(row), Json.textOrNull(row, "reason"))) {
      issues.put("reasonRequired", "Reason required");
    }
    List<String> conflicts = conflicts(row);
    if (!conflicts.isEmpty()) {
      issues.put("settingConflict", String.join(", ", conflicts) + " was changed meanwhile");
    }
    if (isCircular(row)) {
      issues.put("circularDependency", "The prerequisites would lead in a circle");
    }
    return issues;
  }

  private List<String> conflicts(JsonObject row) {
    ChangeRequestViews views = changeRequests.views();
    return ChangeRequestViews.proposals(row).stream()
        .filter(proposal -> views.hasConflict(row, proposal))
        .map(proposal -> Json.text(setting(proposal), "key"))
        .toList();
  }

  private JsonObject setting(JsonObject proposal) {
    return changeRequests.backend().table(EntityType.SETTING).get(Json.text(proposal, "settingId"));
  }

  /** Rehearses the change in a copy of the state, and only if it has prerequisites at all. */
  private boolean isCircular(JsonObject row) {
    Map<String, List<String>> prerequisites = new LinkedHashMap<>();
    for (JsonObject proposal : ChangeRequestViews.proposals(row)) {
      List<String> ids = new ArrayList<>();
      References.collect(proposal.get("proposed"), "prerequisiteSettingId", ids);
      if (!ids.isEmpty()) {
        prerequisites.put(Json.text(proposal, "settingId"), ids);
      }
    }
    if (prerequisites.isEmpty()) {
      return false;
    }
    State rehearsal = new State(null);
    rehearsal.restore(changeRequests.backend().state().snapshot());
    ChangeRequestViews views = new ChangeRequestViews(rehearsal);
    for (JsonObject proposal : ChangeRequestViews.proposals(row)) {
      JsonElement rules = proposal.getAsJsonObject("proposed").get("targetingRules");
      views.value(row, proposal).add("targetingRules", rules);
    }
    TargetingRules rules = new TargetingRules(rehearsal);
    return prerequisites.entrySet().stream()
        .anyMatch(
            entry -> entry.getValue().stream().anyMatch(id -> rules.leadsTo(id, entry.getKey())));
  }
}
