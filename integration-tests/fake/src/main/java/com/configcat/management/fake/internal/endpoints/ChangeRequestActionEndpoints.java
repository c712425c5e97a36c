package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;

/** Applies, approves, closes and takes over change requests. */
final class ChangeRequestActionEndpoints implements Endpoints {
  private static final String ONE = "/v2/change-requests/{changeRequestId}";

  private final Backend backend;
  private final ChangeRequestBackend changeRequests;
  private final ChangeRequestApplication application;

  ChangeRequestActionEndpoints(Backend backend) {
    this.backend = backend;
    this.changeRequests = new ChangeRequestBackend(backend);
    this.application = new ChangeRequestApplication(changeRequests);
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("POST", ONE + "/apply", this::apply);
    routes.serve("POST", ONE + "/approve", this::approve);
    routes.serve("POST", ONE + "/remove-approval", this::removeApproval);
    routes.serve("POST", ONE + "/close", this::close);
    routes.serve("POST", ONE + "/claim-ownership", this::claimOwnership);
  }

  private FakeResponse apply(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    application.apply(row, Actor.of(request.credential()), "changeRequestApplied");
    return FakeResponse.ok(changeRequests.views().whole(row));
  }

  private FakeResponse approve(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    Actor actor = Actor.of(request.credential());
    if (!changeRequests.standingApprovals(row, actor.email()).isEmpty()) {
      return FakeResponse.ok(changeRequests.views().whole(row));
    }
    row.getAsJsonArray("approvals")
        .add(
            Json.object(
                "changeRequestApprovalId", backend.state().newNumber(),
                "userEmail", actor.email(),
                "userFullName", actor.name(),
                "approvedAt", backend.state().now().toString(),
                "dismissedAt", null));
    row.addProperty("approved", true);
    return changeRequests.changed(request, "changeRequestApproved", row);
  }

  private FakeResponse removeApproval(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    if (!changeRequests.dismissApprovals(row, request.credential().email())) {
      throw Refusal.because("You have not approved the change request.");
    }
    return changeRequests.changed(request, "changeRequestApprovalDismissed", row);
  }

  private FakeResponse close(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    application.end(row, "closed", Actor.of(request.credential()));
    return changeRequests.changed(request, "changeRequestClosed", row);
  }

  private FakeResponse claimOwnership(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    Actor actor = Actor.of(request.credential());
    row.addProperty("creatorUserEmail", actor.email());
    row.addProperty("creatorUserFullName", actor.name());
    row.remove("$ownerLeft");
    changeRequests.activity(row, "ownershipClaimed", actor, "The ownership was claimed", null);
    return changeRequests.changed(request, "changeRequestOwnershipClaimed", row);
  }
}
