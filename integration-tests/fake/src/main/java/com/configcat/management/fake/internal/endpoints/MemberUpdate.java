package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the Permission Groups and roles of a member, as one request wants them. */
final class MemberUpdate {
  private final Backend backend;
  private final Members members;
  private final Permissions permissions;
  private final ValidatedRequest request;
  private final JsonObject member;
  private final String organizationId;

  MemberUpdate(Backend backend, ValidatedRequest request, JsonObject member) {
    this.backend = backend;
    this.members = new Members(backend.state());
    this.permissions = new Permissions(backend.state());
    this.request = request;
    this.member = member;
    this.organizationId = Json.text(member, "$organizationId");
  }

  /**
   * Changes all, or nothing.
   *
   * @throws Refusal if a group does not fit, or the caller may not
   */
  void apply() {
    JsonObject body = request.object();
    List<JsonObject> groups = groups(Json.elements(body, "permissionGroupIds"));
    groups.forEach(this::join);
    if (Json.truth(body, "removeFromPermissionGroupsWhereIdNotSet")) {
      List<JsonElement> kept = groups.stream().map(row -> row.get("permissionGroupId")).toList();
      members.memberships(member).stream()
          .filter(place -> !kept.contains(place.get("permissionGroupId")))
          .forEach(this::leave);
    }
    role(body, "isAdmin", Members.ADMIN);
    role(body, "isBillingManager", Members.BILLING_MANAGER);
    members.requireAdmin(organizationId);
  }

  private List<JsonObject> groups(List<JsonElement> ids) {
    List<JsonObject> groups =
        ids.stream().map(JsonElement::getAsString).distinct().map(this::group).toList();
    Set<JsonElement> products = new HashSet<>();
    for (JsonObject group : groups) {
      if (!products.add(group.get("$productId"))) {
        throw Refusal.field(
            "PermissionGroupIds", "Only one permission group can be set in a product.");
      }
    }
    return groups;
  }

  private JsonObject group(String id) {
    return backend
        .table(EntityType.PERMISSION_GROUP)
        .find(id)
        .filter(
            row ->
                Json.text(
                        backend.table(EntityType.PRODUCT).get(Json.text(row, "$productId")),
                        "$organizationId")
                    .equals(organizationId))
        .orElseThrow(() -> Refusal.field("PermissionGroupIds", "Permission group not found."));
  }

  private void join(JsonObject group) {
    String productId = Json.text(group, "$productId");
    Optional<JsonObject> before = members.membership(productId, member);
    JsonElement id = group.get("permissionGroupId");
    if (before.filter(place -> place.get("permissionGroupId").equals(id)).isEmpty()) {
      permissions.require(request, productId, Permissions.MANAGE_MEMBERS);
      record(
          before.isPresent() ? "teamMemberPermissionGroupChanged" : "teamMemberAddedToProduct",
          productId);
      members.join(group, member);
    }
  }

  private void leave(JsonObject membership) {
    String productId = Json.text(membership, "$productId");
    permissions.require(request, productId, Permissions.MANAGE_MEMBERS);
    record("teamMemberRemoved", productId);
    backend.table(EntityType.MEMBERSHIP).remove(membership);
  }

  private void record(String type, String productId) {
    backend
        .auditTrail()
        .write(request, type, Json.object("email", member.get("email"), "productId", productId));
  }

  private void role(JsonObject body, String name, String role) {
    if (Json.has(body, name) && Json.truth(body, name) != Json.truth(member, role)) {
      permissions.requireAdmin(request, organizationId);
      member.add(role, body.get(name));
      if (role.equals(Members.ADMIN)) {
        backend.auditTrail().write(request, "organizationAdminChanged", member);
      }
    }
  }
}
