package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Table;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Invites people to Products, and lists and revokes pending invitations. */
final class InvitationEndpoints implements Endpoints {
  private static final Duration VALID = Duration.ofDays(14);
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final Backend backend;
  private final Permissions permissions;

  InvitationEndpoints(Backend backend) {
    this.backend = backend;
    this.permissions = new Permissions(backend.state());
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/products/{productId}/invitations", this::listOfProduct);
    routes.serve("GET", "/v1/organizations/{organizationId}/invitations", this::listOfOrganization);
    routes.serve("POST", "/v1/products/{productId}/members/invite", this::invite);
    routes.serve("DELETE", "/v1/invitations/{invitationId}", this::revoke);
  }

  private FakeResponse listOfProduct(ValidatedRequest request) {
    JsonObject product = backend.table(EntityType.PRODUCT).get(request.path("productId"));
    return FakeResponse.ok(
        Json.array(
            backend
                .table(EntityType.INVITATION)
                .where("$productId", Json.text(product, "productId"))
                .stream()
                .map(this::ofProduct)));
  }

  private FakeResponse listOfOrganization(ValidatedRequest request) {
    JsonObject organization =
        backend.table(EntityType.ORGANIZATION).get(request.path("organizationId"));
    return FakeResponse.ok(
        Json.array(
            backend
                .table(EntityType.INVITATION)
                .where(
                    row ->
                        product(row)
                            .get("$organizationId")
                            .equals(organization.get("organizationId")))
                .stream()
                .map(this::ofOrganization)));
  }

  private JsonObject product(JsonObject invitation) {
    return backend.table(EntityType.PRODUCT).get(Json.text(invitation, "$productId"));
  }

  private JsonObject ofProduct(JsonObject invitation) {
    JsonObject view = Views.open(invitation);
    view.addProperty("expired", backend.state().now().isAfter(expiry(invitation)));
    return view;
  }

  private JsonObject ofOrganization(JsonObject invitation) {
    JsonObject product = product(invitation);
    JsonObject view = ofProduct(invitation);
    view.addProperty("expires", expiry(invitation).toString());
    view.add("productId", product.get("productId"));
    view.add("productName", product.get("name"));
    return view;
  }

  private static Instant expiry(JsonObject invitation) {
    return Instant.parse(Json.text(invitation, "createdAt")).plus(VALID);
  }

  private FakeResponse invite(ValidatedRequest request) {
    String productId = request.path("productId");
    permissions.require(request, productId, Permissions.MANAGE_MEMBERS);
    JsonElement groupId = request.object().get("permissionGroupId");
    boolean isOfProduct =
        backend
            .table(EntityType.PERMISSION_GROUP)
            .find(groupId.getAsString())
            .filter(group -> Json.text(group, "$productId").equals(productId))
            .isPresent();
    if (!isOfProduct) {
      throw Refusal.field("PermissionGroupId", "Permission group not found.");
    }
    List<JsonElement> emails = Json.elements(request.object(), "emails");
    if (emails.isEmpty()) {
      throw Refusal.field("Emails", "Give at least one e-mail address.");
    }
    emails.forEach(email -> invite(request, productId, groupId, email.getAsString()));
    return new FakeResponse(200);
  }

  /** Invites one person; a second invitation to the same Product takes the place of the first. */
  private void invite(
      ValidatedRequest request, String productId, JsonElement groupId, String email) {
    if (!EMAIL.matcher(email).matches()) {
      throw Refusal.field("Emails", "'" + email + "' is not an e-mail address.");
    }
    Members members = new Members(backend.state());
    if (members.find(email).flatMap(member -> members.membership(productId, member)).isPresent()) {
      throw Refusal.field("Emails", "'" + email + "' is a member of the product already.");
    }
    Table invitations = backend.table(EntityType.INVITATION);
    invitations.where("$productId", productId).stream()
        .filter(row -> Json.text(row, "email").equalsIgnoreCase(email))
        .forEach(invitations::remove);
    JsonObject invitation =
        invitations.add(
            Json.object(
                "invitationId", backend.state().newUuid(),
                "$productId", productId,
                "email", email,
                "permissionGroupId", groupId,
                "createdAt", backend.state().now().toString()));
    backend.auditTrail().write(request, "teamMemberInvited", invitation);
  }

  private FakeResponse revoke(ValidatedRequest request) {
    JsonObject invitation = backend.table(EntityType.INVITATION).get(request.path("invitationId"));
    permissions.require(request, Json.text(invitation, "$productId"), Permissions.MANAGE_MEMBERS);
    backend.auditTrail().write(request, "teamMemberInvitationRevoked", invitation);
    backend.table(EntityType.INVITATION).remove(invitation);
    return FakeResponse.noContent();
  }
}
