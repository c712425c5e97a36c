package com.configcat.management.it.fake;

import com.google.gson.JsonObject;

/** Tags. */
final class Tags extends PartsOfProduct {
  Tags(Backend backend) {
    super(
        backend,
        Kind.TAG,
        backend.shape("UpdateTagModel", "TagModel"),
        new Events("tagAdded", "tagChanged", "tagRemoved"));
  }

  @Override
  public void serve(Routes routes) {
    super.serve(routes);
    routes.serve("GET", "/v1/tags/{tagId}/settings", this::settings);
  }

  @Override
  JsonObject make(Exchange exchange) {
    return backend.creation().tag(exchange.path("productId"), exchange.object());
  }

  @Override
  void remove(JsonObject tag, Exchange exchange) {
    new Removal(backend.state()).tag(tag);
  }

  private Answer settings(Exchange exchange) {
    JsonObject tag = row(exchange);
    return Answer.ok(
        Json.array(
            backend
                .table(Kind.SETTING)
                .where(setting -> Json.elements(setting, "tags").contains(tag.get("tagId")))
                .stream()
                .map(backend.views()::setting)));
  }
}
