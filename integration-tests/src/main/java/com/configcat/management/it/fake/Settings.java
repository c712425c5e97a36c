package com.configcat.management.it.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Feature Flags and Settings themselves, without their values. */
final class Settings implements Handlers {
  private static final String ONE = "/v1/settings/{settingId}";
  private static final String ALL = "/v1/configs/{configId}/settings";

  private final Backend backend;
  private final Shape shape;

  Settings(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("ReplaceSettingModel", "SettingModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, exchange -> Answer.ok(backend.views().setting(setting(exchange))));
    routes.serve("PUT", ONE, this::replace);
    routes.serve("PATCH", ONE, this::patch);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("GET", "/v1/configs/{configId}/deleted-settings", this::deleted);
  }

  private JsonObject setting(Exchange exchange) {
    return backend.table(Kind.SETTING).get(exchange.path("settingId"));
  }

  private String config(Exchange exchange) {
    return Json.text(backend.table(Kind.CONFIG).get(exchange.path("configId")), "configId");
  }

  private Answer list(Exchange exchange) {
    return Answer.ok(
        Json.array(
            backend.table(Kind.SETTING).where("configId", config(exchange)).stream()
                .map(backend.views()::setting)));
  }

  private Answer deleted(Exchange exchange) {
    return Answer.ok(
        Json.array(
            backend.table(Kind.DELETED_SETTING).where("$configId", config(exchange)).stream()
                .map(Views::open)));
  }

  private Answer create(Exchange exchange) {
    JsonObject setting =
        backend
            .creation()
            .setting(exchange.path("configId"), exchange.object(), exchange.credential());
    backend.journal().write(exchange, "settingCreated", setting);
    return Answer.created(backend.views().setting(setting));
  }

  private Answer replace(Exchange exchange) {
    JsonObject setting = setting(exchange);
    return write(exchange, setting, shape.replaced(setting, exchange.object()));
  }

  private Answer patch(Exchange exchange) {
    JsonObject setting = setting(exchange);
    JsonArray operations = exchange.array();
    return write(exchange, setting, shape.patched(setting, operations));
  }

  private Answer write(Exchange exchange, JsonObject setting, JsonObject next) {
    if (!next.equals(shape.changeable(setting))) {
      JsonObject config = backend.table(Kind.CONFIG).get(Json.text(setting, "configId"));
      SettingCreation.checkTags(
          backend.state(), Json.text(config, "$productId"), Json.elements(next, "tags"));
      shape.store(setting, next);
      backend.journal().write(exchange, "settingChanged", setting);
    }
    return Answer.ok(backend.views().setting(setting));
  }

  private Answer delete(Exchange exchange) {
    JsonObject setting = setting(exchange);
    backend.journal().write(exchange, "settingDeleted", setting);
    new Removal(backend.state()).setting(setting);
    return Answer.noContent();
  }
}
