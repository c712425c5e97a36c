package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports Settings whose values have not changed for a while. */
record StaleFlagEndpoints(Backend backend) implements Endpoints {
  private static final int USUAL_DAYS = 30;

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/products/{productId}/staleflags", this::report);
  }

  private FakeResponse report(ValidatedRequest request) {
    JsonObject product = backend.table(EntityType.PRODUCT).get(request.path("productId"));
    String productId = Json.text(product, "productId");
    List<JsonObject> environments =
        backend.table(EntityType.ENVIRONMENT).where("$productId", productId).stream()
            .filter(
                row ->
                    !request
                        .queries("ignoredEnvironmentIds")
                        .contains(Json.text(row, "environmentId")))
            .toList();
    return FakeResponse.ok(
        Json.object(
            "productId", productId,
            "name", product.get("name"),
            "configs",
                Json.array(
                    backend.table(EntityType.CONFIG).where("$productId", productId).stream()
                        .map(config -> config(request, config, environments))
                        .filter(config -> !config.getAsJsonArray("settings").isEmpty())),
            "environments",
                Json.array(
                    environments.stream()
                        .map(
                            row ->
                                Json.object(
                                    "environmentId", row.get("environmentId"),
                                    "name", row.get("name"))))));
  }

  private JsonObject config(
      ValidatedRequest request, JsonObject config, List<JsonObject> environments) {
    String configId = Json.text(config, "configId");
    List<String> ignored = request.queries("ignoredTagIds");
    boolean watched = "watchedByMe".equals(request.query("scope"));
    return Json.object(
        "configId", configId,
        "name", config.get("name"),
        "evaluationVersion", config.get("evaluationVersion"),
        "hasCodeReferences", isReferred("$configId", configId),
        "settings",
            Json.array(
                backend.table(EntityType.SETTING).where("configId", configId).stream()
                    .filter(setting -> !watched)
                    .filter(
                        setting ->
                            Json.elements(setting, "tags").stream()
                                .noneMatch(tag -> ignored.contains(tag.getAsString())))
                    .map(setting -> setting(request, setting, environments))
                    .filter(setting -> isStale(request, setting))));
  }

  private JsonObject setting(
      ValidatedRequest request, JsonObject setting, List<JsonObject> environments) {
    int id = Json.number(setting, "settingId");
    return Json.object(
        "settingId", id,
        "name", setting.get("name"),
        "key", setting.get("key"),
        "hint", setting.get("hint"),
        "hasCodeReferences", isReferred("$settingId", Integer.toString(id)),
        "tags",
            Json.array(
                Json.elements(setting, "tags").stream()
                    .map(
                        tag ->
                            Json.object(
                                "tagId", tag, "settingTagId", id * 10_000L + tag.getAsLong()))),
        "settingValues", Json.array(environments.stream().map(row -> value(request, row, id))));
  }

  private JsonObject value(ValidatedRequest request, JsonObject environment, int settingId) {
    String environmentId = Json.text(environment, "environmentId");
    JsonObject value = backend.table(EntityType.VALUE).get(State.valueId(environmentId, settingId));
    String days = request.query("staleFlagAgeDays");
    Duration age = Duration.ofDays(days == null ? USUAL_DAYS : Integer.parseInt(days));
    Instant updated = Instant.parse(Json.text(value, "$updatedAt"));
    return Json.object(
        "environmentId", environmentId,
        "updatedAt", updated.toString(),
        "isStale", updated.isBefore(backend.state().now().minus(age)));
  }

  private static boolean isStale(ValidatedRequest request, JsonObject setting) {
    List<JsonObject> values = Json.objects(setting, "settingValues");
    boolean inAll =
        "staleInAllEnvironments".equals(request.query("staleFlagStaleInEnvironmentsType"));
    return !values.isEmpty()
        && (inAll
            ? values.stream().allMatch(value -> Json.truth(value, "isStale"))
            : values.stream().anyMatch(value -> Json.truth(value, "isStale")));
  }

  private boolean isReferred(String name, String id) {
    return !backend.table(EntityType.CODE_REFERENCE).where(name, id).isEmpty();
  }
}
