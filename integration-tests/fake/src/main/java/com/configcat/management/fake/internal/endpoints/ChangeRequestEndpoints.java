package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.ChangeRequestCreation;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.References;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists, creates, reads and updates change requests. */
final class ChangeRequestEndpoints implements Endpoints {
  private static final int PAGE = 25;
  private static final String ONE = "/v2/change-requests/{changeRequestId}";

  private final Backend backend;
  private final ChangeRequestBackend changeRequests;

  ChangeRequestEndpoints(Backend backend) {
    this.backend = backend;
    this.changeRequests = new ChangeRequestBackend(backend);
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v2/products/{productId}/change-requests", this::list);
    routes.serve(
        "POST",
        "/v2/configs/{configId}/environments/{environmentId}/change-requests",
        this::create);
    routes.serve(
        "GET",
        ONE,
        request -> FakeResponse.ok(changeRequests.views().whole(changeRequests.get(request))));
    routes.serve("PUT", ONE, this::update);
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject body = request.object();
    JsonObject config = backend.table(EntityType.CONFIG).get(request.path("configId"));
    JsonObject environment =
        backend
            .table(EntityType.ENVIRONMENT)
            .find(request.path("environmentId"))
            .filter(row -> row.get("$productId").equals(config.get("$productId")))
            .orElseThrow(Refusal::notFound);
    if (!Json.text(config, "evaluationVersion").equals("v2")) {
      throw Refusal.because("The evaluation version of the Config is not v2.");
    }
    check(environment, body, null);
    String environmentId = Json.text(environment, "environmentId");
    List<JsonObject> given =
        Json.objects(body, "proposedChanges").stream()
            .map(each -> each.getAsJsonObject("proposedChange"))
            .toList();
    JsonObject row =
        new ChangeRequestCreation(backend.state())
            .make(
                config,
                environmentId,
                body,
                new Proposals(backend).of(config, environmentId, given, false),
                request.credential());
    changeRequests.activity(
        row, "created", Actor.of(request.credential()), "The change request was created", null);
    changeRequests.changed(request, "changeRequestCreated", row);
    return FakeResponse.created(changeRequests.views().whole(row));
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject row = changeRequests.open(request);
    JsonObject body = request.object();
    check(changeRequests.environment(row), body, Json.textOrNull(row, "applyAt"));
    row.add("title", body.get("title"));
    set(request, row, "reason", Json.of(Json.textOrNull(body, "reason")), "reasonChanged");
    set(request, row, "applyAt", Json.of(Json.textOrNull(body, "applyAt")), "applyAtChanged");
    if (Json.has(body, "bypassApproval")) {
      set(
          request,
          row,
          "bypassApproval",
          body.get("bypassApproval"),
          Json.truth(body, "bypassApproval") ? "bypassApprovalEnabled" : "bypassApprovalDisabled");
    }
    if (Json.has(body, "sendNotificationsToApprovers")) {
      row.add("sendNotificationsToApprovers", body.get("sendNotificationsToApprovers"));
    }
    return changeRequests.changed(request, "changeRequestUpdated", row);
  }

  private void set(
      ValidatedRequest request, JsonObject row, String name, JsonElement value, String activity) {
    if (!value.equals(row.get(name))) {
      row.add(name, value);
      changeRequests.activity(
          row, activity, Actor.of(request.credential()), "Changed: " + name, null);
    }
  }

  private void check(JsonObject environment, JsonObject body, @Nullable String oldTime) {
    if (changeRequests.reasonMissing(environment, Json.textOrNull(body, "reason"))) {
      throw Refusal.field("Reason", "Reason required.");
    }
    String time = Json.textOrNull(body, "applyAt");
    if (time != null
        && !time.equals(oldTime)
        && !OffsetDateTime.parse(time).toInstant().isAfter(backend.state().now())) {
      throw Refusal.field("ApplyAt", "The time has to be in the future.");
    }
  }

  private FakeResponse list(ValidatedRequest request) {
    String productId = request.path("productId");
    backend.table(EntityType.PRODUCT).get(productId);
    List<String> statuses = request.queries("changeRequestStatusFilter");
    List<JsonObject> rows =
        backend
            .table(EntityType.CHANGE_REQUEST)
            .where(
                row ->
                    Json.text(row, "$productId").equals(productId)
                        && matches(row, "configId", request.query("configId"))
                        && matches(row, "environmentId", request.query("environmentId"))
                        && names(row, request.query("settingId"))
                        && (statuses.isEmpty()
                            || statuses.contains(Json.text(row, "changeRequestStatus")))
                        && is(request, "scheduleFilter", "scheduled", Json.has(row, "applyAt"))
                        && is(
                            request,
                            "approveRequiredFilter",
                            "approveRequired",
                            approveRequired(row))
                        && is(
                            request,
                            "needsAttentionFilter",
                            "needsAttention",
                            Json.truth(row, "needsAttention")));
    return FakeResponse.ok(
        Json.object(
            "changeRequests",
            new Pages(backend.surprises())
                .page(request, PAGE, rows, changeRequests.views()::listed)));
  }

  private static boolean matches(JsonObject row, String name, @Nullable String wanted) {
    return wanted == null || Json.text(row, name).equals(wanted);
  }

  private static boolean names(JsonObject row, @Nullable String settingId) {
    return settingId == null || References.names(row.get("$proposals"), "settingId", settingId);
  }

  private boolean approveRequired(JsonObject row) {
    return Json.truth(
        backend.table(EntityType.ENVIRONMENT).get(Json.text(row, "environmentId")),
        "approveRequired");
  }

  private static boolean is(ValidatedRequest request, String filter, String yes, boolean fact) {
    String wanted = request.query(filter);
    return wanted == null || wanted.equals(yes) == fact;
  }
}
