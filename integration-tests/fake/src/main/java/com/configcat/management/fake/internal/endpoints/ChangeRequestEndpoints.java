package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.References;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads change requests. */
record ChangeRequestEndpoints(Backend backend) implements Endpoints {
  private static final int PAGE = 25;
  private static final List<String> LEFT_OUT =
      List.of(
          "configId",
          "environmentId",
          "settingValues",
          "comments",
          "approvals",
          "activities",
          "changeRequestIssues");

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v2/products/{productId}/change-requests", this::list);
    routes.serve(
        "GET",
        "/v2/change-requests/{changeRequestId}",
        request ->
            FakeResponse.ok(
                Views.open(
                    backend
                        .table(EntityType.CHANGE_REQUEST)
                        .get(request.path("changeRequestId")))));
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
                .page(request, PAGE, rows, ChangeRequestEndpoints::summary)));
  }

  private static boolean matches(JsonObject row, String name, @Nullable String wanted) {
    return wanted == null || Json.text(row, name).equals(wanted);
  }

  private static boolean names(JsonObject row, @Nullable String settingId) {
    return settingId == null || References.names(row.get("settingValues"), "settingId", settingId);
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

  private static JsonObject summary(JsonObject row) {
    JsonObject view = Views.open(row);
    view.keySet().removeAll(LEFT_OUT);
    List<JsonObject> values = Json.objects(row, "settingValues");
    view.add(
        "affectedSettingKeys",
        Json.array(
            values.stream().map(value -> new JsonPrimitive(Json.text(value, "settingKey")))));
    view.addProperty("commentCount", Json.objects(row, "comments").size());
    view.addProperty(
        "conflictCount", values.stream().filter(value -> Json.truth(value, "hasConflict")).count());
    return view;
  }
}
