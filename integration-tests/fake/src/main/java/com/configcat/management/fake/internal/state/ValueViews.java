package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes what is served of a Setting's value in an Environment. */
public final class ValueViews {
  private final State state;
  private final Views views;

  public ValueViews(State state, Views views) {
    this.state = state;
    this.views = views;
  }

  /** One value, with all that surrounds it. */
  public JsonObject value(JsonObject row, boolean readOnly) {
    JsonObject setting = state.table(EntityType.SETTING).get(Json.text(row, "$settingId"));
    JsonObject config = state.table(EntityType.CONFIG).get(Json.text(setting, "configId"));
    JsonObject view = listed(row, config);
    surround(view, config, environment(row), readOnly);
    return view;
  }

  /** All values of a Config in an Environment. */
  public JsonObject values(JsonObject config, JsonObject environment, boolean readOnly) {
    List<JsonObject> settings =
        state.table(EntityType.SETTING).where("configId", Json.text(config, "configId"));
    JsonObject view = new JsonObject();
    surround(view, config, environment, readOnly);
    Map<String, Set<Integer>> prerequisites = References.prerequisites(state);
    view.add(
        isV2(config) ? "settingFormulas" : "settingValues",
        Json.array(
            settings.stream()
                .map(
                    setting ->
                        listed(
                            state
                                .table(EntityType.VALUE)
                                .get(
                                    State.valueId(
                                        Json.text(environment, "environmentId"),
                                        Json.number(setting, "settingId"))),
                            setting,
                            config,
                            prerequisites))));
    return view;
  }

  static boolean isV2(JsonObject config) {
    return Json.text(config, "evaluationVersion").equals("v2");
  }

  /** Whether a write has to give a reason. */
  public boolean reasonRequired(JsonObject environment) {
    return Json.truth(environment, "reasonRequired")
        || Json.truth(views.productOf(environment), "reasonRequired");
  }

  private JsonObject environment(JsonObject row) {
    return state.table(EntityType.ENVIRONMENT).get(Json.text(row, "$environmentId"));
  }

  /** One value as lists have it. */
  public JsonObject listed(JsonObject row, JsonObject config) {
    JsonObject setting = state.table(EntityType.SETTING).get(Json.text(row, "$settingId"));
    return listed(row, setting, config, References.prerequisites(state));
  }

  private JsonObject listed(
      JsonObject row,
      JsonObject setting,
      JsonObject config,
      Map<String, Set<Integer>> prerequisites) {
    JsonObject view = Views.open(row);
    view.add("setting", setting(setting, isV2(config)));
    view.add("updatedAt", row.get("$updatedAt"));
    view.add("lastUpdaterUserEmail", row.get("$updaterEmail"));
    view.add("lastUpdaterUserFullName", row.get("$updaterFullName"));
    view.add("integrationLinks", Json.array(links(row)));
    view.add("settingTags", Json.array(tags(setting).stream()));
    if (isV2(config)) {
      view.add("lastVersionId", row.get("$lastVersionId"));
      view.add(
          "settingIdsWherePrerequisite",
          Json.array(
              prerequisites.getOrDefault(Json.text(setting, "settingId"), Set.of()).stream()
                  .map(JsonPrimitive::new)));
      view.addProperty("changeRequestCount", openChangeRequests(row, setting));
    }
    return view;
  }

  private Stream<JsonObject> links(JsonObject row) {
    return state
        .table(EntityType.INTEGRATION_LINK)
        .where("$valueId", Json.text(row, "$id"))
        .stream()
        .map(Views::open);
  }

  /** A Setting as its values have it. */
  public static JsonObject setting(JsonObject setting, boolean v2) {
    JsonObject view = Views.open(setting);
    view.remove("configId");
    view.remove("tags");
    if (!v2) {
      view.remove("predefinedVariations");
    }
    view.add("creatorEmail", setting.get("$creatorEmail"));
    view.add("creatorFullName", setting.get("$creatorFullName"));
    view.addProperty("isWatching", false);
    return view;
  }

  private List<JsonObject> tags(JsonObject setting) {
    return Json.elements(setting, "tags").stream()
        .map(id -> state.table(EntityType.TAG).get(id.getAsString()))
        .map(
            tag ->
                Json.object(
                    "settingTagId",
                    Json.number(setting, "settingId") * 10_000L + Json.number(tag, "tagId"),
                    "tagId",
                    tag.get("tagId"),
                    "name",
                    tag.get("name"),
                    "color",
                    tag.get("color")))
        .toList();
  }

  private int openChangeRequests(JsonObject row, JsonObject setting) {
    return state
        .table(EntityType.CHANGE_REQUEST)
        .where(
            request ->
                ChangeRequestViews.isOpen(request)
                    && Json.text(request, "environmentId").equals(Json.text(row, "$environmentId"))
                    && References.names(
                        request.get("$proposals"), "settingId", Json.text(setting, "settingId")))
        .size();
  }

  private void surround(
      JsonObject view, JsonObject config, JsonObject environment, boolean readOnly) {
    view.add("config", views.ofProduct(config));
    view.add("environment", views.ofProduct(environment));
    view.addProperty("readOnly", readOnly);
    view.add("featureFlagLimitations", ServiceLimits.served());
    if (isV2(config)) {
      view.addProperty("approveRequired", Json.truth(environment, "approveRequired"));
      view.addProperty("canBypassApproval", false);
      view.addProperty("reasonRequired", reasonRequired(environment));
    }
  }
}
