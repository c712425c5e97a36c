package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;

/** Serves the comments on change requests, which only their authors edit and delete. */
final class ChangeRequestCommentEndpoints implements Endpoints {
  private static final String ONE = "/v2/change-request-comments/{commentId}";

  private final Backend backend;
  private final ChangeRequestBackend changeRequests;

  ChangeRequestCommentEndpoints(Backend backend) {
    this.backend = backend;
    this.changeRequests = new ChangeRequestBackend(backend);
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("POST", "/v2/change-requests/{changeRequestId}/comments", this::add);
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  /** A comment and the change request it is on. */
  private record Place(JsonObject row, JsonObject comment) {}

  private FakeResponse add(ValidatedRequest request) {
    JsonObject row = changeRequests.get(request);
    JsonObject comment =
        Json.object(
            "changeRequestCommentId", backend.state().newNumber(),
            "body", request.object().get("body"),
            "createdAt", backend.state().now().toString(),
            "userEmail", request.credential().email(),
            "userFullName", request.credential().user(),
            "editedAt", null);
    row.getAsJsonArray("comments").add(comment);
    backend.auditTrail().write(request, "changeRequestCommentAdded", row);
    return FakeResponse.ok(comment);
  }

  private FakeResponse update(ValidatedRequest request) {
    Place place = own(request);
    place.comment().add("body", request.object().get("body"));
    place.comment().addProperty("editedAt", backend.state().now().toString());
    backend.auditTrail().write(request, "changeRequestCommentEdited", place.row());
    return FakeResponse.ok(place.comment());
  }

  private FakeResponse delete(ValidatedRequest request) {
    Place place = own(request);
    place.row().getAsJsonArray("comments").remove(place.comment());
    backend.auditTrail().write(request, "changeRequestCommentDeleted", place.row());
    return FakeResponse.noContent();
  }

  private Place own(ValidatedRequest request) {
    Place place =
        backend.table(EntityType.CHANGE_REQUEST).where(row -> true).stream()
            .flatMap(
                row ->
                    Json.objects(row, "comments").stream().map(comment -> new Place(row, comment)))
            .filter(
                each ->
                    Json.text(each.comment(), "changeRequestCommentId")
                        .equals(request.path("commentId")))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    if (!Json.text(place.comment(), "userEmail").equals(request.credential().email())) {
      throw Refusal.status(403, "The comment is somebody else's.");
    }
    return place;
  }
}
