package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.ProxySdkKeys;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.BiConsumer;

/** Lists the SDK keys of Proxy Profiles, and selects and deselects them. */
record ProxySdkKeyEndpoints(Backend backend) implements Endpoints {
  private static final String ALL = "/v1/proxy-profiles/{proxyProfileId}/sdk-keys";

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, request -> FakeResponse.ok(keys(request).view()));
    routes.serve("POST", ALL + "/select", request -> change(request, ProxySdkKeys::select));
    routes.serve("POST", ALL + "/deselect", request -> change(request, ProxySdkKeys::deselect));
  }

  private ProxySdkKeys keys(ValidatedRequest request) {
    return new ProxySdkKeys(
        backend.state(),
        backend.table(EntityType.PROXY_PROFILE).get(request.path("proxyProfileId")));
  }

  private FakeResponse change(
      ValidatedRequest request, BiConsumer<ProxySdkKeys, JsonObject> change) {
    ProxySdkKeys keys = keys(request);
    if (keys.hasRules()) {
      throw Refusal.status(403, "Selection rules decide about the SDK keys of this profile.");
    }
    List<JsonObject> items = Json.objects(request.object(), "items");
    for (int i = 0; i < items.size(); i++) {
      String configId = String.valueOf(Json.textOrNull(items.get(i), "configId"));
      String environmentId = String.valueOf(Json.textOrNull(items.get(i), "environmentId"));
      String field = "Items[" + i + "]";
      change.accept(
          keys,
          keys.find(configId, environmentId)
              .orElseThrow(() -> Refusal.field(field, "There is no such Config and Environment.")));
    }
    backend.auditTrail().write(request, "proxyConfigurationChanged", keys.profile());
    return FakeResponse.ok(keys.view());
  }
}
