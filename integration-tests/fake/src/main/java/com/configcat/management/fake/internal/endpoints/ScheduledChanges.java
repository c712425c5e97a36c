package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestViews;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Watches the change requests that are open: applies those that are due, and finds issues. */
public final class ScheduledChanges {
  private final ChangeRequestBackend changeRequests;

  public ScheduledChanges(Backend backend) {
    this.changeRequests = new ChangeRequestBackend(backend);
  }

  /** Does what is due by the fake's clock, and says whether that changed anything. */
  public boolean run() {
    Backend backend = changeRequests.backend();
    boolean changed = false;
    for (JsonObject row :
        backend.table(EntityType.CHANGE_REQUEST).where(ChangeRequestViews::isOpen)) {
      if (isDue(row, backend.state().now())) {
        apply(row);
        changed = true;
      }
      changed |= new ChangeRequestIssues(changeRequests).detect(row);
    }
    return changed;
  }

  private static boolean isDue(JsonObject row, Instant now) {
    return Json.has(row, "applyAt")
        && !OffsetDateTime.parse(Json.text(row, "applyAt")).toInstant().isAfter(now);
  }

  /** Applies one as its owner; if that is not possible, it stays open without a schedule. */
  private void apply(JsonObject row) {
    Actor owner = Actor.ownerOf(row);
    try {
      if (Json.truth(row, "$ownerLeft")) {
        throw Refusal.because("The change request has no owner.");
      }
      new ChangeRequestApplication(changeRequests)
          .apply(row, owner, "changeRequestAppliedOnSchedule");
    } catch (Refusal refusal) {
      row.add("applyAt", Json.of(null));
      changeRequests.activity(
          row,
          "scheduledApplyFailed",
          Actor.SERVICE,
          "The change request could not be applied on schedule",
          reason(refusal));
    }
  }

  private static String reason(Refusal refusal) {
    JsonElement body = refusal.response().body();
    return body instanceof JsonPrimitive text ? text.getAsString() : String.valueOf(body);
  }
}
