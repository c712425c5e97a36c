package com.configcat.management.fake.internal.state;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs to Organizations and to their Products.
 *
 * @param state where everything is kept
 */
public record Members(State state) {
  /** The role of an administrator of the Organization, as a member of a row. */
  public static final String ADMIN = "$isAdmin";

  /** The role of a billing manager, as a member of a row. */
  public static final String BILLING_MANAGER = "$isBillingManager";

  /** Adds somebody to an Organization, without roles; who is a member already stays as they are. */
  public JsonObject add(String organizationId, String email, String fullName) {
    return find(email)
        .orElseGet(
            () ->
                state
                    .table(EntityType.MEMBER)
                    .add(
                        Json.object(
                            "userId",
                            String.format("auth0|%024x", state.newNumber()),
                            "email",
                            email,
                            "fullName",
                            fullName,
                            "twoFactorEnabled",
                            false,
                            "$organizationId",
                            organizationId,
                            ADMIN,
                            false,
                            BILLING_MANAGER,
                            false)));
  }

  public Optional<JsonObject> find(String email) {
    return state
        .table(EntityType.MEMBER)
        .where(row -> Json.text(row, "email").equalsIgnoreCase(email))
        .stream()
        .findFirst();
  }

  public List<JsonObject> ofOrganization(String organizationId) {
    return state.table(EntityType.MEMBER).where("$organizationId", organizationId);
  }

  /** Returns a member's places in Products, with the Permission Group in each. */
  public List<JsonObject> memberships(JsonObject member) {
    return state.table(EntityType.MEMBERSHIP).where("$userId", Json.text(member, "userId"));
  }

  public Optional<JsonObject> membership(String productId, JsonObject member) {
    return state.table(EntityType.MEMBERSHIP).find(membershipId(productId, member));
  }

  /** Puts somebody into a Permission Group, from whatever other one of the same Product. */
  public void join(JsonObject group, JsonObject member) {
    String productId = Json.text(group, "$productId");
    JsonObject membership =
        membership(productId, member)
            .orElseGet(
                () ->
                    state
                        .table(EntityType.MEMBERSHIP)
                        .add(
                            Json.object(
                                "$id", membershipId(productId, member),
                                "$productId", productId,
                                "$userId", member.get("userId"))));
    membership.add("permissionGroupId", group.get("permissionGroupId"));
  }

  /**
   * Checks that an Organization has an administrator.
   *
   * @throws Refusal if nobody is left: 400
   */
  public void requireAdmin(String organizationId) {
    if (ofOrganization(organizationId).stream().noneMatch(row -> Json.truth(row, ADMIN))) {
      throw Refusal.because("The organization needs an administrator.");
    }
  }

  private static String membershipId(String productId, JsonObject member) {
    return productId + "/" + Json.text(member, "userId");
  }
}
