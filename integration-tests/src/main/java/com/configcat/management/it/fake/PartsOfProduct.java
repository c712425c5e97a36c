package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** What a Product has several of: listed, made, read, changed and deleted alike. */
abstract class PartsOfProduct implements Handlers {
  /** What the audit log calls it when one comes, changes and goes. */
  record Events(String created, String changed, String deleted) {}

  final Backend backend;
  private final Kind kind;
  private final Shape shape;
  private final Events events;

  PartsOfProduct(Backend backend, Kind kind, Shape shape, Events events) {
    this.backend = backend;
    this.kind = kind;
    this.shape = shape;
    this.events = events;
  }

  /** Makes one from a body that fits the contract. */
  abstract JsonObject make(Exchange exchange);

  /** Takes one away, with all that cannot be without it. */
  abstract void remove(JsonObject row, Exchange exchange);

  /** Notes by whom one was changed, where that is kept. */
  void touch(JsonObject row, Exchange exchange) {}

  /** Shows one in the list of all. */
  JsonObject listed(JsonObject row) {
    return backend.views().ofProduct(row);
  }

  @Override
  public void serve(Routes routes) {
    String all = "/v1/products/{productId}/" + kind.table();
    routes.serve("GET", all, this::list);
    routes.serve("POST", all, this::create);
    String one = "/v1/" + kind.table() + "/{" + kind.id() + "}";
    routes.serve("GET", one, exchange -> Answer.ok(backend.views().ofProduct(row(exchange))));
    routes.serve("PUT", one, this::update);
    routes.serve("DELETE", one, this::delete);
  }

  /** The one that the path names. */
  final JsonObject row(Exchange exchange) {
    return backend.table(kind).get(exchange.path(kind.id()));
  }

  private Answer list(Exchange exchange) {
    String productId = exchange.path("productId");
    backend.table(Kind.PRODUCT).get(productId);
    return Answer.ok(
        Json.array(backend.table(kind).where("$productId", productId).stream().map(this::listed)));
  }

  private Answer create(Exchange exchange) {
    JsonObject row = make(exchange);
    backend.journal().write(exchange, events.created(), row);
    return Answer.created(backend.views().ofProduct(row));
  }

  private Answer update(Exchange exchange) {
    JsonObject row = row(exchange);
    shape.store(row, shape.replaced(row, exchange.object()));
    touch(row, exchange);
    backend.journal().write(exchange, events.changed(), row);
    return Answer.ok(backend.views().ofProduct(row));
  }

  private Answer delete(Exchange exchange) {
    JsonObject row = row(exchange);
    backend.journal().write(exchange, events.deleted(), row);
    remove(row, exchange);
    return Answer.noContent();
  }
}
