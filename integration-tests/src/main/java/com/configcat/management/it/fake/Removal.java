package com.configcat.management.it.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Removes rows with all that is under them. The audit log stays. */
final class Removal {
  private final FakeState state;

  Removal(FakeState state) {
    this.state = state;
  }

  void product(JsonObject product) {
    String id = Json.text(product, "productId");
    state.table(Kind.CONFIG).where("$productId", id).forEach(this::config);
    state.table(Kind.ENVIRONMENT).where("$productId", id).forEach(this::environment);
    for (Kind kind : List.of(Kind.TAG, Kind.SEGMENT)) {
      remove(kind, "$productId", id);
    }
    state.table(Kind.PRODUCT).remove(product);
  }

  void config(JsonObject config) {
    String id = Json.text(config, "configId");
    for (JsonObject setting : state.table(Kind.SETTING).where("configId", id)) {
      remove(Kind.VALUE, "$settingId", Json.text(setting, "settingId"));
    }
    remove(Kind.SETTING, "configId", id);
    remove(Kind.CHANGE_REQUEST, "configId", id);
    for (Kind kind :
        List.of(Kind.SDK_KEY, Kind.WEBHOOK, Kind.CODE_REFERENCE, Kind.DELETED_SETTING)) {
      remove(kind, "$configId", id);
    }
    state.table(Kind.CONFIG).remove(config);
  }

  void environment(JsonObject environment) {
    String id = Json.text(environment, "environmentId");
    for (Kind kind : List.of(Kind.VALUE, Kind.SDK_KEY, Kind.WEBHOOK)) {
      remove(kind, "$environmentId", id);
    }
    remove(Kind.CHANGE_REQUEST, "environmentId", id);
    state.table(Kind.ENVIRONMENT).remove(environment);
  }

  /**
   * Removes a Setting, which the Config remembers.
   *
   * @throws Refusal if another Setting asks for it
   */
  void setting(JsonObject setting) {
    String id = Json.text(setting, "settingId");
    if (!References.toSetting(state, Json.number(setting, "settingId")).isEmpty()) {
      throw Refusal.because("The setting is the prerequisite of another one.");
    }
    remove(Kind.VALUE, "$settingId", id);
    remove(Kind.CODE_REFERENCE, "$settingId", id);
    state
        .table(Kind.DELETED_SETTING)
        .add(
            Json.object(
                "$id", id,
                "$configId", setting.get("configId"),
                "key", setting.get("key"),
                "name", setting.get("name"),
                "hint", setting.get("hint"),
                "settingType", setting.get("settingType")));
    state.table(Kind.SETTING).remove(setting);
  }

  /** Removes a Tag, from the Settings that carry it as well. */
  void tag(JsonObject tag) {
    JsonElement id = tag.get("tagId");
    for (JsonObject setting : state.table(Kind.SETTING).all()) {
      JsonArray tags = setting.getAsJsonArray("tags");
      while (tags.remove(id)) {
        // Once is enough, unless a test has put it there twice.
      }
    }
    state.table(Kind.TAG).remove(tag);
  }

  /**
   * Removes a Segment.
   *
   * @throws Refusal if a rule asks for it
   */
  void segment(JsonObject segment) {
    if (!References.toSegment(state, Json.text(segment, "segmentId")).isEmpty()) {
      throw Refusal.because("The segment is in use.");
    }
    state.table(Kind.SEGMENT).remove(segment);
  }

  private void remove(Kind kind, String name, String value) {
    state.table(kind).where(name, value).forEach(row -> state.table(kind).remove(row));
  }
}
