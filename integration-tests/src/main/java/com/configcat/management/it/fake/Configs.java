package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Configs. */
final class Configs extends PartsOfProduct {
  Configs(Backend backend) {
    super(
        backend,
        Kind.CONFIG,
        backend.shape("UpdateConfigRequest", "ConfigModel"),
        new Events("configCreated", "configChanged", "configDeleted"));
  }

  @Override
  JsonObject make(Exchange exchange) {
    return backend.creation().config(exchange.path("productId"), exchange.object());
  }

  @Override
  void remove(JsonObject config, Exchange exchange) {
    new Removal(backend.state()).config(config);
  }
}
