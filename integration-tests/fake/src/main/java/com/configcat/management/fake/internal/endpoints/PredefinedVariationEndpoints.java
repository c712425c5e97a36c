package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.ServiceLimits;
import com.configcat.management.fake.internal.state.SettingVariations;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Reads and replaces the predefined variations of a Setting. */
record PredefinedVariationEndpoints(Backend backend) implements Endpoints {
  private static final String PATH = "/v1/settings/{settingId}/predefined-variations";

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", PATH, this::list);
    routes.serve("PUT", PATH, this::replace);
  }

  private JsonObject setting(ValidatedRequest request) {
    return backend.table(EntityType.SETTING).get(request.path("settingId"));
  }

  private FakeResponse list(ValidatedRequest request) {
    JsonObject setting = setting(request);
    return FakeResponse.ok(
        Json.object(
            "settingKey", setting.get("key"),
            "settingType", setting.get("settingType"),
            "predefinedVariations",
                Json.array(
                    Json.objects(setting, "predefinedVariations").stream().map(this::withUsages)),
            "environments", environments(setting, request.credential().readOnly()),
            "maxPredefinedVariations", ServiceLimits.PREDEFINED_VARIATIONS));
  }

  private JsonObject withUsages(JsonObject variation) {
    SettingVariations variations = new SettingVariations(backend.state());
    String id = Json.text(variation, "predefinedVariationId");
    JsonObject view = Views.open(variation);
    view.add(
        "usages",
        Json.array(
            variations.usages(id).stream()
                .map(
                    value ->
                        Json.object(
                            "settingId", value.get("$settingId"),
                            "environmentId", value.get("$environmentId")))));
    view.addProperty("usagesInOtherEnvironments", 0);
    view.add(
        "changeRequestUsages",
        Json.array(
            variations.changeRequestUsages(id).stream()
                .map(
                    usage ->
                        Json.object(
                            "changeRequestId", usage.request().get("changeRequestId"),
                            "changeRequestTitle", usage.request().get("title"),
                            "settingId", usage.proposal().get("settingId"),
                            "environmentId", usage.request().get("environmentId")))));
    view.addProperty("changeRequestUsagesInOtherEnvironments", 0);
    return view;
  }

  private JsonArray environments(JsonObject setting, boolean readOnly) {
    JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(setting, "configId"));
    return Json.array(
        backend
            .table(EntityType.ENVIRONMENT)
            .where("$productId", Json.text(config, "$productId"))
            .stream()
            .map(
                environment ->
                    Json.object(
                        "environmentId", environment.get("environmentId"),
                        "name", environment.get("name"),
                        "accessType", readOnly ? "readOnly" : "full")));
  }

  private FakeResponse replace(ValidatedRequest request) {
    JsonObject setting = setting(request);
    new SettingVariations(backend.state())
        .replace(setting, Json.objects(request.object(), "predefinedVariations"));
    backend.auditTrail().write(request, "predefinedVariationsChanged", setting);
    return FakeResponse.ok(
        Json.object(
            "predefinedVariations",
            setting.get("predefinedVariations"),
            "maxPredefinedVariations",
            ServiceLimits.PREDEFINED_VARIATIONS));
  }
}
