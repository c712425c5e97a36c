package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.EntityType;
import java.util.UUID;

/** An Environment of a {@link World}. */
public final class FakeEnvironment {
  private final World world;
  private final String id;

  FakeEnvironment(World world, String id) {
    this.world = world;
    this.id = id;
  }

  /**
   * Returns the id.
   *
   * @return {@code environmentId}
   */
  public UUID id() {
    return UUID.fromString(id);
  }

  /**
   * Makes writes of values in here require a reason.
   *
   * @return this
   */
  public FakeEnvironment reasonRequired() {
    world.change(EntityType.ENVIRONMENT, id, row -> row.addProperty("reasonRequired", true));
    return this;
  }

  /**
   * Makes change requests in here require approval. Values can still be written directly.
   *
   * @return this
   */
  public FakeEnvironment approveRequired() {
    world.change(EntityType.ENVIRONMENT, id, row -> row.addProperty("approveRequired", true));
    return this;
  }
}
