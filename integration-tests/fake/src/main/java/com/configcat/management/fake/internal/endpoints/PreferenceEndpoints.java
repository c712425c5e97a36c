package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;
import java.util.List;

/** Reads and updates the preferences of a Product. */
record PreferenceEndpoints(Backend backend) implements Endpoints {
  private static final String PATH = "/v1/products/{productId}/preferences";
  private static final List<String> OWN =
      List.of("keyGenerationMode", "showVariationId", "mandatorySettingHint");
  private static final List<String> RULES = List.of("reasonRequired", "approveRequired");

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", PATH, request -> FakeResponse.ok(view(product(request))));
    routes.serve("POST", PATH, this::update);
  }

  private JsonObject product(ValidatedRequest request) {
    return backend.table(EntityType.PRODUCT).get(request.path("productId"));
  }

  private List<JsonObject> environments(JsonObject product) {
    return backend
        .table(EntityType.ENVIRONMENT)
        .where("$productId", Json.text(product, "productId"));
  }

  private JsonObject view(JsonObject product) {
    JsonObject view =
        Json.object(
            "keyGenerationMode", "camelCase",
            "showVariationId", false,
            "mandatorySettingHint", false);
    for (String name : OWN) {
      if (product.has("$" + name)) {
        view.add(name, product.get("$" + name));
      }
    }
    for (String rule : RULES) {
      view.add(rule, product.get(rule));
      view.add(
          rule + "Environments",
          Json.array(
              environments(product).stream()
                  .map(
                      environment ->
                          Json.object(
                              "environmentId",
                              environment.get("environmentId"),
                              "environmentName",
                              environment.get("name"),
                              rule,
                              environment.get(rule)))));
    }
    return view;
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject product = product(request);
    JsonObject body = request.object();
    for (String name : OWN) {
      if (Json.has(body, name)) {
        product.add("$" + name, body.get(name));
      }
    }
    for (String rule : RULES) {
      if (Json.has(body, rule)) {
        product.add(rule, body.get(rule));
      }
      for (JsonObject item : Json.objects(body, rule + "Environments")) {
        String id = String.valueOf(Json.textOrNull(item, "environmentId"));
        environments(product).stream()
            .filter(environment -> Json.text(environment, "environmentId").equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.field(rule + "Environments", "There is no such Environment"))
            .addProperty(rule, Json.truth(item, rule));
      }
    }
    backend.auditTrail().write(request, "productPreferencesUpdated", product);
    return FakeResponse.ok(view(product));
  }
}
