package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;

/** Knows what a caller may do, by their role and their Permission Groups. */
record Permissions(State state) {
  static final String MANAGE_MEMBERS = "canManageMembers";

  /** Whether the caller is an administrator of the Organization. */
  boolean isAdmin(ValidatedRequest request, String organizationId) {
    return new Members(state)
        .find(request.credential().email())
        .filter(member -> Json.text(member, "$organizationId").equals(organizationId))
        .filter(member -> Json.truth(member, Members.ADMIN))
        .isPresent();
  }

  /** Whether the caller has a right in a Product, as an administrator or by Permission Group. */
  boolean has(ValidatedRequest request, JsonObject product, String right) {
    Members members = new Members(state);
    return isAdmin(request, Json.text(product, "$organizationId"))
        || members
            .find(request.credential().email())
            .flatMap(member -> members.membership(Json.text(product, "productId"), member))
            .map(place -> Json.text(place, "permissionGroupId"))
            .map(group -> state.table(EntityType.PERMISSION_GROUP).get(group))
            .filter(group -> Json.truth(group, right))
            .isPresent();
  }

  /**
   * Checks that the caller is an administrator of the Organization.
   *
   * @throws Refusal if they are not: 403
   */
  void requireAdmin(ValidatedRequest request, String organizationId) {
    if (!isAdmin(request, organizationId)) {
      throw refusal();
    }
  }

  /**
   * Checks that the caller has a right in a Product.
   *
   * @return the Product
   * @throws Refusal if there is no such Product: 404, or the caller has not: 403
   */
  JsonObject require(ValidatedRequest request, String productId, String right) {
    JsonObject product = state.table(EntityType.PRODUCT).get(productId);
    if (!has(request, product, right)) {
      throw refusal();
    }
    return product;
  }

  private static Refusal refusal() {
    return Refusal.status(403, "You have no permission for this.");
  }
}
