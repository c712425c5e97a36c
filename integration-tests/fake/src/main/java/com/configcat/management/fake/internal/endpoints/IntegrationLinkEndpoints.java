package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.Table;
import com.configcat.management.fake.internal.state.ValueViews;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Serves the links between values and the tickets of other tools. */
record IntegrationLinkEndpoints(Backend backend) implements Endpoints {
  private static final String ONE =
      "/v1/environments/{environmentId}/settings/{settingId}"
          + "/integrationLinks/{integrationLinkType}/{key}";

  @Override
  public void serve(Routes routes) {
    routes.serve("POST", ONE, request -> put(request, request.path("integrationLinkType")));
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("GET", "/v1/integrationLink/{integrationLinkType}/{key}/details", this::details);
    routes.serve("POST", "/v1/jira/connect", this::connect);
    routes.serve(
        "POST",
        "/v1/jira/environments/{environmentId}/settings/{settingId}/integrationLinks/{key}",
        this::putJira);
  }

  private Table links() {
    return backend.table(EntityType.INTEGRATION_LINK);
  }

  private JsonObject value(ValidatedRequest request) {
    return backend
        .table(EntityType.VALUE)
        .get(State.valueId(request.path("environmentId"), request.settingId()));
  }

  private static String id(JsonObject value, String type, String key) {
    return Json.text(value, "$id") + "/" + type + "/" + key;
  }

  /** Adds a link, or changes what is shown of one; the same again is a conflict. */
  private FakeResponse put(ValidatedRequest request, String type) {
    JsonObject value = value(request);
    String id = id(value, type, request.path("key"));
    JsonObject row =
        Json.object(
            "$id", id,
            "$valueId", value.get("$id"),
            "$environmentId", value.get("$environmentId"),
            "$settingId", value.get("$settingId"),
            "key", request.path("key"),
            "description", Json.textOrNull(request.object(), "description"),
            "integrationLinkType", type,
            "url", Json.textOrNull(request.object(), "url"));
    if (links().find(id).filter(row::equals).isPresent()) {
      throw Refusal.status(409, "The integration link already exists.");
    }
    links().add(row);
    backend.auditTrail().write(request, "integrationLinkAdded", row);
    return FakeResponse.ok(Views.open(row));
  }

  private FakeResponse putJira(ValidatedRequest request) {
    String client = Json.text(request.object(), "clientKey");
    if (backend.table(EntityType.JIRA_INSTALLATION).find(client).isEmpty()) {
      throw Refusal.field("ClientKey", "The Jira installation is not connected.");
    }
    return put(request, "jira");
  }

  private FakeResponse connect(ValidatedRequest request) {
    backend
        .table(EntityType.JIRA_INSTALLATION)
        .add(Json.object("clientKey", request.object().get("clientKey")));
    return new FakeResponse(200);
  }

  private FakeResponse delete(ValidatedRequest request) {
    String type = request.path("integrationLinkType");
    String key = request.path("key");
    JsonObject link = links().get(id(value(request), type, key));
    backend.auditTrail().write(request, "integrationLinkRemoved", link);
    links().remove(link);
    return FakeResponse.ok(
        Json.object("hasRemainingIntegrationLink", !ofTicket(type, key).isEmpty()));
  }

  private List<JsonObject> ofTicket(String type, String key) {
    return links()
        .where(
            link ->
                Json.text(link, "integrationLinkType").equals(type)
                    && Json.text(link, "key").equals(key));
  }

  private FakeResponse details(ValidatedRequest request) {
    List<JsonObject> links = ofTicket(request.path("integrationLinkType"), request.path("key"));
    return FakeResponse.ok(
        Json.object(
            "details",
            Json.array(links.stream().map(link -> detail(link, request.credential().readOnly()))),
            "allIntegrationLinkCount",
            links.size()));
  }

  private JsonObject detail(JsonObject link, boolean readOnly) {
    JsonObject setting = backend.table(EntityType.SETTING).get(Json.text(link, "$settingId"));
    JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(setting, "configId"));
    JsonObject environment =
        backend.table(EntityType.ENVIRONMENT).get(Json.text(link, "$environmentId"));
    JsonObject product = backend.table(EntityType.PRODUCT).get(Json.text(config, "$productId"));
    return Json.object(
        "product", backend.views().product(product),
        "config", backend.views().ofProduct(config),
        "environment", backend.views().ofProduct(environment),
        "setting", ValueViews.setting(setting, false),
        "readOnly", readOnly,
        "status", status(backend.table(EntityType.VALUE).get(Json.text(link, "$valueId"))));
  }

  /** On or Off where a flag serves the same to all, else the kind of the value. */
  private static String status(JsonObject value) {
    boolean targeted =
        List.of("rolloutRules", "rolloutPercentageItems", "targetingRules").stream()
            .anyMatch(rules -> !Json.elements(value, rules).isEmpty());
    if (targeted) {
      return "Targeting";
    }
    JsonElement served = value.get("value");
    if (served == null) {
      served = value.getAsJsonObject("defaultValue").get("boolValue");
    }
    return served.isJsonPrimitive() && served.getAsJsonPrimitive().isBoolean()
        ? served.getAsBoolean() ? "On" : "Off"
        : "Default value";
  }
}
