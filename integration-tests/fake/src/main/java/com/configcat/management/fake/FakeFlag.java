package com.configcat.management.fake;

import com.configcat.management.fake.internal.endpoints.Backend;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Shape;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.function.Consumer;

/** A Feature Flag or Setting of a {@link World}. */
public final class FakeFlag {
  private final World world;
  private final int id;
  private final String key;

  FakeFlag(World world, int id, String key) {
    this.world = world;
    this.id = id;
    this.key = key;
  }

  /**
   * Returns the id.
   *
   * @return {@code settingId}
   */
  public int id() {
    return id;
  }

  /**
   * Returns the key.
   *
   * @return {@code key}
   */
  public String key() {
    return key;
  }

  /**
   * Attaches a Tag.
   *
   * @param tagId the Tag
   * @return this
   */
  public FakeFlag tag(long tagId) {
    world.change(
        EntityType.SETTING, Integer.toString(id), row -> row.getAsJsonArray("tags").add(tagId));
    return this;
  }

  /**
   * Makes members of the value in an Environment others; members not named stay. Nothing is
   * checked, so that surprises are possible.
   *
   * @param environment the Environment
   * @param members JSON, as the value is served: {@code {"value":true}} in a V1 Config, {@code
   *     {"targetingRules":[…]}} in a V2 one
   * @return this
   */
  public FakeFlag serve(FakeEnvironment environment, String members) {
    JsonObject given = JsonParser.parseString(members).getAsJsonObject();
    Backend backend = world.backend();
    return at(
        environment,
        row -> {
          given.asMap().forEach((name, value) -> row.add(name, value.deepCopy()));
          shape(backend, row).completed(row);
        });
  }

  private static Shape shape(Backend backend, JsonObject row) {
    return row.has("defaultValue")
        ? backend.shape("UpdateEvaluationFormulaModel", "SettingFormulaModel")
        : backend.shape("UpdateSettingValueModel", "SettingValueModel");
  }

  /**
   * Makes the value in an Environment one that was last changed at some time.
   *
   * @param environment the Environment
   * @param time when
   * @return this
   */
  public FakeFlag updatedAt(FakeEnvironment environment, Instant time) {
    return at(environment, row -> row.addProperty("$updatedAt", time.toString()));
  }

  /**
   * Returns what is kept as the value in an Environment.
   *
   * @param environment the Environment
   * @return a copy of the members that are served and can be written
   */
  public JsonObject served(FakeEnvironment environment) {
    return world.locked(() -> Views.open(world.backend().state().value(environment.id(), id)));
  }

  /**
   * Returns the version of the value in an Environment.
   *
   * @param environment the Environment
   * @return {@code lastVersionId}
   */
  public String version(FakeEnvironment environment) {
    return world.locked(
        () -> Json.text(world.backend().state().value(environment.id(), id), "$lastVersionId"));
  }

  private FakeFlag at(FakeEnvironment environment, Consumer<JsonObject> change) {
    world.change(EntityType.VALUE, State.valueId(environment.id().toString(), id), change);
    return this;
  }

  /**
   * Returns one member of what is kept as the value in an Environment.
   *
   * @param environment the Environment
   * @param member for example {@code value} or {@code targetingRules}
   * @return a copy
   */
  public JsonElement served(FakeEnvironment environment, String member) {
    return served(environment).get(member);
  }
}
