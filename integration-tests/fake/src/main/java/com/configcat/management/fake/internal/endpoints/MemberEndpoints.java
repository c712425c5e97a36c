package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Members;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Removal;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonObject;

/** Lists the members of Organizations and Products, and removes them. */
final class MemberEndpoints implements Endpoints {
  private static final String OF_ORGANIZATION = "/v1/organizations/{organizationId}/members";
  private static final String OF_PRODUCT = "/v1/products/{productId}/members";

  private final Backend backend;
  private final Members members;
  private final Permissions permissions;

  MemberEndpoints(Backend backend) {
    this.backend = backend;
    this.members = new Members(backend.state());
    this.permissions = new Permissions(backend.state());
  }

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", OF_ORGANIZATION, this::list);
    routes.serve("GET", "/v2/organizations/{organizationId}/members", this::listByRole);
    routes.serve("GET", OF_PRODUCT, this::listOfProduct);
    routes.serve("POST", OF_ORGANIZATION + "/{userId}", this::update);
    routes.serve("DELETE", OF_ORGANIZATION + "/{userId}", this::delete);
    routes.serve("DELETE", OF_PRODUCT + "/{userId}", this::deleteFromProduct);
  }

  /** Returns the member that the path names. */
  private JsonObject member(ValidatedRequest request, String organizationId) {
    JsonObject member = backend.table(EntityType.MEMBER).get(request.path("userId"));
    if (!Json.text(member, "$organizationId").equals(organizationId)) {
      throw Refusal.notFound();
    }
    return member;
  }

  private FakeResponse list(ValidatedRequest request) {
    return FakeResponse.ok(
        Json.array(
            members.ofOrganization(backend.organizationId(request)).stream().map(Views::open)));
  }

  private FakeResponse listByRole(ValidatedRequest request) {
    return FakeResponse.ok(
        new MembersByRole(backend.state()).view(request, backend.organizationId(request)));
  }

  private FakeResponse listOfProduct(ValidatedRequest request) {
    String productId =
        Json.text(backend.table(EntityType.PRODUCT).get(request.path("productId")), "productId");
    return FakeResponse.ok(
        Json.array(
            backend.table(EntityType.MEMBERSHIP).where("$productId", productId).stream()
                .map(this::ofProduct)));
  }

  private JsonObject ofProduct(JsonObject membership) {
    JsonObject member = backend.table(EntityType.MEMBER).get(Json.text(membership, "$userId"));
    JsonObject view = Views.open(membership);
    view.add("productId", membership.get("$productId"));
    view.add("userId", member.get("userId"));
    view.add("email", member.get("email"));
    view.add("fullName", member.get("fullName"));
    return view;
  }

  private FakeResponse update(ValidatedRequest request) {
    JsonObject member = member(request, backend.organizationId(request));
    new MemberUpdate(backend, request, member).apply();
    return new FakeResponse(200);
  }

  private FakeResponse delete(ValidatedRequest request) {
    String organizationId = backend.organizationId(request);
    JsonObject member = member(request, organizationId);
    permissions.requireAdmin(request, organizationId);
    backend.auditTrail().write(request, "organizationMemberRemoved", member);
    new Removal(backend.state()).member(member);
    members.requireAdmin(organizationId);
    return FakeResponse.noContent();
  }

  private FakeResponse deleteFromProduct(ValidatedRequest request) {
    String productId = request.path("productId");
    JsonObject product = permissions.require(request, productId, Permissions.MANAGE_MEMBERS);
    JsonObject member = member(request, Json.text(product, "$organizationId"));
    JsonObject membership = members.membership(productId, member).orElseThrow(Refusal::notFound);
    backend.auditTrail().write(request, "teamMemberRemoved", ofProduct(membership));
    backend.table(EntityType.MEMBERSHIP).remove(membership);
    return FakeResponse.noContent();
  }
}
