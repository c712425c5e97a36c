package com.configcat.management.internal.ensure;

import com.configcat.management.error.DecodingException;
import com.configcat.management.internal.core.FailureContext;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operations on resources of one kind under one parent, as JSON.
 *
 * @param create must not retry by itself
 * @param update must not retry by itself
 * @param removal deletes a duplicate; null if the service rejects duplicate names
 */
record ResourceEndpoint(
    ResourceKind kind,
    Supplier<List<JsonObject>> list,
    UnaryOperator<JsonObject> create,
    Function<String, JsonObject> get,
    Update update,
    @Nullable Removal removal) {

  @FunctionalInterface
  interface Update {
    /** Sends the changes, given the resource as read; returns the updated resource. */
    JsonObject apply(String id, JsonObject whole, JsonObject changes);
  }

  /**
   * Deletes a resource that was just created.
   *
   * @param contents lists what it contains or what uses it
   */
  record Removal(Function<String, List<JsonObject>> contents, Consumer<String> delete) {}

  /** Returns the name or key; null if the service sent none. */
  @Nullable String identity(JsonObject one) {
    return text(one, kind.identity());
  }

  String id(JsonObject one) {
    String id = text(one, kind.id());
    if (id == null || id.isBlank()) {
      throw new DecodingException(
          kind.list() + " answered a " + kind.noun() + " without " + kind.id(),
          "$." + kind.id(),
          null,
          new FailureContext(kind.list(), 1, false));
    }
    return id;
  }

  private static @Nullable String text(JsonObject one, String name) {
    JsonElement value = one.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
  }
}
