package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Predicate;

/**
 * Shows the members of an Organization by role. Who does not administrate it sees the
 * administrators, and the members of the Products in which they may manage members.
 */
record MembersByRole(State state) {
  JsonObject view(ValidatedRequest request, String organizationId) {
    List<JsonObject> all = new Members(state).ofOrganization(organizationId);
    boolean admin = new Permissions(state).isAdmin(request, organizationId);
    return Json.object(
        "admins", Json.array(all.stream().filter(has(Members.ADMIN)).map(Views::open)),
        "billingManagers",
            Json.array(
                all.stream()
                    .filter(member -> admin)
                    .filter(has(Members.BILLING_MANAGER))
                    .map(Views::open)),
        "members",
            Json.array(
                all.stream()
                    .filter(has(Members.ADMIN).negate())
                    .map(member -> member(request, member))
                    .filter(
                        view ->
                            !view.getAsJsonArray("permissions").isEmpty()
                                || (admin && !isBillingManager(view)))));
  }

  private static Predicate<JsonObject> has(String role) {
    return member -> Json.truth(member, role);
  }

  private boolean isBillingManager(JsonObject view) {
    return Json.truth(
        state.table(EntityType.MEMBER).get(Json.text(view, "userId")), Members.BILLING_MANAGER);
  }

  private JsonObject member(ValidatedRequest request, JsonObject member) {
    Permissions permissions = new Permissions(state);
    JsonObject view = Views.open(member);
    view.add(
        "permissions",
        Json.array(
            new Members(state)
                .memberships(member).stream()
                    .filter(
                        place ->
                            permissions.has(request, product(place), Permissions.MANAGE_MEMBERS))
                    .map(this::permission)));
    return view;
  }

  private JsonObject product(JsonObject membership) {
    return state.table(EntityType.PRODUCT).get(Json.text(membership, "$productId"));
  }

  private JsonObject permission(JsonObject membership) {
    JsonObject product = product(membership);
    JsonObject group =
        state.table(EntityType.PERMISSION_GROUP).get(Json.text(membership, "permissionGroupId"));
    return Json.object(
        "product", Json.object("productId", product.get("productId"), "name", product.get("name")),
        "permissionGroup",
            Json.object(
                "permissionGroupId", group.get("permissionGroupId"), "name", group.get("name")));
  }
}
