package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Products. */
final class Products implements Handlers {
  private static final String ONE = "/v1/products/{productId}";

  private final Backend backend;
  private final Shape shape;

  Products(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("UpdateProductRequest", "ProductModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/products", this::list);
    routes.serve("POST", "/v1/organizations/{organizationId}/products", this::create);
    routes.serve("GET", ONE, exchange -> Answer.ok(backend.views().product(product(exchange))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  private JsonObject product(Exchange exchange) {
    return backend.table(Kind.PRODUCT).get(exchange.path("productId"));
  }

  private Answer list(Exchange exchange) {
    return Answer.ok(
        Json.array(backend.table(Kind.PRODUCT).all().stream().map(backend.views()::product)));
  }

  private Answer create(Exchange exchange) {
    JsonObject product =
        backend.creation().product(exchange.path("organizationId"), exchange.object());
    backend.journal().write(exchange, "productCreated", product);
    return Answer.created(backend.views().product(product));
  }

  private Answer update(Exchange exchange) {
    JsonObject product = product(exchange);
    shape.store(product, shape.replaced(product, exchange.object()));
    backend.journal().write(exchange, "productChanged", product);
    return Answer.ok(backend.views().product(product));
  }

  private Answer delete(Exchange exchange) {
    JsonObject product = product(exchange);
    backend.journal().write(exchange, "productDeleted", product);
    new Removal(backend.state()).product(product);
    return Answer.noContent();
  }
}
