package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;

/** Makes what is served out of rows. */
public final class Views {
  private final State state;

  public Views(State state) {
    this.state = state;
  }

  /** All of a row that is not the fake's own, what nobody knows included. */
  public static JsonObject open(JsonObject row) {
    JsonObject view = new JsonObject();
    row.asMap()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("$")) {
                view.add(name, value.deepCopy());
              }
            });
    return view;
  }

  public JsonObject product(JsonObject row) {
    JsonObject view = open(row);
    view.add(
        "organization",
        open(state.table(EntityType.ORGANIZATION).get(Json.text(row, "$organizationId"))));
    return view;
  }

  /** A row that belongs to a Product and is served with it: Config, Environment, Tag, Segment. */
  public JsonObject ofProduct(JsonObject row) {
    JsonObject view = open(row);
    view.add("product", product(productOf(row)));
    return view;
  }

  JsonObject productOf(JsonObject row) {
    return state.table(EntityType.PRODUCT).get(Json.text(row, "$productId"));
  }

  /** A Segment as lists have it: without its condition, with the number of its uses. */
  public JsonObject listedSegment(JsonObject row) {
    JsonObject view = ofProduct(row);
    view.remove("comparisonAttribute");
    view.remove("comparator");
    view.remove("comparisonValue");
    view.addProperty("usage", References.toSegment(state, Json.text(row, "segmentId")).size());
    return view;
  }

  /** A Permission Group, with the data of the Environments that its accesses name. */
  public JsonObject permissionGroup(JsonObject row) {
    JsonObject view = ofProduct(row);
    for (JsonObject access : Json.objects(view, PermissionGroups.ACCESSES)) {
      open(state.table(EntityType.ENVIRONMENT).get(Json.text(access, "environmentId")))
          .asMap()
          .forEach(access::add);
    }
    return view;
  }

  public JsonObject setting(JsonObject row) {
    JsonObject view = open(row);
    JsonObject config = state.table(EntityType.CONFIG).get(Json.text(row, "configId"));
    view.addProperty("configName", Json.text(config, "name"));
    view.add(
        "tags",
        Json.array(
            Json.elements(row, "tags").stream()
                .map(id -> ofProduct(state.table(EntityType.TAG).get(id.getAsString())))));
    return view;
  }

  /** A webhook, without what its secure headers carry. */
  public JsonObject webhook(JsonObject row) {
    JsonObject view = open(row);
    for (JsonObject header : Json.objects(view, "webHookHeaders")) {
      if (Json.truth(header, "isSecure")) {
        header.addProperty("value", "");
      }
    }
    JsonObject config = state.table(EntityType.CONFIG).get(Json.text(row, "$configId"));
    JsonObject environment =
        state.table(EntityType.ENVIRONMENT).get(Json.text(row, "$environmentId"));
    view.add(
        "config",
        Json.object("name", Json.text(config, "name"), "configId", Json.text(config, "configId")));
    view.add(
        "environment",
        Json.object(
            "name",
            Json.text(environment, "name"),
            "environmentId",
            Json.text(environment, "environmentId")));
    return view;
  }
}
