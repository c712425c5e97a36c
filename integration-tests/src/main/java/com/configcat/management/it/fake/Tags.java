package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Tags. */
final class Tags implements Handlers {
  private static final String ONE = "/v1/tags/{tagId}";
  private static final String ALL = "/v1/products/{productId}/tags";

  private final Backend backend;
  private final Shape shape;

  Tags(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("UpdateTagModel", "TagModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, exchange -> Answer.ok(backend.views().ofProduct(tag(exchange))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("GET", ONE + "/settings", this::settings);
  }

  private JsonObject tag(Exchange exchange) {
    return backend.table(Kind.TAG).get(exchange.path("tagId"));
  }

  private Answer list(Exchange exchange) {
    String productId = exchange.path("productId");
    backend.table(Kind.PRODUCT).get(productId);
    return Answer.ok(
        Json.array(
            backend.table(Kind.TAG).where("$productId", productId).stream()
                .map(backend.views()::ofProduct)));
  }

  private Answer settings(Exchange exchange) {
    JsonObject tag = tag(exchange);
    return Answer.ok(
        Json.array(
            backend
                .table(Kind.SETTING)
                .where(setting -> Json.elements(setting, "tags").contains(tag.get("tagId")))
                .stream()
                .map(backend.views()::setting)));
  }

  private Answer create(Exchange exchange) {
    JsonObject tag = backend.creation().tag(exchange.path("productId"), exchange.object());
    backend.journal().write(exchange, "tagAdded", tag);
    return Answer.created(backend.views().ofProduct(tag));
  }

  private Answer update(Exchange exchange) {
    JsonObject tag = tag(exchange);
    shape.store(tag, shape.replaced(tag, exchange.object()));
    backend.journal().write(exchange, "tagChanged", tag);
    return Answer.ok(backend.views().ofProduct(tag));
  }

  private Answer delete(Exchange exchange) {
    JsonObject tag = tag(exchange);
    backend.journal().write(exchange, "tagRemoved", tag);
    new Removal(backend.state()).tag(tag);
    return Answer.noContent();
  }
}
