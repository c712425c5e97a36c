package com.configcat.management.internal.ensure;

import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.internal.core.ClientClosedException;
import com.configcat.management.internal.core.FailureContext;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Deletes resources that were just created if somebody else created one with the same name first
 * and the service accepted both.
 */
record DuplicateResolver(ResourceEndpoint store, ModelProperties properties) {
  /** Ids are numbers, or strings of equal length. */
  private static final Comparator<String> OLDEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  /**
   * Lists the resources after some were created.
   *
   * @return null if the service rejects duplicates, or if the call fails: the resources were
   *     created, and a concurrent duplicate is unlikely
   */
  @Nullable List<JsonObject> list() {
    if (store.removal() == null) {
      return null;
    }
    try {
      return store.list().get();
    } catch (ConfigCatException | ClientClosedException e) {
      return null;
    }
  }

  /**
   * Deletes the created resource if another with its name was created earlier.
   *
   * <p>The resource with the lowest id is kept. Ids increase over time, as far as is known: a
   * client that lists the resources after creating one sees whether its own is the oldest, and need
   * not wait.
   *
   * @param listed the resources after the creation; null if unknown
   * @return whether it was deleted
   * @throws AmbiguousMatchException if both are left
   */
  boolean tookBack(JsonObject made, @Nullable List<JsonObject> listed) {
    if (store.removal() == null || listed == null) {
      return false;
    }
    String id = store.id(made);
    JsonObject mine = made;
    List<JsonObject> others = new ArrayList<>();
    for (JsonObject one : listed) {
      if (store.id(one).equals(id)) {
        mine = one;
      } else if (Objects.equals(store.identity(one), store.identity(made))) {
        others.add(one);
      }
    }
    if (others.stream().noneMatch(other -> OLDEST_FIRST.compare(store.id(other), id) < 0)) {
      return false;
    }
    takeBack(store.removal(), made, mine, others);
    return true;
  }

  private void takeBack(
      ResourceEndpoint.Removal removal, JsonObject made, JsonObject mine, List<JsonObject> others) {
    String id = store.id(made);
    try {
      if (isInUse(made, mine) || !removal.contents().apply(id).isEmpty()) {
        throw bothLeft("is in use already", made, others, null);
      }
      removal.delete().accept(id);
    } catch (AmbiguousMatchException e) {
      throw e;
    } catch (ConfigCatException | ClientClosedException e) {
      throw bothLeft("could not be deleted for certain", made, others, e);
    }
  }

  private boolean isInUse(JsonObject made, JsonObject mine) {
    return (mine.get("usage") instanceof JsonPrimitive usage && !usage.getAsString().equals("0"))
        || properties.writable().stream()
            .filter(name -> made.has(name) && mine.has(name))
            .anyMatch(name -> !made.get(name).equals(mine.get(name)));
  }

  private AmbiguousMatchException bothLeft(
      String why, JsonObject made, List<JsonObject> others, @Nullable RuntimeException cause) {
    List<String> ids = new ArrayList<>(List.of(store.id(made)));
    others.forEach(other -> ids.add(store.id(other)));
    String message =
        "%s %s was created by this call, and another '%s' (%s) at the same time; the first %s"
            .formatted(
                store.kind().noun(),
                ids.get(0),
                Finder.shown(String.valueOf(store.identity(made))),
                String.join(", ", ids.subList(1, ids.size())),
                why);
    FailureContext context =
        cause instanceof ConfigCatException failed
            ? new FailureContext(failed.operation(), failed.attempts(), true)
            : new FailureContext(store.kind().list(), 1, true);
    return new AmbiguousMatchException(message, cause, context, ids);
  }
}
