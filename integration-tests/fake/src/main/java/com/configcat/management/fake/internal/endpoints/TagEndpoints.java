package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;

final class TagEndpoints extends CrudEndpoints {
  TagEndpoints(Backend backend) {
    super(
        backend,
        EntityType.TAG,
        backend.shape("UpdateTagModel", "TagModel"),
        new Events("tagAdded", "tagChanged", "tagRemoved"));
  }

  @Override
  public void serve(Routes routes) {
    super.serve(routes);
    routes.serve("GET", "/v1/tags/{tagId}/settings", this::settings);
  }

  @Override
  JsonObject make(ValidatedRequest request) {
    return backend.creation().tag(request.path("productId"), request.object());
  }

  @Override
  void remove(JsonObject tag, ValidatedRequest request) {
    new Removal(backend.state()).tag(tag);
  }

  private FakeResponse settings(ValidatedRequest request) {
    JsonObject tag = row(request);
    return FakeResponse.ok(
        Json.array(
            backend
                .table(EntityType.SETTING)
                .where(setting -> Json.elements(setting, "tags").contains(tag.get("tagId")))
                .stream()
                .map(backend.views()::setting)));
  }
}
