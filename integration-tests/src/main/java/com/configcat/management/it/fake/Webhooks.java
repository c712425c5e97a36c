package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Webhooks and the keys that sign their calls. */
final class Webhooks implements Handlers {
  private static final String ONE = "/v1/webhooks/{webhookId}";

  private final Backend backend;
  private final Shape shape;

  Webhooks(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("WebHookRequestModel", "WebhookResponseModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/products/{productId}/webhooks", this::list);
    routes.serve(
        "POST", "/v1/configs/{configId}/environments/{environmentId}/webhooks", this::create);
    routes.serve("GET", ONE, exchange -> Answer.ok(backend.views().webhook(webhook(exchange))));
    routes.serve("PUT", ONE, this::replace);
    routes.serve("PATCH", ONE, this::patch);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("GET", ONE + "/keys", this::keys);
  }

  /** Adds to a completed content what is not null by default. */
  static JsonObject completed(Shape shape, JsonObject content) {
    JsonObject completed = shape.completed(content);
    if (!Json.has(completed, "httpMethod")) {
      completed.addProperty("httpMethod", "get");
    }
    for (JsonObject header : Json.objects(completed, "webHookHeaders")) {
      if (!Json.has(header, "isSecure")) {
        header.addProperty("isSecure", false);
      }
    }
    return completed;
  }

  private JsonObject webhook(Exchange exchange) {
    return backend.table(Kind.WEBHOOK).get(exchange.path("webhookId"));
  }

  private Answer list(Exchange exchange) {
    JsonObject product = backend.table(Kind.PRODUCT).get(exchange.path("productId"));
    return Answer.ok(
        Json.array(
            backend
                .table(Kind.WEBHOOK)
                .where(
                    row ->
                        backend
                            .table(Kind.CONFIG)
                            .get(Json.text(row, "$configId"))
                            .get("$productId")
                            .equals(product.get("productId")))
                .stream()
                .map(backend.views()::webhook)));
  }

  private Answer create(Exchange exchange) {
    JsonObject webhook =
        backend
            .creation()
            .webhook(exchange.path("configId"), exchange.path("environmentId"), exchange.object());
    backend.journal().write(exchange, "webHookCreated", webhook);
    return Answer.created(backend.views().webhook(webhook));
  }

  private Answer replace(Exchange exchange) {
    JsonObject body = exchange.object();
    JsonObject webhook = webhook(exchange);
    JsonObject next = shape.replaced(webhook, body);
    if (!Json.has(body, "httpMethod")) {
      next.remove("httpMethod");
    }
    return write(exchange, webhook, next);
  }

  private Answer patch(Exchange exchange) {
    JsonObject webhook = webhook(exchange);
    return write(exchange, webhook, shape.patched(webhook, exchange.array()));
  }

  private Answer write(Exchange exchange, JsonObject webhook, JsonObject next) {
    shape.store(webhook, completed(shape, next));
    backend.journal().write(exchange, "webHookChanged", webhook);
    return Answer.ok(backend.views().webhook(webhook));
  }

  private Answer delete(Exchange exchange) {
    JsonObject webhook = webhook(exchange);
    backend.journal().write(exchange, "webHookDeleted", webhook);
    backend.table(Kind.WEBHOOK).remove(webhook);
    return Answer.noContent();
  }

  private Answer keys(Exchange exchange) {
    JsonObject webhook = webhook(exchange);
    return Answer.ok(Json.object("key1", webhook.get("$key1"), "key2", webhook.get("$key2")));
  }
}
