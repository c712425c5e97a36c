package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.ServiceLimits;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonObject;

/** Serves the caller, Organizations and their limits, and SDK keys. */
record AccountEndpoints(Backend backend) implements Endpoints {
  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/me", this::me);
    routes.serve("GET", "/v1/organizations", this::organizations);
    routes.serve(
        "GET", "/v1/organizations/{organizationId}/organization-limitations", this::limitations);
    routes.serve("GET", "/v1/configs/{configId}/environments/{environmentId}", this::sdkKeys);
  }

  /** The member whose credentials these are, or what the credentials say once they have left. */
  private FakeResponse me(ValidatedRequest request) {
    Credential credential = request.credential();
    JsonObject member =
        new Members(backend.state())
            .find(credential.email())
            .orElse(Json.object("email", credential.email(), "fullName", credential.user()));
    return FakeResponse.ok(
        Json.object("email", member.get("email"), "fullName", member.get("fullName")));
  }

  private FakeResponse organizations(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.array(backend.table(EntityType.ORGANIZATION).all().stream().map(Views::open)));
  }

  private FakeResponse limitations(ValidatedRequest request) {
    backend.table(EntityType.ORGANIZATION).get(request.path("organizationId"));
    JsonObject limits = ServiceLimits.served();
    limits.addProperty("maxPredefinedVariations", ServiceLimits.PREDEFINED_VARIATIONS);
    return FakeResponse.ok(limits);
  }

  private FakeResponse sdkKeys(ValidatedRequest request) {
    String id = request.path("configId") + "/" + request.path("environmentId");
    return FakeResponse.ok(Views.open(backend.table(EntityType.SDK_KEY).get(id)));
  }
}
