package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes and changes Permission Groups. */
public final class PermissionGroups {
  static final String ACCESSES = "environmentAccesses";

  /** What a group may do with values, and with change requests, each by Environment. */
  private static final List<ByEnvironment> LISTS =
      List.of(
          new ByEnvironment(
              ACCESSES, "environmentAccessType", "none", "accessType", "newEnvironmentAccessType"),
          new ByEnvironment(
              "environmentApprovalPermissions",
              "environmentApprovalPermissionType",
              "cannotApprove",
              "approvalPermissionType",
              "newEnvironmentApprovalPermissionType"));

  private final State state;
  private final Document document;
  private final Shape shape;
  private final Shape access;

  /**
   * A right that a group can have Environment by Environment.
   *
   * @param list the list of Environments
   * @param type the member of its entries that says what is allowed
   * @param least what allows least
   * @param all what is allowed in all Environments, or {@code custom}
   * @param later what is allowed in Environments made later
   */
  private record ByEnvironment(String list, String type, String least, String all, String later) {}

  public PermissionGroups(State state, Document document) {
    this.state = state;
    this.document = document;
    this.shape = new Shape(document, "UpdatePermissionGroupRequest", "PermissionGroupModel");
    this.access =
        new Shape(
            document,
            "CreateOrUpdateEnvironmentAccessModel",
            "PermissionGroupEnvironmentAccessModel");
  }

  /** Makes the group that a Product starts with, and that may do everything. */
  JsonObject administrators(JsonObject product) {
    JsonObject body =
        Json.object(
            "name", "Administrators",
            "accessType", "full",
            "newEnvironmentAccessType", "full",
            "approvalPermissionType", "canBypassApproval",
            "newEnvironmentApprovalPermissionType", "canBypassApproval");
    rights().forEach(right -> body.addProperty(right, true));
    return make(product, body);
  }

  JsonObject make(JsonObject product, JsonObject body) {
    JsonObject group =
        Json.object("permissionGroupId", state.newNumber(), "$productId", product.get("productId"));
    JsonObject start =
        Json.object(
            "accessType", "readOnly",
            "newEnvironmentAccessType", "none",
            "approvalPermissionType", "cannotApprove",
            "newEnvironmentApprovalPermissionType", "cannotApprove");
    rights().forEach(right -> start.addProperty(right, false));
    LISTS.forEach(each -> start.add(each.list(), new JsonArray()));
    start.asMap().forEach(group::add);
    shape.store(group, changed(group, body));
    return state.table(EntityType.PERMISSION_GROUP).add(group);
  }

  private List<String> rights() {
    return document.properties("CreatePermissionGroupRequest").keySet().stream()
        .filter(name -> name.startsWith("can"))
        .toList();
  }

  /**
   * Returns what a group becomes by a request. What is left out or null stays, and so do the
   * Environments that a list does not name.
   *
   * @throws Refusal if the group would not fit
   */
  public JsonObject changed(JsonObject group, JsonObject body) {
    JsonObject next = shape.changeable(group);
    JsonObject wanted = shape.changeable(body);
    wanted.keySet().stream()
        .filter(name -> Json.has(wanted, name))
        .forEach(name -> next.add(name, wanted.get(name)));
    for (ByEnvironment each : LISTS) {
      next.add(each.list(), merged(group, each, Json.objects(wanted, each.list())));
    }
    check(next);
    return next;
  }

  private JsonArray merged(JsonObject group, ByEnvironment right, List<JsonObject> wanted) {
    Map<String, JsonObject> entries = new LinkedHashMap<>();
    Json.objects(group, right.list())
        .forEach(entry -> entries.put(Json.text(entry, "environmentId"), entry.deepCopy()));
    for (JsonObject entry : wanted) {
      String id = String.valueOf(Json.textOrNull(entry, "environmentId"));
      if (!isEnvironment(id, group)) {
        String field = Character.toUpperCase(right.list().charAt(0)) + right.list().substring(1);
        throw Refusal.field(field, "Environment not found.");
      }
      JsonObject own = access.changeable(entry);
      if (!Json.has(own, right.type())) {
        own.addProperty(right.type(), right.least());
      }
      entries.put(id, own);
    }
    return Json.array(entries.values().stream());
  }

  private boolean isEnvironment(String id, JsonObject group) {
    return state
        .table(EntityType.ENVIRONMENT)
        .find(id)
        .filter(row -> row.get("$productId").equals(group.get("$productId")))
        .isPresent();
  }

  private static void check(JsonObject group) {
    if (Json.truth(group, "canDeleteConfig")
        && !(Json.truth(group, "canCreateOrUpdateConfig")
            && Json.truth(group, "canDeleteSetting"))) {
      throw Refusal.field(
          "CanDeleteConfig",
          "CanDeleteConfig is not allowed without the CanCreateOrUpdateConfig and CanDeleteSetting"
              + " permissions.");
    }
  }

  /** Gives the groups that decide Environment by Environment their right in a new one. */
  void addEnvironment(JsonObject environment) {
    JsonElement id = environment.get("environmentId");
    for (JsonObject group : ofProduct(state, environment)) {
      for (ByEnvironment each : LISTS) {
        if (Json.text(group, each.all()).equals("custom")) {
          group
              .getAsJsonArray(each.list())
              .add(Json.object("environmentId", id, each.type(), group.get(each.later())));
        }
      }
    }
  }

  static void removeEnvironment(State state, JsonObject environment) {
    for (JsonObject group : ofProduct(state, environment)) {
      for (ByEnvironment each : LISTS) {
        group
            .getAsJsonArray(each.list())
            .asList()
            .removeIf(
                entry ->
                    entry
                        .getAsJsonObject()
                        .get("environmentId")
                        .equals(environment.get("environmentId")));
      }
    }
  }

  private static List<JsonObject> ofProduct(State state, JsonObject environment) {
    return state
        .table(EntityType.PERMISSION_GROUP)
        .where("$productId", Json.text(environment, "$productId"));
  }
}
