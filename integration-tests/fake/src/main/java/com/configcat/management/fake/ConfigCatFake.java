package com.configcat.management.fake;

import com.configcat.management.fake.internal.endpoints.Backend;
import com.configcat.management.fake.internal.endpoints.Endpoints;
import com.configcat.management.fake.internal.endpoints.RequestFilter;
import com.configcat.management.fake.internal.endpoints.Routes;
import com.configcat.management.fake.internal.endpoints.ScheduledChanges;
import com.configcat.management.fake.internal.endpoints.Surprises;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A service that behaves as the ConfigCat Public Management API does, with state, on loopback.
 *
 * <p>It holds callers to the document that the client was generated from, and does what the
 * document cannot say: versions, reasons, unique keys, references, JSON Patch, paging, permissions.
 * What it does not serve it answers with 501. Each request is served whole or not at all, one after
 * the other. Safe for use by several threads.
 */
public final class ConfigCatFake implements AutoCloseable {
  /** The user name that may do everything. */
  public static final String USER = "fake-user";

  /** The password of {@link #USER}. */
  public static final String PASSWORD = "fake-password";

  private final RequestDispatcher dispatcher;
  private final RequestFilter.Credentials credentials;
  private final Routes routes;
  private final Faults faults;
  private final Surprises surprises;
  private final World world;
  private final LoopbackServer server;
  private final Checkpoint start;
  private final @Nullable StateSaver saver;

  ConfigCatFake(ConfigCatFakeBuilder builder) {
    Document document = Document.pinned();
    State state = new State(builder.clock);
    this.credentials = new RequestFilter.Credentials();
    this.faults = new Faults();
    this.routes = new Routes(document);
    this.surprises = new Surprises(state);
    Backend backend = Backend.of(state, document, surprises);
    Endpoints.all(backend).forEach(endpoints -> endpoints.serve(routes));
    this.dispatcher =
        new RequestDispatcher(
            state,
            routes,
            new RequestFilter(document, credentials),
            faults,
            surprises,
            new ScheduledChanges(backend),
            new QuotaFilter(builder.quota, System::currentTimeMillis),
            builder.rememberedRequests);
    StateFile file = builder.stateFile == null ? null : StateFile.open(builder.stateFile);
    StateSaver started = null;
    try {
      boolean kept = file != null && file.read(state);
      this.world = new World(backend, dispatcher, credentials);
      if (!kept && builder.seed != null) {
        builder.seed.accept(world);
      }
      this.start = checkpoint();
      started = file == null ? null : new StateSaver(file, dispatcher);
      this.server =
          LoopbackServer.start(
              dispatcher,
              new RootPage(() -> Overviews.of(dispatcher, faults)),
              new InetSocketAddress(builder.address, builder.port));
    } catch (RuntimeException e) {
      if (started != null) {
        started.close();
      } else if (file != null) {
        file.close();
      }
      throw e;
    }
    this.saver = started;
  }

  /**
   * Starts one on a port that is free, with one Organization and {@link #USER}, and nothing else.
   *
   * @return the fake, ready to answer
   */
  public static ConfigCatFake start() {
    return builder().start();
  }

  /**
   * Returns a builder, for a fake that listens, counts or keeps its state in another way.
   *
   * @return a builder with the defaults of {@link #start}
   */
  public static ConfigCatFakeBuilder builder() {
    return new ConfigCatFakeBuilder();
  }

  /**
   * Returns where it listens, without a slash at the end.
   *
   * @return an address on the loopback interface
   */
  public URI baseUrl() {
    return server.baseUrl();
  }

  /**
   * Returns what puts things into the fake without a request.
   *
   * @return the world
   */
  public World world() {
    return world;
  }

  /**
   * Returns what will go wrong.
   *
   * @return the faults
   */
  public Faults faults() {
    return faults;
  }

  /**
   * Plants a member that no client knows into every object that is kept, at every depth.
   *
   * @return how many were planted
   */
  public int plantUnknownMembers() {
    return dispatcher.changed(surprises::plant);
  }

  /**
   * Returns the places whose planted members are gone, on their own or with their object. A PUT
   * that does not send them back loses them, a JSON Patch keeps them.
   *
   * @return places as they were when planted, for example {@code
   *     values/…/1003/targetingRules/0/conditions/0}
   */
  public List<String> lostUnknownMembers() {
    return dispatcher.locked(surprises::lost);
  }

  /** Adds a member that no client knows to every object that is served from now on. */
  public void serveUnknownMembers() {
    surprises.serveUnknownMembers();
  }

  /**
   * Makes pages of lists come back empty though {@code hasNext} is true.
   *
   * @param pages their numbers, from 1; none for no such page
   */
  public void emptyPages(Integer... pages) {
    surprises.emptyPages(pages);
  }

  /**
   * Changes what is kept, while no request is served.
   *
   * @param change is given the state
   */
  public void change(Consumer<FakeState> change) {
    Objects.requireNonNull(change, "change");
    dispatcher.change(state -> change.accept(new FakeState(state)));
  }

  /**
   * Returns all that is kept.
   *
   * @return a copy: tables by name, rows by id
   */
  public JsonObject snapshot() {
    return dispatcher.read(State::snapshot);
  }

  /**
   * Returns what is kept without what only says that somebody wrote: versions, times, names of who
   * did, audit log. Two of them are equal if nothing was changed in between, or put back.
   *
   * @return a copy: tables by name, rows by id
   */
  public JsonObject content() {
    return dispatcher.read(State::content);
  }

  /**
   * Returns the requests received, in order, with their outcomes.
   *
   * @return a copy
   */
  public List<ReceivedRequest> requests() {
    return dispatcher.received();
  }

  /**
   * Remembers what is there now, credentials included, for {@link #reset(Checkpoint)}.
   *
   * @return a copy of what is kept
   */
  public Checkpoint checkpoint() {
    return dispatcher.read(state -> new Checkpoint(state.tree(), credentials.copy()));
  }

  /**
   * Goes back to the start: what the seed or the state file made, and nothing else. Ids and SDK
   * keys are given anew in the same order as before. Requests received, faults, counts of the quota
   * and surprises such as {@link #emptyPages} are forgotten.
   */
  public void reset() {
    reset(start);
  }

  /**
   * Goes back to a checkpoint of this fake. Requests received, faults, counts of the quota and
   * surprises such as {@link #emptyPages} are forgotten.
   *
   * @param checkpoint what to go back to
   */
  public void reset(Checkpoint checkpoint) {
    JsonObject tree = checkpoint.state();
    faults.clear();
    dispatcher.change(
        state -> {
          state.restore(tree);
          credentials.replace(checkpoint.credentials());
          surprises.forget();
          dispatcher.forgetAll();
        });
  }

  /** Forgets the requests seen. */
  public void forgetRequests() {
    dispatcher.forget();
  }

  /**
   * Returns the operations that are served.
   *
   * @return method, space, path template of each
   */
  public Set<String> served() {
    return routes.served();
  }

  /** Stops listening, and writes the state file if there is one. */
  @Override
  public void close() {
    server.close();
    if (saver != null) {
      saver.close();
    }
  }
}
