package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Shape;
import com.configcat.management.fake.internal.state.UniqueNames;
import com.google.gson.JsonObject;

/** Lists, creates, reads, updates and deletes what a Product has several of. */
abstract class CrudEndpoints implements Endpoints {
  /** The types of the records in the audit log. */
  record Events(String created, String changed, String deleted) {}

  final Backend backend;
  private final EntityType type;
  final Shape shape;
  private final Events events;

  CrudEndpoints(Backend backend, EntityType type, Shape shape, Events events) {
    this.backend = backend;
    this.type = type;
    this.shape = shape;
    this.events = events;
  }

  /** Creates one from a valid body. */
  abstract JsonObject make(ValidatedRequest request);

  /** Deletes one, with everything that depends on it. */
  abstract void remove(JsonObject row, ValidatedRequest request);

  /** Records who changed one, where that is kept. */
  void touch(JsonObject row, ValidatedRequest request) {}

  /** Returns what one becomes by PUT. */
  JsonObject next(JsonObject row, ValidatedRequest request) {
    return shape.replaced(row, request.object());
  }

  /** Returns one as it is served. */
  JsonObject view(JsonObject row) {
    return backend.views().ofProduct(row);
  }

  /** Returns one as the list shows it. */
  JsonObject listed(JsonObject row) {
    return view(row);
  }

  @Override
  public void serve(Routes routes) {
    String all = "/v1/products/{productId}/" + type.table();
    routes.serve("GET", all, this::list);
    routes.serve("POST", all, this::create);
    String one = "/v1/" + type.table() + "/{" + type.id() + "}";
    routes.serve("GET", one, request -> FakeResponse.ok(view(row(request))));
    routes.serve("PUT", one, this::update);
    routes.serve("DELETE", one, this::delete);
  }

  /** Returns the one that the path names. */
  final JsonObject row(ValidatedRequest request) {
    return backend.table(type).get(request.path(type.id()));
  }

  private FakeResponse list(ValidatedRequest request) {
    String productId = request.path("productId");
    backend.table(EntityType.PRODUCT).get(productId);
    return FakeResponse.ok(
        Json.array(backend.table(type).where("$productId", productId).stream().map(this::listed)));
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject row = make(request);
    backend.auditTrail().write(request, events.created(), row);
    return FakeResponse.created(view(row));
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject row = row(request);
    JsonObject next = next(row, request);
    new UniqueNames(backend.state()).check(type, row, next);
    shape.store(row, next);
    touch(row, request);
    backend.auditTrail().write(request, events.changed(), row);
    return FakeResponse.ok(view(row));
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject row = row(request);
    backend.auditTrail().write(request, events.deleted(), row);
    remove(row, request);
    return FakeResponse.noContent();
  }
}
