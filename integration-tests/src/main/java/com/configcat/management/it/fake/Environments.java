package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Environments. */
final class Environments extends PartsOfProduct {
  Environments(Backend backend) {
    super(
        backend,
        Kind.ENVIRONMENT,
        backend.shape("UpdateEnvironmentModel", "EnvironmentModel"),
        new Events("environmentCreated", "environmentChanged", "environmentDeleted"));
  }

  @Override
  JsonObject make(Exchange exchange) {
    return backend.creation().environment(exchange.path("productId"), exchange.object());
  }

  @Override
  void remove(JsonObject environment, Exchange exchange) {
    new Removal(backend.state()).environment(environment);
    if ("true".equalsIgnoreCase(exchange.query("cleanupAuditLogs"))) {
      AuditLogs.cleanUp(backend.state(), environment);
    }
  }
}
