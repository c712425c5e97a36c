package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.PermissionGroups;
import com.configcat.management.fake.internal.state.Removal;
import com.google.gson.JsonObject;

final class PermissionGroupEndpoints extends CrudEndpoints {
  private final PermissionGroups groups;
  private final Permissions permissions;

  PermissionGroupEndpoints(Backend backend) {
    super(
        backend,
        EntityType.PERMISSION_GROUP,
        backend.shape("UpdatePermissionGroupRequest", "PermissionGroupModel"),
        new Events("permissionGroupCreated", "permissionGroupChanged", "permissionGroupDeleted"));
    this.groups = new PermissionGroups(backend.state(), backend.document());
    this.permissions = new Permissions(backend.state());
  }

  @Override
  JsonObject make(ValidatedRequest request) {
    String productId = request.path("productId");
    permissions.require(request, productId, Permissions.MANAGE_MEMBERS);
    return backend.creation().permissionGroup(productId, request.object());
  }

  @Override
  JsonObject next(JsonObject group, ValidatedRequest request) {
    permissions.require(request, Json.text(group, "$productId"), Permissions.MANAGE_MEMBERS);
    return groups.changed(group, request.object());
  }

  @Override
  JsonObject view(JsonObject group) {
    return backend.views().permissionGroup(group);
  }

  @Override
  void remove(JsonObject group, ValidatedRequest request) {
    permissions.require(request, Json.text(group, "$productId"), Permissions.MANAGE_MEMBERS);
    new Removal(backend.state()).permissionGroup(group);
  }
}
