package com.configcat.management.internal.ensure;

import com.configcat.management.core.Ensured;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.core.EnsuredAll;
import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.CaseMismatchException;
import com.configcat.management.internal.core.FailureContext;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings resources into the desired state: compares them with a list of those that exist, writes
 * what differs, and looks for duplicates of those that were created.
 */
public final class Ensure<T> {
  /**
   * Maximum number of times that the resource is created and deleted again because of duplicates.
   */
  private static final int ROUNDS = 4;

  private final ResourceEndpoint store;
  private final DuplicateResolver duplicates;
  private final Finder<JsonObject> finder;
  private final ResourceWriter<T> writer;

  Ensure(ResourceEndpoint store, ModelProperties properties, Class<T> model) {
    this.store = store;
    this.duplicates = new DuplicateResolver(store, properties);
    this.finder = new Finder<>(store.kind(), store::identity, store::id);
    this.writer = new ResourceWriter<>(store, properties, finder, model);
  }

  public Ensured<T> run(Object model) {
    DesiredState wanted = DesiredState.of(store.kind(), model);
    EnsureResult result = write(wanted, store.list().get());
    return confirm(result, listAfter(List.of(result)));
  }

  /** Ensures several resources; sends nothing if there are none. */
  public <C> EnsuredAll<C, T> runAll(List<C> models) {
    List<DesiredState> wanted = DesiredState.all(store.kind(), models);
    return models.isEmpty()
        ? new EnsuredAll<>(List.of(), null)
        : new EnsureRun<>(this, models, wanted).run(store.list().get());
  }

  /** Writes what differs from a list; a created resource is still to be {@link #confirm}ed. */
  EnsureResult write(DesiredState wanted, List<JsonObject> listed) {
    Optional<JsonObject> there = finder.one(listed, wanted.identity());
    if (there.isPresent()) {
      return writer.change(there.get(), wanted, Outcome.UNCHANGED);
    }
    refuseOtherCase(listed, wanted.identity());
    return writer.create(wanted, 1, null);
  }

  /** Lists the resources again if some were created; null if there is no need, or it fails. */
  @Nullable List<JsonObject> listAfter(Iterable<EnsureResult> results) {
    for (EnsureResult result : results) {
      if (result.isNew()) {
        return duplicates.list();
      }
    }
    return null;
  }

  /**
   * Makes sure that a created resource has no duplicate.
   *
   * @param listed the resources after the creation; null if unknown
   */
  Ensured<T> confirm(EnsureResult result, @Nullable List<JsonObject> listed) {
    EnsureResult latest = result;
    @Nullable List<JsonObject> after = listed;
    while (latest.isNew() && duplicates.tookBack(latest.json(), after)) {
      DesiredState wanted = latest.wanted();
      Optional<JsonObject> other = writer.find(wanted);
      if (other.isPresent()) {
        latest = writer.change(other.get(), wanted, Outcome.UNCHANGED);
      } else if (latest.tries() >= ROUNDS) {
        throw nothingLeft(wanted);
      } else {
        latest = writer.create(wanted, latest.tries() + 1, latest.lost());
        after = listAfter(List.of(latest));
      }
    }
    return new Ensured<>(
        writer.decoded(latest.json(), latest.outcome() != Outcome.UNCHANGED), latest.outcome());
  }

  /** Refuses a name that the service would refuse, with a message that tells less. */
  private void refuseOtherCase(List<JsonObject> all, String wanted) {
    if (!store.kind().ignoresCase()) {
      return;
    }
    for (JsonObject one : all) {
      @Nullable String existing = store.identity(one);
      if (existing != null && existing.equalsIgnoreCase(wanted)) {
        String message =
            ("There is no %s '%s', but '%s' (%s %s), and no two may differ in letter case only: use"
                    + " its %s, or another one. Nothing was written")
                .formatted(
                    store.kind().noun(),
                    Finder.shown(wanted),
                    Finder.shown(existing),
                    store.kind().id(),
                    store.id(one),
                    store.kind().identity());
        throw new CaseMismatchException(
            message, new FailureContext(store.kind().list(), 1, false), wanted, existing);
      }
    }
  }

  private AmbiguousMatchException nothingLeft(DesiredState wanted) {
    return new AmbiguousMatchException(
        ("Others created and deleted a %s '%s' each time that this call created one, which was"
                + " then deleted; try again")
            .formatted(store.kind().noun(), Finder.shown(wanted.identity())),
        null,
        new FailureContext(store.kind().list(), ROUNDS, false),
        List.of());
  }
}
