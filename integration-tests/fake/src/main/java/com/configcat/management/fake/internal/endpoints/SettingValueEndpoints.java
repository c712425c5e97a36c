package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Shape;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Serves the values of Settings in Environments, in the format of V1 or V2. */
final class SettingValueEndpoints implements Endpoints {
  private static final String KEY_HEADER = "x-configcat-sdkkey";

  private final Backend backend;
  private final String version;
  private final ValueWriter writer;
  private final Shape shape;
  private final String bulk;

  private SettingValueEndpoints(Backend backend, String version, ValueWriter writer, String bulk) {
    this.backend = backend;
    this.version = version;
    this.writer = writer;
    this.shape = writer.shape();
    this.bulk = bulk;
  }

  static SettingValueEndpoints v1(Backend backend) {
    return new SettingValueEndpoints(backend, "v1", ValueWriter.v1(backend), "settingValues");
  }

  static SettingValueEndpoints v2(Backend backend) {
    return new SettingValueEndpoints(backend, "v2", ValueWriter.v2(backend), "updateFormulas");
  }

  @Override
  public void serve(Routes routes) {
    String byId = "/" + version + "/environments/{environmentId}/settings/{settingId}/value";
    routes.serve("GET", byId, request -> get(request, byId(request)));
    routes.serve("PUT", byId, request -> replace(request, byId(request)));
    routes.serve("PATCH", byId, request -> patch(request, byId(request)));
    String byKey = "/" + version + "/settings/{settingKeyOrId}/value";
    routes.serve("GET", byKey, request -> get(request, byKey(request)));
    routes.serve("PUT", byKey, request -> replace(request, byKey(request)));
    routes.serve("PATCH", byKey, request -> patch(request, byKey(request)));
    String all = "/" + version + "/configs/{configId}/environments/{environmentId}/values";
    routes.serve("GET", all, this::list);
    routes.serve("POST", all, this::replaceMany);
  }

  /** A value and where it belongs. */
  private record Place(
      JsonObject config, JsonObject environment, JsonObject setting, JsonObject row) {}

  private Place place(JsonObject environment, JsonObject setting) {
    String id =
        State.valueId(Json.text(environment, "environmentId"), Json.number(setting, "settingId"));
    JsonObject row = backend.table(EntityType.VALUE).get(id);
    return new Place(config(Json.text(setting, "configId")), environment, setting, row);
  }

  private JsonObject config(String id) {
    JsonObject config = backend.table(EntityType.CONFIG).get(id);
    if (!Json.text(config, "evaluationVersion").equals(version)) {
      throw Refusal.because("The evaluation version of the Config is not " + version + ".");
    }
    return config;
  }

  private Place byId(ValidatedRequest request) {
    return place(
        backend.table(EntityType.ENVIRONMENT).get(request.path("environmentId")),
        backend.table(EntityType.SETTING).get(request.path("settingId")));
  }

  private Place byKey(ValidatedRequest request) {
    String sdkKey = request.incoming().header(KEY_HEADER);
    if (sdkKey == null || sdkKey.isBlank()) {
      throw Refusal.field("X-CONFIGCAT-SDKKEY", "The header is required.");
    }
    JsonObject key =
        backend
            .table(EntityType.SDK_KEY)
            .where(
                row ->
                    sdkKey.equals(Json.text(row, "primary"))
                        || sdkKey.equals(Json.textOrNull(row, "secondary")))
            .stream()
            .findFirst()
            .orElseThrow(Refusal::notFound);
    String name = request.path("settingKeyOrId");
    List<JsonObject> settings =
        backend.table(EntityType.SETTING).where("configId", Json.text(key, "$configId"));
    Optional<JsonObject> setting = first(settings, "key", name);
    return place(
        backend.table(EntityType.ENVIRONMENT).get(Json.text(key, "$environmentId")),
        setting.or(() -> first(settings, "settingId", name)).orElseThrow(Refusal::notFound));
  }

  private static Optional<JsonObject> first(List<JsonObject> rows, String name, String value) {
    return rows.stream().filter(row -> Json.text(row, name).equals(value)).findFirst();
  }

  private FakeResponse get(ValidatedRequest request, Place place) {
    return FakeResponse.ok(
        backend.valueViews().value(place.row(), request.credential().readOnly()));
  }

  private FakeResponse replace(ValidatedRequest request, Place place) {
    checkReason(request, place.environment());
    checkVersion(request, Json.textOrNull(place.row(), "$lastVersionId"));
    write(request, place, request.object());
    return get(request, place);
  }

  private void write(ValidatedRequest request, Place place, JsonObject body) {
    store(request, place, shape.replaced(place.row(), body));
  }

  private FakeResponse patch(ValidatedRequest request, Place place) {
    checkReason(request, place.environment());
    checkVersion(request, Json.textOrNull(place.row(), "$lastVersionId"));
    JsonObject next = shape.patched(place.row(), request.array());
    if (next.equals(shape.changeable(place.row()))) {
      return FakeResponse.noContent();
    }
    store(request, place, next);
    return get(request, place);
  }

  private void store(ValidatedRequest request, Place place, JsonObject next) {
    writer.rules().check(place.config(), place.setting(), next);
    writer.store(place.row(), next, Actor.of(request.credential()), request.query("reason"));
  }

  private void checkReason(ValidatedRequest request, JsonObject environment) {
    if (backend.valueViews().reasonRequired(environment) && request.query("reason") == null) {
      throw Refusal.field("Reason", version.equals("v2") ? "Reason required." : "Reason required");
    }
  }

  private void checkVersion(ValidatedRequest request, @Nullable String current) {
    String latest = version.equals("v2") ? request.query("latestVersionId") : null;
    if (latest != null && !latest.equalsIgnoreCase(current)) {
      throw Refusal.status(409, "The value was changed meanwhile.");
    }
  }

  private JsonObject environment(ValidatedRequest request, JsonObject config) {
    return backend
        .table(EntityType.ENVIRONMENT)
        .find(request.path("environmentId"))
        .filter(row -> row.get("$productId").equals(config.get("$productId")))
        .orElseThrow(Refusal::notFound);
  }

  private FakeResponse list(ValidatedRequest request) {
    JsonObject config = config(request.path("configId"));
    return FakeResponse.ok(
        backend
            .valueViews()
            .values(config, environment(request, config), request.credential().readOnly()));
  }

  /** All or none. A latestVersionId has to be that of the value that was written last. */
  private FakeResponse replaceMany(ValidatedRequest request) {
    JsonObject config = config(request.path("configId"));
    JsonObject environment = environment(request, config);
    checkReason(request, environment);
    checkVersion(request, latest(config, environment));
    for (JsonObject each : Json.objects(request.object(), bulk)) {
      String id = String.valueOf(Json.textOrNull(each, "settingId"));
      JsonObject setting =
          backend
              .table(EntityType.SETTING)
              .find(id)
              .filter(row -> row.get("configId").equals(config.get("configId")))
              .orElseThrow(() -> Refusal.field("SettingId", "There is no Setting " + id));
      JsonObject body = each.deepCopy();
      body.remove("settingId");
      write(request, place(environment, setting), body);
    }
    return list(request);
  }

  private @Nullable String latest(JsonObject config, JsonObject environment) {
    return backend
        .table(EntityType.SETTING)
        .where("configId", Json.text(config, "configId"))
        .stream()
        .map(setting -> place(environment, setting).row())
        .max(Comparator.comparing(row -> Instant.parse(Json.text(row, "$updatedAt"))))
        .map(row -> Json.text(row, "$lastVersionId"))
        .orElse(null);
  }
}
