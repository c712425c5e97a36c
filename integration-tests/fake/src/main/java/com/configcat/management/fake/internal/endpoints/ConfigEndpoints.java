package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;

final class ConfigEndpoints extends CrudEndpoints {
  ConfigEndpoints(Backend backend) {
    super(
        backend,
        EntityType.CONFIG,
        backend.shape("UpdateConfigRequest", "ConfigModel"),
        new Events("configCreated", "configChanged", "configDeleted"));
  }

  @Override
  JsonObject make(ValidatedRequest request) {
    return backend.creation().config(request.path("productId"), request.object());
  }

  @Override
  void remove(JsonObject config, ValidatedRequest request) {
    new Removal(backend.state()).config(config);
  }
}
