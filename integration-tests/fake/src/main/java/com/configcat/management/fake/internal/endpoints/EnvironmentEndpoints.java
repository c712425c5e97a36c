package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;

final class EnvironmentEndpoints extends CrudEndpoints {
  EnvironmentEndpoints(Backend backend) {
    super(
        backend,
        EntityType.ENVIRONMENT,
        backend.shape("UpdateEnvironmentModel", "EnvironmentModel"),
        new Events("environmentCreated", "environmentChanged", "environmentDeleted"));
  }

  @Override
  JsonObject make(ValidatedRequest request) {
    return backend.creation().environment(request.path("productId"), request.object());
  }

  @Override
  void remove(JsonObject environment, ValidatedRequest request) {
    new Removal(backend.state()).environment(environment);
    if ("true".equalsIgnoreCase(request.query("cleanupAuditLogs"))) {
      AuditLogEndpoints.cleanUp(backend.state(), environment);
    }
  }
}
