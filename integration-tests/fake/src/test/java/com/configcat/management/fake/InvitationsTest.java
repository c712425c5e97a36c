package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsTest extends Shop {
  private static final String GRACE = "grace@example.com";

  private final String permissions = "/v1/products/" + product.id() + "/permissions";
  private final String ofProduct = "/v1/products/" + product.id() + "/invitations";
  private final String ofOrganization =
      "/v1/organizations/" + fake.world().organizationId() + "/invitations";
  private final long administrators =
      caller.get(permissions).objects().get(0).get("permissionGroupId").getAsLong();

  private Caller.Reply invite(long group, String... emails) {
    return caller.post(
        "/v1/products/" + product.id() + "/members/invite",
        "{\"permissionGroupId\":%d,\"emails\":[%s]}"
            .formatted(
                group,
                String.join(",", List.of(emails).stream().map(e -> '"' + e + '"').toList())));
  }

  private List<String> emails() {
    return caller.get(ofProduct).objects().stream()
        .map(row -> row.get("email").getAsString())
        .toList();
  }

  private static String path(JsonObject invitation) {
    return "/v1/invitations/" + invitation.get("invitationId").getAsString();
  }

  @Test
  void whoIsInvitedIsPendingAndNoMember() {
    fake.world().now(Instant.parse("2026-09-01T12:00:00Z"));

    Caller.Reply reply = invite(administrators, GRACE, "ada@example.com");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.http().body()).isEmpty();
    assertThat(emails()).containsExactly(GRACE, "ada@example.com");
    JsonObject first = caller.get(ofProduct).objects().get(0);
    assertThat(first.get("permissionGroupId").getAsLong()).isEqualTo(administrators);
    assertThat(first.get("createdAt").getAsString()).isEqualTo("2026-09-01T12:00:00Z");
    assertThat(first.get("expired").getAsBoolean()).isFalse();
    JsonObject same = caller.get(ofOrganization).objects().get(0);
    assertThat(same.get("expires").getAsString()).isEqualTo("2026-09-15T12:00:00Z");
    assertThat(same.get("productId").getAsString()).isEqualTo(product.id().toString());
    assertThat(same.get("productName").getAsString()).isEqualTo("Shop");
    same.keySet().removeAll(List.of("expires", "productId", "productName"));
    assertThat(same).isEqualTo(first);
    assertThat(caller.get("/v1/products/" + product.id() + "/members").objects()).hasSize(1);
    assertThat(auditLog())
        .containsExactly("teamMemberInvited ada@example.com", "teamMemberInvited " + GRACE);
  }

  @Test
  void anInvitationExpiresAfterTwoWeeks() {
    fake.world().now(Instant.parse("2026-09-01T12:00:00Z"));
    invite(administrators, GRACE);

    fake.world().now(Instant.parse("2026-09-15T12:00:00Z"));
    assertThat(caller.get(ofProduct).objects().get(0).get("expired").getAsBoolean()).isFalse();
    fake.world().now(Instant.parse("2026-09-15T12:00:01Z"));
    assertThat(caller.get(ofProduct).objects().get(0).get("expired").getAsBoolean()).isTrue();
    assertThat(caller.get(ofOrganization).objects().get(0).get("expired").getAsBoolean()).isTrue();
  }

  @Test
  void aSecondInvitationTakesThePlaceOfTheFirst() {
    long guests =
        caller
            .post(permissions, "{\"name\":\"Guests\"}")
            .object()
            .get("permissionGroupId")
            .getAsLong();
    invite(administrators, GRACE);

    invite(guests, "Grace@Example.com");

    assertThat(caller.get(ofProduct).objects()).hasSize(1);
    assertThat(caller.get(ofProduct).objects().get(0).get("permissionGroupId").getAsLong())
        .isEqualTo(guests);
  }

  @Test
  void anInvitationCanBeRevoked() {
    invite(administrators, GRACE);
    JsonObject invitation = caller.get(ofProduct).objects().get(0);

    assertThat(caller.delete(path(invitation)).status()).isEqualTo(204);

    assertThat(caller.get(ofOrganization).objects()).isEmpty();
    assertThat(caller.delete(path(invitation)).status()).isEqualTo(404);
    assertThat(auditLog()).startsWith("teamMemberInvitationRevoked " + GRACE);
  }

  @Test
  void anInvitationGoesWithItsGroupAndWithItsProduct() {
    JsonObject group = caller.post(permissions, "{\"name\":\"Guests\"}").object();
    invite(group.get("permissionGroupId").getAsLong(), GRACE);
    invite(administrators, "ada@example.com");

    caller.delete("/v1/permissions/" + group.get("permissionGroupId"));
    assertThat(emails()).containsExactly("ada@example.com");
    caller.delete("/v1/products/" + product.id());

    assertThat(caller.get(ofOrganization).objects()).isEmpty();
    assertThat(caller.get(ofProduct).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'emails':['grace@example.com']}",
        "{'emails':['grace@example.com'],'permissionGroupId':99}",
        "{'emails':[],'permissionGroupId':$}",
        "{'emails':['grace@example.com','grace'],'permissionGroupId':$}",
        "{'emails':['fake-user@example.com'],'permissionGroupId':$}"
      })
  void anInvitationThatDoesNotFitIsRefusedAsAWhole(String body) {
    JsonObject before = fake.snapshot();

    Caller.Reply reply =
        caller.post(
            "/v1/products/" + product.id() + "/members/invite",
            body.replace('\'', '"').replace("$", Long.toString(administrators)));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void aGroupOfAnotherProductIsUnknown() {
    FakeProduct other = fake.world().product("Other");
    long group =
        caller
            .get("/v1/products/" + other.id() + "/permissions")
            .objects()
            .get(0)
            .get("permissionGroupId")
            .getAsLong();

    assertThat(invite(group, GRACE).object().keySet()).containsExactly("PermissionGroupId");
    assertThat(
            caller
                .post(
                    "/v1/products/" + UUID.randomUUID() + "/members/invite",
                    "{\"permissionGroupId\":1,\"emails\":[]}")
                .status())
        .isEqualTo(404);
    assertThat(caller.get("/v1/organizations/" + UUID.randomUUID() + "/invitations").status())
        .isEqualTo(404);
  }

  @Test
  void onlyWhoManagesMembersInvitesAndRevokes() {
    invite(administrators, GRACE);
    JsonObject invitation = caller.get(ofProduct).objects().get(0);
    Caller ada = outsider("ada@example.com");

    assertThat(
            ada.post(
                    "/v1/products/" + product.id() + "/members/invite",
                    "{\"permissionGroupId\":%d,\"emails\":[\"x@y.example\"]}"
                        .formatted(administrators))
                .status())
        .isEqualTo(403);
    assertThat(ada.delete(path(invitation)).status()).isEqualTo(403);
    assertThat(ada.get(ofProduct).objects()).hasSize(1);
  }
}
