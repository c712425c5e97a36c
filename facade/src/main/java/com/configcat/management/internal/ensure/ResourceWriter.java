package com.configcat.management.internal.ensure;

import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonModels;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Creates and changes resources with as few writes as possible. After a lost response, reads the
 * resource before writing again.
 */
final class ResourceWriter<T> {
  /**
   * Maximum number of times that a write is sent. Reads in between show that the service is
   * reachable.
   */
  private static final int TRIES = 2;

  private final ResourceEndpoint store;
  private final ResourceDiff differences;
  private final Finder<JsonObject> finder;
  private final Class<T> model;

  ResourceWriter(
      ResourceEndpoint store,
      ModelProperties properties,
      Finder<JsonObject> finder,
      Class<T> model) {
    this.store = store;
    this.differences = new ResourceDiff(store, properties);
    this.finder = finder;
    this.model = model;
  }

  Optional<JsonObject> find(DesiredState wanted) {
    return finder.one(store.list().get(), wanted.identity());
  }

  /**
   * Creates the resource, or changes the one that turns out to exist.
   *
   * @param lost the failure of a previous attempt that may have been applied
   */
  EnsureResult create(DesiredState wanted, int tries, @Nullable ConfigCatException lost) {
    try {
      return EnsureResult.created(wanted, store.create().apply(wanted.body()), tries, lost);
    } catch (ConfigCatException e) {
      ConfigCatException told = inLightOf(lost, e);
      Optional<JsonObject> there = findAfter(e, told, wanted);
      if (there.isPresent()) {
        return told.requestMayHaveBeenApplied()
            ? after(told, () -> change(there.get(), wanted, Outcome.CREATED))
            : change(there.get(), wanted, Outcome.UNCHANGED);
      }
      if (tries >= TRIES) {
        throw told;
      }
      return create(wanted, tries + 1, told);
    }
  }

  /** Looks for the resource after a failed write; throws {@code told} if that does not help. */
  private Optional<JsonObject> findAfter(
      ConfigCatException e, ConfigCatException told, DesiredState wanted) {
    boolean maybeTaken = e instanceof BadRequestException || e instanceof ConflictException;
    if (!maybeTaken && !isUnclear(e)) {
      throw told;
    }
    Optional<JsonObject> there = after(told, () -> find(wanted));
    if (there.isEmpty() && !isUnclear(e)) {
      throw told;
    }
    return there;
  }

  /**
   * Changes what differs.
   *
   * @param ifSame the outcome if nothing does
   */
  EnsureResult change(JsonObject listed, DesiredState wanted, Outcome ifSame) {
    String id = store.id(listed);
    JsonObject whole =
        differences.canCompare(wanted.body(), listed) ? listed : store.get().apply(id);
    T unused = decoded(whole, false); // Nothing is written over what is not understood.
    JsonObject changes = differences.between(wanted.body(), whole);
    Outcome outcome = ifSame;
    @Nullable ConfigCatException lost = null;
    for (int tries = 1; changes.size() > 0; tries++) {
      try {
        whole = store.update().apply(id, whole, changes);
        outcome = Outcome.UPDATED;
        break;
      } catch (ConfigCatException e) {
        lost = inLightOf(lost, e);
        if (!isUnclear(e)) {
          throw lost;
        }
        whole = after(lost, () -> store.get().apply(id));
        changes = differences.between(wanted.body(), whole);
        if (changes.size() > 0 && tries >= TRIES) {
          throw lost;
        }
        outcome = lost.requestMayHaveBeenApplied() ? Outcome.UPDATED : ifSame;
      }
    }
    return EnsureResult.existing(wanted, whole, outcome);
  }

  /** Returns whether a failed write may have been applied, or can be sent again. */
  private static boolean isUnclear(ConfigCatException e) {
    return e.requestMayHaveBeenApplied() || e instanceof TransportException;
  }

  /**
   * Returns the failure of a previous write that may have been applied, if any; else this failure.
   */
  private static ConfigCatException inLightOf(
      @Nullable ConfigCatException lost, ConfigCatException e) {
    if (lost == null || !lost.requestMayHaveBeenApplied()) {
      return e;
    }
    lost.addSuppressed(e);
    return lost;
  }

  /** Continues after a failed write, and throws its failure if the next step fails as well. */
  private static <R> R after(ConfigCatException e, Supplier<R> next) {
    try {
      return next.get();
    } catch (AmbiguousMatchException several) {
      throw e.requestMayHaveBeenApplied()
          ? new AmbiguousMatchException(
              several.getMessage() + "; one may have been created by this call",
              e,
              new FailureContext(e.operation(), e.attempts(), true),
              several.ids())
          : several;
    } catch (ImmutablePropertyException other) {
      throw other; // The existing resource is not the one that this call may have created.
    } catch (RuntimeException failed) {
      // The failure of the write takes precedence: it tells whether the write may have been
      // applied.
      e.addSuppressed(failed);
      throw e;
    }
  }

  T decoded(JsonObject json, boolean mayHaveBeenApplied) {
    return JsonModels.decode(
        json, model, new FailureContext(store.kind().list(), 1, mayHaveBeenApplied));
  }
}
