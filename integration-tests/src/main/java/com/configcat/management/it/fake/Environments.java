package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Environments. */
final class Environments implements Handlers {
  private static final String ONE = "/v1/environments/{environmentId}";
  private static final String ALL = "/v1/products/{productId}/environments";

  private final Backend backend;
  private final Shape shape;

  Environments(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("UpdateEnvironmentModel", "EnvironmentModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve(
        "GET", ONE, exchange -> Answer.ok(backend.views().ofProduct(environment(exchange))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  private JsonObject environment(Exchange exchange) {
    return backend.table(Kind.ENVIRONMENT).get(exchange.path("environmentId"));
  }

  private Answer list(Exchange exchange) {
    String productId = exchange.path("productId");
    backend.table(Kind.PRODUCT).get(productId);
    return Answer.ok(
        Json.array(
            backend.table(Kind.ENVIRONMENT).where("$productId", productId).stream()
                .map(backend.views()::ofProduct)));
  }

  private Answer create(Exchange exchange) {
    JsonObject environment =
        backend.creation().environment(exchange.path("productId"), exchange.object());
    backend.journal().write(exchange, "environmentCreated", environment);
    return Answer.created(backend.views().ofProduct(environment));
  }

  private Answer update(Exchange exchange) {
    JsonObject environment = environment(exchange);
    shape.store(environment, shape.replaced(environment, exchange.object()));
    backend.journal().write(exchange, "environmentChanged", environment);
    return Answer.ok(backend.views().ofProduct(environment));
  }

  private Answer delete(Exchange exchange) {
    JsonObject environment = environment(exchange);
    backend.journal().write(exchange, "environmentDeleted", environment);
    new Removal(backend.state()).environment(environment);
    if ("true".equalsIgnoreCase(exchange.query("cleanupAuditLogs"))) {
      AuditLogs.cleanUp(backend.state(), environment);
    }
    return Answer.noContent();
  }
}
