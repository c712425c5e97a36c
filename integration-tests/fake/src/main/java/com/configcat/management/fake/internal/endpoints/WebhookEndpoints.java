package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Creation;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Shape;
import com.google.gson.JsonObject;

/** Serves webhooks and their signing keys. */
final class WebhookEndpoints implements Endpoints {
  private static final String ONE = "/v1/webhooks/{webhookId}";

  private final Backend backend;
  private final Shape shape;

  WebhookEndpoints(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("WebHookRequestModel", "WebhookResponseModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/products/{productId}/webhooks", this::list);
    routes.serve(
        "POST", "/v1/configs/{configId}/environments/{environmentId}/webhooks", this::create);
    routes.serve("GET", ONE, request -> FakeResponse.ok(backend.views().webhook(webhook(request))));
    routes.serve("PUT", ONE, this::replace);
    routes.serve("PATCH", ONE, this::patch);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("GET", ONE + "/keys", this::keys);
  }

  private JsonObject webhook(ValidatedRequest request) {
    return backend.table(EntityType.WEBHOOK).get(request.path("webhookId"));
  }

  private FakeResponse list(ValidatedRequest request) {
    JsonObject product = backend.table(EntityType.PRODUCT).get(request.path("productId"));
    return FakeResponse.ok(
        Json.array(
            backend
                .table(EntityType.WEBHOOK)
                .where(
                    row ->
                        backend
                            .table(EntityType.CONFIG)
                            .get(Json.text(row, "$configId"))
                            .get("$productId")
                            .equals(product.get("productId")))
                .stream()
                .map(backend.views()::webhook)));
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject webhook =
        backend
            .creation()
            .webhook(request.path("configId"), request.path("environmentId"), request.object());
    backend.auditTrail().write(request, "webHookCreated", webhook);
    return FakeResponse.created(backend.views().webhook(webhook));
  }

  private FakeResponse replace(ValidatedRequest request) {
    JsonObject body = request.object();
    JsonObject webhook = webhook(request);
    JsonObject next = shape.replaced(webhook, body);
    if (!Json.has(body, "httpMethod")) {
      next.remove("httpMethod");
    }
    return write(request, webhook, next);
  }

  private FakeResponse patch(ValidatedRequest request) {
    JsonObject webhook = webhook(request);
    return write(request, webhook, shape.patched(webhook, request.array()));
  }

  private FakeResponse write(ValidatedRequest request, JsonObject webhook, JsonObject next) {
    shape.store(webhook, Creation.completedWebhook(shape, next));
    backend.auditTrail().write(request, "webHookChanged", webhook);
    return FakeResponse.ok(backend.views().webhook(webhook));
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject webhook = webhook(request);
    backend.auditTrail().write(request, "webHookDeleted", webhook);
    backend.table(EntityType.WEBHOOK).remove(webhook);
    return FakeResponse.noContent();
  }

  private FakeResponse keys(ValidatedRequest request) {
    JsonObject webhook = webhook(request);
    return FakeResponse.ok(Json.object("key1", webhook.get("$key1"), "key2", webhook.get("$key2")));
  }
}
