package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.ProxyProfiles;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;

/** Serves Proxy Profiles and makes their secrets. */
final class ProxyProfileEndpoints implements Endpoints {
  private static final String ALL = "/v1/organizations/{organizationId}/proxy-profiles";
  private static final String ONE = "/v1/proxy-profiles/{proxyProfileId}";

  private final Backend backend;
  private final ProxyProfiles profiles;

  ProxyProfileEndpoints(Backend backend) {
    this.backend = backend;
    this.profiles = new ProxyProfiles(backend.state(), backend.document());
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, request -> FakeResponse.ok(ProxyProfiles.view(profile(request))));
    routes.serve("PUT", ONE, this::replace);
    routes.serve("PATCH", ONE, this::patch);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("POST", ONE + "/secret", this::generateSecret);
  }

  private JsonObject profile(ValidatedRequest request) {
    return backend.table(EntityType.PROXY_PROFILE).get(request.path("proxyProfileId"));
  }

  private FakeResponse list(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.object(
            "profiles",
            Json.array(
                backend
                    .table(EntityType.PROXY_PROFILE)
                    .where("$organizationId", backend.organizationId(request))
                    .stream()
                    .map(ProxyProfiles::view))));
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject profile = profiles.make(backend.organizationId(request), request.object());
    backend.auditTrail().write(request, "proxyConfigurationCreated", profile);
    return FakeResponse.created(ProxyProfiles.view(profile));
  }

  private FakeResponse replace(ValidatedRequest request) {
    JsonObject profile = profile(request);
    JsonObject before = profile.deepCopy();
    profiles.replace(profile, request.object());
    return changed(request, profile, before);
  }

  private FakeResponse patch(ValidatedRequest request) {
    JsonObject profile = profile(request);
    JsonObject before = profile.deepCopy();
    profiles.patch(profile, request.array());
    return changed(request, profile, before);
  }

  private FakeResponse changed(ValidatedRequest request, JsonObject profile, JsonObject before) {
    if (!profile.equals(before)) {
      backend.auditTrail().write(request, "proxyConfigurationChanged", profile);
    }
    return FakeResponse.ok(ProxyProfiles.view(profile));
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject profile = profile(request);
    backend.auditTrail().write(request, "proxyConfigurationDeleted", profile);
    new Removal(backend.state()).proxyProfile(profile);
    return FakeResponse.noContent();
  }

  private FakeResponse generateSecret(ValidatedRequest request) {
    JsonObject profile = profile(request);
    profile.addProperty("$secret", backend.state().newToken() + backend.state().newToken());
    backend.auditTrail().write(request, "proxyConfigurationSecretRegenerated", profile);
    return FakeResponse.ok(Json.object("secretToken", profile.get("$secret")));
  }
}
