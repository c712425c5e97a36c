package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Removal;
import com.configcat.management.fake.internal.state.SettingCreation;
import com.configcat.management.fake.internal.state.Shape;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Serves Feature Flags and Settings, without their values. */
final class SettingEndpoints implements Endpoints {
  private static final String ONE = "/v1/settings/{settingId}";
  private static final String ALL = "/v1/configs/{configId}/settings";

  private final Backend backend;
  private final Shape shape;

  SettingEndpoints(Backend backend) {
    this.backend = backend;
    this.shape = backend.shape("ReplaceSettingModel", "SettingModel");
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", ALL, this::list);
    routes.serve("POST", ALL, this::create);
    routes.serve("GET", ONE, request -> FakeResponse.ok(backend.views().setting(setting(request))));
    routes.serve("PUT", ONE, this::replace);
    routes.serve("PATCH", ONE, this::patch);
    routes.serve("DELETE", ONE, this::delete);
    routes.serve("GET", "/v1/configs/{configId}/deleted-settings", this::deleted);
  }

  private JsonObject setting(ValidatedRequest request) {
    return backend.table(EntityType.SETTING).get(request.path("settingId"));
  }

  private String config(ValidatedRequest request) {
    return Json.text(backend.table(EntityType.CONFIG).get(request.path("configId")), "configId");
  }

  private FakeResponse list(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.array(
            backend.table(EntityType.SETTING).where("configId", config(request)).stream()
                .map(backend.views()::setting)));
  }

  private FakeResponse deleted(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.array(
            backend.table(EntityType.DELETED_SETTING).where("$configId", config(request)).stream()
                .map(Views::open)));
  }

  private FakeResponse create(ValidatedRequest request) {
    JsonObject setting =
        backend
            .creation()
            .setting(request.path("configId"), request.object(), request.credential());
    backend.auditTrail().write(request, "settingCreated", setting);
    return FakeResponse.created(backend.views().setting(setting));
  }

  private FakeResponse replace(ValidatedRequest request) {
    JsonObject setting = setting(request);
    return write(request, setting, shape.replaced(setting, request.object()));
  }

  private FakeResponse patch(ValidatedRequest request) {
    JsonObject setting = setting(request);
    JsonArray operations = request.array();
    return write(request, setting, shape.patched(setting, operations));
  }

  private FakeResponse write(ValidatedRequest request, JsonObject setting, JsonObject next) {
    if (!next.equals(shape.changeable(setting))) {
      JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(setting, "configId"));
      SettingCreation.checkTags(
          backend.state(), Json.text(config, "$productId"), Json.elements(next, "tags"));
      shape.store(setting, next);
      backend.auditTrail().write(request, "settingChanged", setting);
    }
    return FakeResponse.ok(backend.views().setting(setting));
  }

  private FakeResponse delete(ValidatedRequest request) {
    JsonObject setting = setting(request);
    new ChangeRequestBackend(backend).dropSetting(request, request.path("settingId"));
    backend.auditTrail().write(request, "settingDeleted", setting);
    new Removal(backend.state()).setting(setting);
    return FakeResponse.noContent();
  }
}
