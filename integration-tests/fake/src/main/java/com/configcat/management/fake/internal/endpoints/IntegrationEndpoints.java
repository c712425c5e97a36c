package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Serves Integrations, with their parameters. */
record IntegrationEndpoints(Backend backend) implements Endpoints {
  private static final String ALL = "/v1/products/{productId}/integrations";
  private static final String ONE = "/v1/integrations/{integrationId}";

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, request -> FakeResponse.ok(view(integration(request))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  private JsonObject integration(ValidatedRequest request) {
    return backend.table(EntityType.INTEGRATION).get(request.path("integrationId"));
  }

  private JsonObject view(JsonObject row) {
    return backend.views().ofProduct(row);
  }

  private String product(ValidatedRequest request) {
    return Json.text(backend.table(EntityType.PRODUCT).get(request.path("productId")), "productId");
  }

  private FakeResponse list(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.object(
            "integrations",
            Json.array(
                backend.table(EntityType.INTEGRATION).where("$productId", product(request)).stream()
                    .map(this::view))));
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject body = request.object();
    JsonObject row =
        Json.object(
            "integrationId", backend.state().newUuid(),
            "$productId", product(request),
            "integrationType", body.get("integrationType"));
    write(row, body);
    backend.table(EntityType.INTEGRATION).add(row);
    backend.auditTrail().write(request, "integrationAdded", row);
    return FakeResponse.created(view(row));
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject row = integration(request);
    write(row, request.object());
    backend.auditTrail().write(request, "integrationChanged", row);
    return FakeResponse.ok(view(row));
  }

  private void write(JsonObject row, JsonObject body) {
    IntegrationParameterCheck.check(
        Json.text(row, "integrationType"), body.getAsJsonObject("parameters"));
    String productId = Json.text(row, "$productId");
    checkIds(productId, body, EntityType.ENVIRONMENT, "environmentIds");
    checkIds(productId, body, EntityType.CONFIG, "configIds");
    for (String name : List.of("name", "parameters")) {
      row.add(name, body.get(name));
    }
    for (String name : List.of("environmentIds", "configIds")) {
      row.add(name, Json.array(Json.elements(body, name).stream().distinct()));
    }
  }

  private void checkIds(String productId, JsonObject body, EntityType type, String name) {
    Json.elements(body, name).stream()
        .map(JsonElement::getAsString)
        .filter(
            id ->
                backend
                    .table(type)
                    .find(id)
                    .filter(row -> Json.text(row, "$productId").equals(productId))
                    .isEmpty())
        .findFirst()
        .ifPresent(
            id -> {
              throw Refusal.field(
                  Character.toUpperCase(name.charAt(0)) + name.substring(1),
                  "There is no " + id + " in this Product.");
            });
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject row = integration(request);
    backend.auditTrail().write(request, "integrationRemoved", row);
    backend.table(EntityType.INTEGRATION).remove(row);
    return FakeResponse.noContent();
  }
}
