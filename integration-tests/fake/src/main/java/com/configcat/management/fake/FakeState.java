package com.configcat.management.fake;

import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Everything a {@link ConfigCatFake} keeps, as one JSON tree: tables by name, rows by id.
 *
 * <p>Valid only within {@link ConfigCatFake#change} or {@link Fault#between}, while no request is
 * served. Members whose names start with {@code $} are never served: they link rows, or count
 * versions.
 */
public final class FakeState {
  private final State state;

  FakeState(State state) {
    this.state = state;
  }

  /**
   * Returns the tree itself: changing it changes what is served.
   *
   * @return tables by name, rows by id
   */
  public JsonObject tree() {
    return state.tree();
  }

  /**
   * Returns the value of a flag in an Environment, itself, not a copy.
   *
   * @param environmentId the Environment
   * @param settingId the flag
   * @return the row, whose members without {@code $} are the value as it is served
   * @throws IllegalArgumentException if there is none
   */
  public JsonObject value(UUID environmentId, int settingId) {
    return state.value(environmentId, settingId);
  }

  /**
   * Changes the value of a flag as another user would: it has a new version afterwards.
   *
   * @param environmentId the Environment
   * @param settingId the flag
   * @param change changes the row
   */
  public void write(UUID environmentId, int settingId, Consumer<JsonObject> change) {
    state.write(environmentId, settingId, change);
  }
}
