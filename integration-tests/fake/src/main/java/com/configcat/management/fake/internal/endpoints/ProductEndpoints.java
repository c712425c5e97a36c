package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Removal;
import com.configcat.management.fake.internal.state.Shape;
import com.configcat.management.fake.internal.state.UniqueNames;
import com.google.gson.JsonObject;

final class ProductEndpoints implements Endpoints {
  private static final String ONE = "/v1/products/{productId}";

  private final Backend backend;
  private final Shape shape;

  ProductEndpoints(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("UpdateProductRequest", "ProductModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/products", this::list);
    routes.serve("POST", "/v1/organizations/{organizationId}/products", this::create);
    routes.serve("GET", ONE, request -> FakeResponse.ok(backend.views().product(product(request))));
    routes.serve("PUT", ONE, this::update);
    routes.serve("DELETE", ONE, this::delete);
  }

  private JsonObject product(ValidatedRequest request) {
    return backend.table(EntityType.PRODUCT).get(request.path("productId"));
  }

  private FakeResponse list(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.array(backend.table(EntityType.PRODUCT).all().stream().map(backend.views()::product)));
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject product =
        backend
            .creation()
            .product(request.path("organizationId"), request.object(), request.credential());
    backend.auditTrail().write(request, "productCreated", product);
    return FakeResponse.created(backend.views().product(product));
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject product = product(request);
    JsonObject next = shape.replaced(product, request.object());
    new UniqueNames(backend.state()).check(EntityType.PRODUCT, product, next);
    shape.store(product, next);
    backend.auditTrail().write(request, "productChanged", product);
    return FakeResponse.ok(backend.views().product(product));
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject product = product(request);
    backend.auditTrail().write(request, "productDeleted", product);
    new Removal(backend.state()).product(product);
    return FakeResponse.noContent();
  }
}
