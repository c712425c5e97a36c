package com.configcat.management.fake;

import com.configcat.management.fake.internal.endpoints.Backend;
import com.configcat.management.fake.internal.endpoints.Endpoints;
import com.configcat.management.fake.internal.endpoints.RequestFilter;
import com.configcat.management.fake.internal.endpoints.Routes;
import com.configcat.management.fake.internal.endpoints.ScheduledChanges;
import com.configcat.management.fake.internal.endpoints.Surprises;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
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

  private ConfigCatFake(Builder builder) {
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
  public static Builder builder() {
    return new Builder();
  }

  /** Sets up a fake. */
  public static final class Builder {
    private InetAddress address = InetAddress.getLoopbackAddress();
    private int port;
    private RequestQuota quota = RequestQuota.none();
    private @Nullable Path stateFile;
    private @Nullable Consumer<World> seed;
    private int rememberedRequests = Integer.MAX_VALUE;
    private @Nullable InstantSource clock;

    private Builder() {}

    /**
     * Sets the address to listen on; the loopback address by default. Whoever reaches another one
     * can change everything the fake keeps.
     *
     * @param newAddress an address of this machine
     * @return this
     */
    public Builder address(InetAddress newAddress) {
      this.address = Objects.requireNonNull(newAddress, "newAddress");
      return this;
    }

    /**
     * Sets the port; 0, a free one, by default.
     *
     * @param newPort 0 to 65535
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder port(int newPort) {
      if (newPort < 0 || newPort > 65_535) {
        throw new IllegalArgumentException("A port is 0 to 65535, not " + newPort);
      }
      this.port = newPort;
      return this;
    }

    /**
     * Sets how many requests are allowed; any number by default.
     *
     * @param newQuota for example {@link RequestQuota#ofService}
     * @return this
     */
    public Builder quota(RequestQuota newQuota) {
      this.quota = Objects.requireNonNull(newQuota, "newQuota");
      return this;
    }

    /**
     * Keeps the state in a file, from one run to the next. The file is read at the start if it
     * exists, and replaced within a second of a change and when the fake is closed. A process that
     * is killed loses at most that second, never the file.
     *
     * @param file a state file, or one that does not exist yet
     * @return this
     */
    public Builder stateFile(Path file) {
      this.stateFile = Objects.requireNonNull(file, "file");
      return this;
    }

    /**
     * Fills the world at the start, unless a state file already has.
     *
     * @param newSeed for example {@code Seed.shop()}
     * @return this
     */
    public Builder seed(Consumer<World> newSeed) {
      this.seed = Objects.requireNonNull(newSeed, "newSeed");
      return this;
    }

    /**
     * Sets the clock. By default time stands still at 2026-09-01T12:00:00Z, moves a second with
     * each write, and can be set by {@link World#now}.
     *
     * @param newClock for example {@link InstantSource#system}
     * @return this
     */
    public Builder clock(InstantSource newClock) {
      this.clock = Objects.requireNonNull(newClock, "newClock");
      return this;
    }

    /**
     * Sets how many of the last requests {@link ConfigCatFake#requests} returns; all by default.
     *
     * @param count at least 0
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder rememberedRequests(int count) {
      if (count < 0) {
        throw new IllegalArgumentException("Cannot remember " + count + " requests");
      }
      this.rememberedRequests = count;
      return this;
    }

    /**
     * Starts the fake.
     *
     * @return the fake, ready to answer
     * @throws UncheckedIOException if the port is taken, or the state file cannot be read or
     *     written
     * @throws IllegalArgumentException if the state file is damaged
     * @throws IllegalStateException if another fake uses the state file
     */
    public ConfigCatFake start() {
      return new ConfigCatFake(this);
    }
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
   * Says where members that were planted are gone, be it that their object is. A PUT that does not
   * send them back loses them, a JSON Patch keeps them.
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
    return dispatcher.locked(dispatcher::snapshot);
  }

  /**
   * Returns what is kept without what only says that somebody wrote: versions, times, names of who
   * did, audit log. Two of them are equal if nothing was changed in between, or put back.
   *
   * @return a copy: tables by name, rows by id
   */
  public JsonObject content() {
    return dispatcher.locked(dispatcher::content);
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
    return dispatcher.read(state -> new Checkpoint(Json.write(state.tree()), credentials.copy()));
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
    JsonObject tree = JsonParser.parseString(checkpoint.state()).getAsJsonObject();
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
