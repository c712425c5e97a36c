package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Removes rows with all that is under them. The audit log stays. */
public final class Removal {
  private final State state;

  public Removal(State state) {
    this.state = state;
  }

  public void product(JsonObject product) {
    String id = Json.text(product, "productId");
    state.table(EntityType.CONFIG).where("$productId", id).forEach(this::config);
    state.table(EntityType.ENVIRONMENT).where("$productId", id).forEach(this::environment);
    for (EntityType type :
        List.of(
            EntityType.TAG,
            EntityType.SEGMENT,
            EntityType.INTEGRATION,
            EntityType.PERMISSION_GROUP,
            EntityType.MEMBERSHIP,
            EntityType.INVITATION)) {
      remove(type, "$productId", id);
    }
    state.table(EntityType.PRODUCT).remove(product);
  }

  public void config(JsonObject config) {
    String id = Json.text(config, "configId");
    for (JsonObject setting : state.table(EntityType.SETTING).where("configId", id)) {
      removeValues("$settingId", Json.text(setting, "settingId"));
    }
    remove(EntityType.SETTING, "configId", id);
    remove(EntityType.CHANGE_REQUEST, "configId", id);
    for (EntityType type :
        List.of(
            EntityType.SDK_KEY,
            EntityType.PROXY_SDK_KEY,
            EntityType.WEBHOOK,
            EntityType.CODE_REFERENCE,
            EntityType.DELETED_SETTING)) {
      remove(type, "$configId", id);
    }
    forget("configIds", id);
    state.table(EntityType.CONFIG).remove(config);
  }

  public void environment(JsonObject environment) {
    String id = Json.text(environment, "environmentId");
    removeValues("$environmentId", id);
    for (EntityType type :
        List.of(EntityType.SDK_KEY, EntityType.PROXY_SDK_KEY, EntityType.WEBHOOK)) {
      remove(type, "$environmentId", id);
    }
    remove(EntityType.CHANGE_REQUEST, "environmentId", id);
    forget("environmentIds", id);
    PermissionGroups.removeEnvironment(state, environment);
    state.table(EntityType.ENVIRONMENT).remove(environment);
  }

  /**
   * Removes a Setting, which the Config remembers, with what change requests propose for it.
   *
   * @throws Refusal if another Setting asks for it
   */
  public void setting(JsonObject setting) {
    String id = Json.text(setting, "settingId");
    if (!References.toSetting(state, Json.number(setting, "settingId")).isEmpty()) {
      throw Refusal.because("The setting is the prerequisite of another one.");
    }
    for (JsonObject request : state.table(EntityType.CHANGE_REQUEST).where(row -> true)) {
      proposal(request, id);
    }
    removeValues("$settingId", id);
    remove(EntityType.CODE_REFERENCE, "$settingId", id);
    state
        .table(EntityType.DELETED_SETTING)
        .add(
            Json.object(
                "$id", id,
                "$configId", setting.get("configId"),
                "key", setting.get("key"),
                "name", setting.get("name"),
                "hint", setting.get("hint"),
                "settingType", setting.get("settingType")));
    state.table(EntityType.SETTING).remove(setting);
  }

  /** Removes a Tag, from the Settings that carry it as well. */
  public void tag(JsonObject tag) {
    JsonElement id = tag.get("tagId");
    for (JsonObject setting :
        state.table(EntityType.SETTING).where(row -> row.getAsJsonArray("tags").contains(id))) {
      JsonArray tags = setting.getAsJsonArray("tags");
      while (tags.remove(id)) {
        // Once is enough, unless a test has put it there twice.
      }
    }
    state.table(EntityType.TAG).remove(tag);
  }

  /**
   * Removes a Segment.
   *
   * @throws Refusal if a rule asks for it
   */
  public void segment(JsonObject segment) {
    if (!References.toSegment(state, Json.text(segment, "segmentId")).isEmpty()) {
      throw Refusal.because("The segment is in use.");
    }
    state.table(EntityType.SEGMENT).remove(segment);
  }

  /**
   * Removes a Permission Group, with the invitations into it.
   *
   * @throws Refusal if somebody is in it
   */
  public void permissionGroup(JsonObject group) {
    String id = Json.text(group, "permissionGroupId");
    if (!state.table(EntityType.MEMBERSHIP).where("permissionGroupId", id).isEmpty()) {
      throw Refusal.because("The permission group has members.");
    }
    remove(EntityType.INVITATION, "permissionGroupId", id);
    state.table(EntityType.PERMISSION_GROUP).remove(group);
  }

  /** Removes a member from the Organization and its Products. */
  public void member(JsonObject member) {
    remove(EntityType.MEMBERSHIP, "$userId", Json.text(member, "userId"));
    owner(Json.text(member, "email"));
    state.table(EntityType.MEMBER).remove(member);
  }

  public void proxyProfile(JsonObject profile) {
    remove(EntityType.PROXY_SDK_KEY, "$proxyProfileId", Json.text(profile, "proxyProfileId"));
    state.table(EntityType.PROXY_PROFILE).remove(profile);
  }

  /** Removes what a change request proposes for a Setting, and says whether there was anything. */
  public static boolean proposal(JsonObject request, String settingId) {
    return request
        .getAsJsonArray("$proposals")
        .asList()
        .removeIf(each -> Json.text(each.getAsJsonObject(), "settingId").equals(settingId));
  }

  /** Leaves the open change requests of somebody who is gone without an owner. */
  public void owner(String email) {
    state.table(EntityType.CHANGE_REQUEST).where("creatorUserEmail", email).stream()
        .filter(ChangeRequestViews::isOpen)
        .forEach(request -> request.addProperty("$ownerLeft", true));
  }

  private void removeValues(String name, String value) {
    for (JsonObject row : state.table(EntityType.VALUE).where(name, value)) {
      remove(EntityType.INTEGRATION_LINK, "$valueId", Json.text(row, "$id"));
      state.table(EntityType.VALUE).remove(row);
    }
  }

  /** Takes an id out of the lists of what Integrations cover. */
  private void forget(String list, String id) {
    for (JsonObject integration : state.table(EntityType.INTEGRATION).where(row -> true)) {
      integration.getAsJsonArray(list).asList().removeIf(each -> each.getAsString().equals(id));
    }
  }

  private void remove(EntityType type, String name, String value) {
    state.table(type).where(name, value).forEach(row -> state.table(type).remove(row));
  }
}
