package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Segments. */
final class Segments implements Handlers {
  private static final String ONE = "/v1/segments/{segmentId}";
  private static final String ALL = "/v1/products/{productId}/segments";

  private final Backend backend;
  private final Shape shape;

  Segments(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("UpdateSegmentModel", "SegmentModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, exchange -> Answer.ok(backend.views().ofProduct(segment(exchange))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  private JsonObject segment(Exchange exchange) {
    return backend.table(Kind.SEGMENT).get(exchange.path("segmentId"));
  }

  private Answer list(Exchange exchange) {
    String productId = exchange.path("productId");
    backend.table(Kind.PRODUCT).get(productId);
    return Answer.ok(
        Json.array(
            backend.table(Kind.SEGMENT).where("$productId", productId).stream()
                .map(backend.views()::listedSegment)));
  }

  private Answer create(Exchange exchange) {
    JsonObject segment =
        backend
            .creation()
            .segment(exchange.path("productId"), exchange.object(), exchange.credential());
    backend.journal().write(exchange, "segmentCreated", segment);
    return Answer.created(backend.views().ofProduct(segment));
  }

  private Answer update(Exchange exchange) {
    JsonObject segment = segment(exchange);
    shape.store(segment, shape.replaced(segment, exchange.object()));
    segment.addProperty("lastUpdaterEmail", exchange.credential().email());
    segment.addProperty("lastUpdaterFullName", exchange.credential().user());
    segment.addProperty("updatedAt", backend.state().tick().toString());
    backend.journal().write(exchange, "segmentChanged", segment);
    return Answer.ok(backend.views().ofProduct(segment));
  }

  private Answer delete(Exchange exchange) {
    JsonObject segment = segment(exchange);
    backend.journal().write(exchange, "segmentDeleted", segment);
    new Removal(backend.state()).segment(segment);
    return Answer.noContent();
  }
}
