package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.UUID;

/** A Product of a {@link World}. */
public final class FakeProduct {
  private final World world;
  private final String id;

  FakeProduct(World world, String id) {
    this.world = world;
    this.id = id;
  }

  /**
   * Returns the id.
   *
   * @return {@code productId}
   */
  public UUID id() {
    return UUID.fromString(id);
  }

  /**
   * Makes writes of values require a reason, in all Environments.
   *
   * @return this
   */
  public FakeProduct reasonRequired() {
    world.change(EntityType.PRODUCT, id, row -> row.addProperty("reasonRequired", true));
    return this;
  }

  /**
   * Adds a V1 Config.
   *
   * @param name its name
   * @return the Config
   */
  public FakeConfig v1Config(String name) {
    return config(name, "v1");
  }

  /**
   * Adds a V2 Config.
   *
   * @param name its name
   * @return the Config
   */
  public FakeConfig v2Config(String name) {
    return config(name, "v2");
  }

  private FakeConfig config(String name, String version) {
    JsonObject body = Json.object("name", name, "evaluationVersion", version);
    return new FakeConfig(
        world, world.made(() -> world.backend().creation().config(id, body), "configId"));
  }

  /**
   * Adds an Environment.
   *
   * @param name its name
   * @return the Environment
   */
  public FakeEnvironment environment(String name) {
    return new FakeEnvironment(
        world,
        world.made(
            () -> world.backend().creation().environment(id, World.named(name)), "environmentId"));
  }

  /**
   * Adds a Tag.
   *
   * @param name its name
   * @return its id
   */
  public long tag(String name) {
    return Long.parseLong(
        world.made(() -> world.backend().creation().tag(id, World.named(name)), "tagId"));
  }

  /**
   * Adds a Segment of those whose e-mail address contains a text.
   *
   * @param name its name
   * @param text what the address contains
   * @return its id
   */
  public UUID segment(String name, String text) {
    JsonObject body =
        Json.object(
            "name",
            name,
            "comparisonAttribute",
            "Email",
            "comparator",
            "contains",
            "comparisonValue",
            text);
    return UUID.fromString(
        world.made(
            () -> world.backend().creation().segment(id, body, Credential.MAKER), "segmentId"));
  }

  /**
   * Adds a record to the audit log, newer than all others.
   *
   * @param type as the service names it; it may be one that the contract does not know
   * @param time when it happened
   * @return its id
   */
  public long auditRecord(String type, Instant time) {
    return Long.parseLong(
        world.made(
            () -> {
              JsonObject product = world.backend().table(EntityType.PRODUCT).get(id);
              JsonObject entry =
                  world
                      .backend()
                      .auditTrail()
                      .add(type, Credential.MAKER.email(), Credential.MAKER.user(), null, product);
              entry.addProperty("auditLogDateTime", time.toString());
              return entry;
            },
            "auditLogId"));
  }
}
