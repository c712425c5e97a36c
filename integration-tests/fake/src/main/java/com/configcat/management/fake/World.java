package com.configcat.management.fake;

import com.configcat.management.fake.internal.endpoints.Backend;
import com.configcat.management.fake.internal.endpoints.RequestFilter;
import com.configcat.management.fake.internal.endpoints.ScheduledChanges;
import com.configcat.management.fake.internal.state.Credential;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Removal;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts things into a fake, without requests and without audit log. */
public final class World {
  private final Backend backend;
  private final RequestDispatcher dispatcher;
  private final RequestFilter.Credentials credentials;
  private final String organizationId;
  private final Credential owner =
      new Credential(ConfigCatFake.USER, ConfigCatFake.PASSWORD, false);

  World(Backend backend, RequestDispatcher dispatcher, RequestFilter.Credentials credentials) {
    this.backend = backend;
    this.dispatcher = dispatcher;
    this.credentials = credentials;
    this.organizationId =
        backend.table(EntityType.ORGANIZATION).all().stream()
            .findFirst()
            .map(organization -> Json.text(organization, "organizationId"))
            .orElseGet(() -> Json.text(backend.creation().organization("Acme"), "organizationId"));
    admit(owner);
  }

  /** Lets a member of the Organization call, as an administrator unless they may only read. */
  private void admit(Credential credential) {
    dispatcher.change(
        state -> {
          JsonObject member =
              new Members(state).add(organizationId, credential.email(), credential.user());
          if (!credential.readOnly()) {
            member.addProperty(Members.ADMIN, true);
          }
        });
    credentials.add(credential);
  }

  /**
   * Lets somebody call and do everything: an administrator of the Organization.
   *
   * @param user the user name
   * @param password the password
   * @return this
   */
  public World credential(String user, String password) {
    admit(new Credential(user, password, false));
    return this;
  }

  /**
   * Lets somebody read: a member of the Organization whose writes are answered with 403.
   *
   * @param user the user name
   * @param password the password
   * @return this
   */
  public World readOnlyCredential(String user, String password) {
    admit(new Credential(user, password, true));
    return this;
  }

  /**
   * Adds a member to the Organization, without a role and in no Product.
   *
   * @param email the e-mail address, by which credentials of that user name are theirs
   * @param fullName the first and last name
   * @return {@code userId}
   */
  public String member(String email, String fullName) {
    return made(() -> new Members(backend.state()).add(organizationId, email, fullName), "userId");
  }

  /**
   * Lets somebody no longer call, as if they had left: their open change requests have no owner.
   *
   * @param user the user name
   * @return this
   */
  public World removeCredential(String user) {
    credentials.remove(user);
    dispatcher.change(state -> new Removal(state).owner(new Credential(user, "", false).email()));
    return this;
  }

  /**
   * Sets the time, which moves a second with each write, and no other way, and applies the change
   * requests that are due by then. Has no effect on a fake with a clock of its own.
   *
   * @param now the time
   * @return this
   */
  public World now(Instant now) {
    dispatcher.change(
        state -> {
          state.now(now);
          new ScheduledChanges(backend).run();
        });
    return this;
  }

  /**
   * Allows Products, Environments and Segments of one name beside each other, which the service
   * does not. For tests of what a client makes of them, however they came to be. A reset does not
   * take that back.
   *
   * @return this
   */
  public World allowDuplicateNames() {
    dispatcher.change(State::allowDuplicateNames);
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
        this,
        made(() -> backend.creation().product(organizationId, named(name), owner), "productId"));
  }

  /**
   * Finds an Environment that a request has created.
   *
   * @param environmentId its id
   * @return the Environment
   * @throws IllegalArgumentException if there is none
   */
  public FakeEnvironment environment(UUID environmentId) {
    return new FakeEnvironment(
        this, Json.text(existing(EntityType.ENVIRONMENT, environmentId), "environmentId"));
  }

  /**
   * Finds a Config that a request has created.
   *
   * @param configId its id
   * @return the Config
   * @throws IllegalArgumentException if there is none
   */
  public FakeConfig config(UUID configId) {
    return new FakeConfig(this, Json.text(existing(EntityType.CONFIG, configId), "configId"));
  }

  /**
   * Finds a flag that a request has created.
   *
   * @param settingId its id
   * @return the flag
   * @throws IllegalArgumentException if there is none
   */
  public FakeFlag flag(int settingId) {
    return new FakeFlag(this, settingId, Json.text(existing(EntityType.SETTING, settingId), "key"));
  }

  /**
   * Returns all SDK keys.
   *
   * @return primary keys by the names of Product, Config and Environment, separated by " / "
   */
  public Map<String, String> sdkKeys() {
    return dispatcher.locked(
        () -> {
          Map<String, String> keys = new LinkedHashMap<>();
          for (JsonObject row : backend.table(EntityType.SDK_KEY).all()) {
            JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(row, "$configId"));
            String place =
                String.join(
                    " / ",
                    name(EntityType.PRODUCT, Json.text(config, "$productId")),
                    Json.text(config, "name"),
                    name(EntityType.ENVIRONMENT, Json.text(row, "$environmentId")));
            keys.put(place, Json.text(row, "primary"));
          }
          return keys;
        });
  }

  /**
   * Returns an SDK key.
   *
   * @param product the name of the Product
   * @param config the name of the Config
   * @param environment the name of the Environment
   * @return the primary key
   * @throws IllegalArgumentException if there is none
   */
  public String sdkKey(String product, String config, String environment) {
    Map<String, String> keys = sdkKeys();
    String place = String.join(" / ", product, config, environment);
    String key = keys.get(place);
    if (key == null) {
      throw new IllegalArgumentException(
          "There is no SDK key of " + place + " in " + keys.keySet());
    }
    return key;
  }

  private String name(EntityType type, String id) {
    return Json.text(backend.table(type).get(id), "name");
  }

  private JsonObject existing(EntityType type, Object id) {
    return dispatcher.locked(
        () ->
            backend
                .table(type)
                .find(id.toString())
                .orElseThrow(
                    () -> new IllegalArgumentException("No " + type.id() + " " + id + " exists")));
  }

  Backend backend() {
    return backend;
  }

  /**
   * Makes a row while no request is served, and returns its id.
   *
   * @throws IllegalArgumentException if the service would refuse it
   */
  String made(Supplier<JsonObject> creation, String id) {
    try {
      return dispatcher.changed(() -> Json.text(creation.get(), id));
    } catch (Refusal e) {
      throw new IllegalArgumentException("The service would refuse this: " + e.getMessage(), e);
    }
  }

  void change(EntityType type, String id, Consumer<JsonObject> change) {
    dispatcher.change(state -> change.accept(state.table(type).get(id)));
  }

  <T> T locked(Supplier<T> work) {
    return dispatcher.locked(work);
  }

  static JsonObject named(String name) {
    return Json.object("name", name);
  }
}
