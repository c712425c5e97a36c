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
 * Resources of one kind under one parent, at the service, as the JSON that it sends.
 *
 * @param kind what they are
 * @param list lists them
 * @param create makes one; what is given must not be sent twice by itself
 * @param get reads one by its id
 * @param update changes one; must not be sent twice by itself
 * @param removal takes one back that was made; null where the service refuses two of a name, so
 *     that this is never needed
 */
record ResourceEndpoint(
    ResourceKind kind,
    Supplier<List<JsonObject>> list,
    UnaryOperator<JsonObject> create,
    Function<String, JsonObject> get,
    Update update,
    @Nullable Removal removal) {

  /** Changes one. */
  @FunctionalInterface
  interface Update {
    /** Is given all of it as it was read, and what is to change. Returns it as it is now. */
    JsonObject apply(String id, JsonObject whole, JsonObject changes);
  }

  /**
   * Takes back what was made a moment ago.
   *
   * @param contents lists what is in it or uses it, by its id
   * @param delete deletes it, by its id
   */
  record Removal(Function<String, List<JsonObject>> contents, Consumer<String> delete) {}

  /** The name or key of one; null if the service sent none. */
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
