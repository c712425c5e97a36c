package com.configcat.management.it.fake;

import com.google.gson.JsonObject;
import java.util.List;

/** The preferences of a Product: where reasons and approvals are required, and how keys look. */
record Preferences(Backend backend) implements Handlers {
  private static final String PATH = "/v1/products/{productId}/preferences";
  private static final List<String> OWN =
      List.of("keyGenerationMode", "showVariationId", "mandatorySettingHint");
  private static final List<String> RULES = List.of("reasonRequired", "approveRequired");

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", PATH, exchange -> Answer.ok(view(product(exchange))));
    routes.serve("POST", PATH, this::update);
  }

  private JsonObject product(Exchange exchange) {
    return backend.table(Kind.PRODUCT).get(exchange.path("productId"));
  }

  private List<JsonObject> environments(JsonObject product) {
    return backend.table(Kind.ENVIRONMENT).where("$productId", Json.text(product, "productId"));
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

  private Answer update(Exchange exchange) {
    JsonObject product = product(exchange);
    JsonObject body = exchange.object();
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
    backend.journal().write(exchange, "productPreferencesUpdated", product);
    return Answer.ok(view(product));
  }
}
