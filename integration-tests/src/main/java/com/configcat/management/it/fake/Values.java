package com.configcat.management.it.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of Settings in Environments, in one of the two formats. */
final class Values implements Handlers {
  private static final String KEY_HEADER = "x-configcat-sdkkey";

  private final Backend backend;
  private final String version;
  private final Shape shape;
  private final ValueRules rules;
  private final String bulk;

  private Values(Backend backend, String version, Shape shape, ValueRules rules, String bulk) {
    this.backend = backend;
    this.version = version;
    this.shape = shape;
    this.rules = rules;
    this.bulk = bulk;
  }

  static Values v1(Backend backend) {
    return new Values(
        backend,
        "v1",
        backend.shape("UpdateSettingValueModel", "SettingValueModel"),
        new RolloutRules(backend.state()),
        "settingValues");
  }

  static Values v2(Backend backend) {
    return new Values(
        backend,
        "v2",
        backend.shape("UpdateEvaluationFormulaModel", "SettingFormulaModel"),
        new TargetingRules(backend.state()),
        "updateFormulas");
  }

  @Override
  public void serve(Routes routes) {
    String byId = "/" + version + "/environments/{environmentId}/settings/{settingId}/value";
    routes.serve("GET", byId, exchange -> get(exchange, byId(exchange)));
    routes.serve("PUT", byId, exchange -> replace(exchange, byId(exchange)));
    routes.serve("PATCH", byId, exchange -> patch(exchange, byId(exchange)));
    String byKey = "/" + version + "/settings/{settingKeyOrId}/value";
    routes.serve("GET", byKey, exchange -> get(exchange, byKey(exchange)));
    routes.serve("PUT", byKey, exchange -> replace(exchange, byKey(exchange)));
    routes.serve("PATCH", byKey, exchange -> patch(exchange, byKey(exchange)));
    String all = "/" + version + "/configs/{configId}/environments/{environmentId}/values";
    routes.serve("GET", all, this::list);
    routes.serve("POST", all, this::replaceMany);
  }

  /** A value and where it belongs. */
  private record Place(
      JsonObject config, JsonObject environment, JsonObject setting, JsonObject row) {}

  private Place place(JsonObject environment, JsonObject setting) {
    String id =
        FakeState.valueId(
            Json.text(environment, "environmentId"), Json.number(setting, "settingId"));
    JsonObject row = backend.table(Kind.VALUE).get(id);
    return new Place(config(Json.text(setting, "configId")), environment, setting, row);
  }

  private JsonObject config(String id) {
    JsonObject config = backend.table(Kind.CONFIG).get(id);
    if (!Json.text(config, "evaluationVersion").equals(version)) {
      throw Refusal.because("The evaluation version of the Config is not " + version + ".");
    }
    return config;
  }

  private Place byId(Exchange exchange) {
    return place(
        backend.table(Kind.ENVIRONMENT).get(exchange.path("environmentId")),
        backend.table(Kind.SETTING).get(exchange.path("settingId")));
  }

  private Place byKey(Exchange exchange) {
    String sdkKey = exchange.request().header(KEY_HEADER);
    if (sdkKey == null || sdkKey.isBlank()) {
      throw Refusal.field("X-CONFIGCAT-SDKKEY", "The header is required.");
    }
    JsonObject key =
        backend
            .table(Kind.SDK_KEY)
            .where(
                row ->
                    sdkKey.equals(Json.text(row, "primary"))
                        || sdkKey.equals(Json.textOrNull(row, "secondary")))
            .stream()
            .findFirst()
            .orElseThrow(Refusal::notFound);
    String name = exchange.path("settingKeyOrId");
    List<JsonObject> settings =
        backend.table(Kind.SETTING).where("configId", Json.text(key, "$configId"));
    Optional<JsonObject> setting = first(settings, "key", name);
    return place(
        backend.table(Kind.ENVIRONMENT).get(Json.text(key, "$environmentId")),
        setting.or(() -> first(settings, "settingId", name)).orElseThrow(Refusal::notFound));
  }

