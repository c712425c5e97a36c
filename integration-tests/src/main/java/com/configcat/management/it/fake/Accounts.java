package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Who calls, the Organizations, and SDK keys. */
record Accounts(Backend backend) implements Handlers {
  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/me", this::me);
    routes.serve("GET", "/v1/organizations", this::organizations);
    routes.serve(
        "GET", "/v1/organizations/{organizationId}/organization-limitations", this::limitations);
    routes.serve("GET", "/v1/configs/{configId}/environments/{environmentId}", this::sdkKeys);
  }

  private Answer me(Exchange exchange) {
    return Answer.ok(
        Json.object(
            "email", exchange.credential().email(), "fullName", exchange.credential().user()));
  }

  private Answer organizations(Exchange exchange) {
    return Answer.ok(Json.array(backend.table(Kind.ORGANIZATION).all().stream().map(Views::open)));
  }

  private Answer limitations(Exchange exchange) {
    backend.table(Kind.ORGANIZATION).get(exchange.path("organizationId"));
    JsonObject limits = Limits.served();
    limits.addProperty("maxPredefinedVariations", Limits.PREDEFINED_VARIATIONS);
    return Answer.ok(limits);
  }

  private Answer sdkKeys(Exchange exchange) {
    String id = exchange.path("configId") + "/" + exchange.path("environmentId");
    return Answer.ok(Views.open(backend.table(Kind.SDK_KEY).get(id)));
  }
}
