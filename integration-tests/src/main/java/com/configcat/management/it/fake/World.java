package com.configcat.management.it.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts things into a fake, without requests and without audit log. */
public final class World {
  /** Who has made what a test puts in. */
  static final Credential MAKER = new Credential("Ada Lovelace", "", false);

  private final Backend backend;
  private final Service service;
  private final Gate.Credentials credentials;
  private final String organizationId;

  World(Backend backend, Service service, Gate.Credentials credentials) {
    this.backend = backend;
    this.service = service;
    this.credentials = credentials;
    this.organizationId = Json.text(backend.creation().organization("Acme"), "organizationId");
    credentials.add(new Credential(ConfigCatFake.USER, ConfigCatFake.PASSWORD, false));
  }

  /**
   * Lets somebody call and do everything.
   *
   * @param user the user name
   * @param password the password
   * @return this
   */
  public World credential(String user, String password) {
    credentials.add(new Credential(user, password, false));
    return this;
  }

  /**
   * Lets somebody read; writes are answered with 403.
   *
   * @param user the user name
   * @param password the password
   * @return this
   */
  public World readOnlyCredential(String user, String password) {
    credentials.add(new Credential(user, password, true));
    return this;
  }

  /**
   * Sets the fake's clock. By itself it moves a second with each write, and no other way.
   *
   * @param now the time
   * @return this
   */
  public World now(Instant now) {
    service.change(state -> state.now(now));
    return this;
  }

  /**
   * Returns the one Organization that is there from the start.
   *
   * @return its id
   */
  public UUID organizationId() {
    return UUID.fromString(organizationId);
  }

  /**
   * Adds a Product.
   *
   * @param name its name
   * @return the Product
   */
  public FakeProduct product(String name) {
    return new FakeProduct(
        this, made(() -> backend.creation().product(organizationId, named(name)), "productId"));
  }

  Backend backend() {
    return backend;
  }

  /** Makes a row while no request is served, and returns its id. */
  String made(Supplier<JsonObject> creation, String id) {
    return service.locked(() -> Json.text(creation.get(), id));
  }

  void change(Kind kind, String id, Consumer<JsonObject> change) {
    service.change(state -> change.accept(state.table(kind).get(id)));
  }

  <T> T locked(Supplier<T> work) {
    return service.locked(work);
  }

  static JsonObject named(String name) {
    return Json.object("name", name);
  }
}