  private static Optional<JsonObject> first(List<JsonObject> rows, String name, String value) {
    return rows.stream().filter(row -> Json.text(row, name).equals(value)).findFirst();
  }

  private Answer get(Exchange exchange, Place place) {
    return Answer.ok(backend.valueViews().value(place.row(), exchange.credential().readOnly()));
  }

  private Answer replace(Exchange exchange, Place place) {
    checkReason(exchange, place.environment());
    checkVersion(exchange, Json.textOrNull(place.row(), "$lastVersionId"));
    write(exchange, place, exchange.object());
    return get(exchange, place);
  }

  private void write(Exchange exchange, Place place, JsonObject body) {
    store(exchange, place, shape.replaced(place.row(), body));
  }

  private Answer patch(Exchange exchange, Place place) {
    checkReason(exchange, place.environment());
    checkVersion(exchange, Json.textOrNull(place.row(), "$lastVersionId"));
    JsonObject next = shape.patched(place.row(), exchange.array());
    if (next.equals(shape.changeable(place.row()))) {
      return Answer.noContent();
    }
    store(exchange, place, next);
    return get(exchange, place);
  }

  private void store(Exchange exchange, Place place, JsonObject next) {
    rules.check(place.config(), place.setting(), next);
    shape.store(place.row(), next);
    Credential credential = exchange.credential();
    backend.state().touch(place.row(), credential.email(), credential.user());
    backend.journal().write(exchange, "settingValueChanged", place.row());
  }

  private void checkReason(Exchange exchange, JsonObject environment) {
    if (backend.valueViews().reasonRequired(environment) && exchange.query("reason") == null) {
      throw Refusal.because("Reason required");
    }
  }

  private void checkVersion(Exchange exchange, @Nullable String current) {
    String latest = version.equals("v2") ? exchange.query("latestVersionId") : null;
    if (latest != null && !latest.equalsIgnoreCase(current)) {
      throw Refusal.status(409, "The value was changed meanwhile.");
    }
  }

  private JsonObject environment(Exchange exchange, JsonObject config) {
    return backend
        .table(Kind.ENVIRONMENT)
        .find(exchange.path("environmentId"))
        .filter(row -> row.get("$productId").equals(config.get("$productId")))
        .orElseThrow(Refusal::notFound);
  }

  private Answer list(Exchange exchange) {
    JsonObject config = config(exchange.path("configId"));
    return Answer.ok(
        backend
            .valueViews()
            .values(config, environment(exchange, config), exchange.credential().readOnly()));
  }

  /** All or none. A latestVersionId has to be that of the value that was written last. */
  private Answer replaceMany(Exchange exchange) {
    JsonObject config = config(exchange.path("configId"));
    JsonObject environment = environment(exchange, config);
    checkReason(exchange, environment);
    checkVersion(exchange, latest(config, environment));
    for (JsonObject each : Json.objects(exchange.object(), bulk)) {
      String id = String.valueOf(Json.textOrNull(each, "settingId"));
      JsonObject setting =
          backend
              .table(Kind.SETTING)
              .find(id)
              .filter(row -> row.get("configId").equals(config.get("configId")))
              .orElseThrow(() -> Refusal.field("SettingId", "There is no Setting " + id));
      JsonObject body = each.deepCopy();
      body.remove("settingId");
      write(exchange, place(environment, setting), body);
    }
    return list(exchange);
  }

  private @Nullable String latest(JsonObject config, JsonObject environment) {
    return backend.table(Kind.SETTING).where("configId", Json.text(config, "configId")).stream()
        .map(setting -> place(environment, setting).row())
        .max(Comparator.comparing(row -> Instant.parse(Json.text(row, "$updatedAt"))))
        .map(row -> Json.text(row, "$lastVersionId"))
        .orElse(null);
  }
}
