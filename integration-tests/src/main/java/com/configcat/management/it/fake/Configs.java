package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Configs. */
final class Configs implements Handlers {
  private static final String ONE = "/v1/configs/{configId}";
  private static final String ALL = "/v1/products/{productId}/configs";

  private final Backend backend;
  private final Shape shape;

  Configs(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("UpdateConfigRequest", "ConfigModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, exchange -> Answer.ok(backend.views().ofProduct(config(exchange))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  private JsonObject config(Exchange exchange) {
    return backend.table(Kind.CONFIG).get(exchange.path("configId"));
  }

  private Answer list(Exchange exchange) {
    String productId = exchange.path("productId");
    backend.table(Kind.PRODUCT).get(productId);
    return Answer.ok(
        Json.array(
            backend.table(Kind.CONFIG).where("$productId", productId).stream()
                .map(backend.views()::ofProduct)));
  }

  private Answer create(Exchange exchange) {
    JsonObject config = backend.creation().config(exchange.path("productId"), exchange.object());
    backend.journal().write(exchange, "configCreated", config);
    return Answer.created(backend.views().ofProduct(config));
  }

  private Answer update(Exchange exchange) {
    JsonObject config = config(exchange);
    shape.store(config, shape.replaced(config, exchange.object()));
    backend.journal().write(exchange, "configChanged", config);
    return Answer.ok(backend.views().ofProduct(config));
  }

  private Answer delete(Exchange exchange) {
    JsonObject config = config(exchange);
    backend.journal().write(exchange, "configDeleted", config);
    new Removal(backend.state()).config(config);
    return Answer.noContent();
  }
}
