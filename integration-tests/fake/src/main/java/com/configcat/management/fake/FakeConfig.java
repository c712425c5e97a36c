package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.ChangeRequestCreation;
import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A Config of a {@link World}. */
public final class FakeConfig {
  private final World world;
  private final String id;

  FakeConfig(World world, String id) {
    this.world = world;
    this.id = id;
  }

  /**
   * Returns the id.
   *
   * @return {@code configId}
   */
  public UUID id() {
    return UUID.fromString(id);
  }

  /**
   * Adds a Feature Flag, off everywhere.
   *
   * @param key its key, which is its name as well
   * @return the Feature Flag
   * @throws IllegalArgumentException if the service would refuse it, as a key that is in use
   */
  public FakeFlag flag(String key) {
    return setting(key, "boolean");
  }

  /**
   * Adds a Setting, empty or zero everywhere.
   *
   * @param key its key, which is its name as well
   * @param type {@code boolean}, {@code string}, {@code int} or {@code double}
   * @return the Setting
   * @throws IllegalArgumentException if the service would refuse it, as a key that is in use
   */
  public FakeFlag setting(String key, String type) {
    return setting(Json.object("key", key, "name", key, "settingType", type));
  }

  /**
   * Adds a Setting in any way in which a request can.
   *
   * @param body a {@code CreateSettingInitialValues}
   * @return the Setting
   * @throws IllegalArgumentException if the service would refuse it, as a key that is in use
   */
  public FakeFlag setting(JsonObject body) {
    String settingId =
        world.made(
            () -> world.backend().creation().setting(id, body, Credential.MAKER), "settingId");
    return new FakeFlag(world, Integer.parseInt(settingId), Json.text(body, "key"));
  }

  /**
   * Returns the SDK key of this Config in an Environment.
   *
   * @param environment the Environment
   * @return the primary key
   */
  public String sdkKey(FakeEnvironment environment) {
    return world.locked(
        () ->
            Json.text(
                world.backend().table(EntityType.SDK_KEY).get(id + "/" + environment.id()),
                "primary"));
  }

  /**
   * Adds a Webhook.
   *
   * @param environment where it watches
   * @param url what it calls
   * @return its id
   */
  public int webhook(FakeEnvironment environment, String url) {
    return Integer.parseInt(
        world.made(
            () ->
                world
                    .backend()
                    .creation()
                    .webhook(id, environment.id().toString(), Json.object("url", url)),
            "webhookId"));
  }

  /**
   * Adds an open change request of a V2 Config, which proposes what is there already.
   *
   * @param environment where
   * @param title what about
   * @param flags the Settings in it
   * @return its id
   */
  public long changeRequest(FakeEnvironment environment, String title, FakeFlag... flags) {
    List<Integer> settings = Arrays.stream(flags).map(FakeFlag::id).toList();
    return Long.parseLong(
        world.made(
            () ->
                new ChangeRequestCreation(world.backend().state())
                    .make(id, environment.id().toString(), title, settings),
            "changeRequestId"));
  }
}
