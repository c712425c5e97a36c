package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import java.util.List;

/** Makes rows, from bodies that fit the contract. */
public final class Creation {
  private final State state;
  private final Document document;
  private final SettingCreation settings;
  private final PermissionGroups permissionGroups;

  public Creation(State state, Document document) {
    this.state = state;
    this.document = document;
    this.settings = new SettingCreation(state);
    this.permissionGroups = new PermissionGroups(state, document);
  }

  public JsonObject organization(String name) {
    return state
        .table(EntityType.ORGANIZATION)
        .add(Json.object("organizationId", state.newUuid(), "name", name));
  }

  /** Makes a Product, with its creator among its administrators. */
  public JsonObject product(String organizationId, JsonObject body, Credential creator) {
    JsonObject product =
        add(
            EntityType.PRODUCT,
            "$organizationId",
            state.table(EntityType.ORGANIZATION).get(organizationId),
            Json.object(
                "productId", state.newUuid(), "reasonRequired", false, "approveRequired", false),
            new Shape(document, "CreateProductRequest", "ProductModel"),
            body);
    JsonObject administrators = permissionGroups.administrators(product);
    Members members = new Members(state);
    members.find(creator.email()).ifPresent(member -> members.join(administrators, member));
    return product;
  }

  public JsonObject config(String productId, JsonObject body) {
    Shape shape = new Shape(document, "CreateConfigRequest", "ConfigModel");
    JsonObject config =
        add(
            EntityType.CONFIG,
            "$productId",
            state.table(EntityType.PRODUCT).get(productId),
            Json.object("configId", state.newUuid(), "migratedConfigId", null),
            shape,
            body);
    if (!Json.has(config, "evaluationVersion")) {
      config.addProperty("evaluationVersion", "v1");
    }
    environments(productId).forEach(environment -> sdkKey(config, environment));
    return config;
  }

  public JsonObject environment(String productId, JsonObject body) {
    JsonObject environment =
        add(
            EntityType.ENVIRONMENT,
            "$productId",
            state.table(EntityType.PRODUCT).get(productId),
            Json.object(
                "environmentId", state.newUuid(),
                "reasonRequired", false,
                "approveRequired", false),
            new Shape(document, "CreateEnvironmentModel", "EnvironmentModel"),
            body);
    for (JsonObject config : state.table(EntityType.CONFIG).where("$productId", productId)) {
      sdkKey(config, environment);
      state
          .table(EntityType.SETTING)
          .where("configId", Json.text(config, "configId"))
          .forEach(setting -> settings.value(config, environment, setting, null));
    }
    permissionGroups.addEnvironment(environment);
    return environment;
  }

  public JsonObject permissionGroup(String productId, JsonObject body) {
    return permissionGroups.make(state.table(EntityType.PRODUCT).get(productId), body);
  }

  public JsonObject tag(String productId, JsonObject body) {
    return add(
        EntityType.TAG,
        "$productId",
        state.table(EntityType.PRODUCT).get(productId),
        Json.object("tagId", state.newNumber()),
        new Shape(document, "CreateTagModel", "TagModel"),
        body);
  }

  public JsonObject segment(String productId, JsonObject body, Credential creator) {
    String now = state.now().toString();
    return add(
        EntityType.SEGMENT,
        "$productId",
        state.table(EntityType.PRODUCT).get(productId),
        Json.object(
            "segmentId", state.newUuid(),
            "creatorEmail", creator.email(),
            "creatorFullName", creator.user(),
            "createdAt", now,
            "lastUpdaterEmail", creator.email(),
            "lastUpdaterFullName", creator.user(),
            "updatedAt", now),
        new Shape(document, "CreateSegmentModel", "SegmentModel"),
        body);
  }

  /** Makes a Setting, with a value in each Environment of its Product. */
  public JsonObject setting(String configId, JsonObject body, Credential creator) {
    return settings.make(state.table(EntityType.CONFIG).get(configId), body, creator);
  }

  public JsonObject webhook(String configId, String environmentId, JsonObject body) {
    JsonObject webhook =
        Json.object(
            "webhookId", state.newNumber(),
            "$configId", Json.text(state.table(EntityType.CONFIG).get(configId), "configId"),
            "$environmentId",
                Json.text(state.table(EntityType.ENVIRONMENT).get(environmentId), "environmentId"),
            "$key1", "configcat_whsk_" + state.newToken(),
            "$key2", null);
    Shape shape = new Shape(document, "WebHookRequestModel", "WebhookResponseModel");
    shape.store(webhook, completedWebhook(shape, shape.changeable(body)));
    return state.table(EntityType.WEBHOOK).add(webhook);
  }

  private List<JsonObject> environments(String productId) {
    return state.table(EntityType.ENVIRONMENT).where("$productId", productId);
  }

  private JsonObject add(
      EntityType type,
      String parentId,
      JsonObject parent,
      JsonObject row,
      Shape shape,
      JsonObject body) {
    String id = parentId.substring(1);
    row.add(parentId, parent.get(id));
    JsonObject content = shape.completed(shape.changeable(body));
    if (type.ordered() && !Json.has(content, "order")) {
      content.addProperty("order", state.table(type).where(parentId, Json.text(parent, id)).size());
    }
    new UniqueNames(state).check(type, row, content);
    shape.store(row, content);
    return state.table(type).add(row);
  }

  private void sdkKey(JsonObject config, JsonObject environment) {
    String id = Json.text(config, "configId") + "/" + Json.text(environment, "environmentId");
    state
        .table(EntityType.SDK_KEY)
        .add(
            Json.object(
                "$id",
                id,
                "$configId",
                config.get("configId"),
                "$environmentId",
                environment.get("environmentId"),
                "primary",
                "configcat-sdk-1/" + state.newToken() + "/" + state.newToken(),
                "secondary",
                null));
  }

  /** Completes a webhook with the defaults that are not null. */
  public static JsonObject completedWebhook(Shape shape, JsonObject content) {
    JsonObject completed = shape.completed(content);
    if (!Json.has(completed, "httpMethod")) {
      completed.addProperty("httpMethod", "get");
    }
    for (JsonObject header : Json.objects(completed, "webHookHeaders")) {
      if (!Json.has(header, "isSecure")) {
        header.addProperty("isSecure", false);
      }
    }
    return completed;
  }
}
