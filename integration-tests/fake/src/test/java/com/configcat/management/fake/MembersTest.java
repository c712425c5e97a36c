package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembersTest extends Shop {
  private static final String OWNER = ConfigCatFake.USER + "@example.com";
  private static final String GRACE = "grace@example.com";

  private final String organization = "/v1/organizations/" + fake.world().organizationId();
  private final String ofProduct = "/v1/products/" + product.id() + "/members";

  private static List<String> texts(JsonElement rows, String name) {
    return rows.getAsJsonArray().asList().stream()
        .map(row -> row.getAsJsonObject().get(name).getAsString())
        .toList();
  }

  private JsonObject byRole(Caller who) {
    return who.get("/v2/organizations/" + fake.world().organizationId() + "/members").object();
  }

  private String path(String userId) {
    return organization + "/members/" + URLEncoder.encode(userId, UTF_8);
  }

  private String userId(String email) {
    return caller.get(organization + "/members").objects().stream()
        .filter(row -> row.get("email").getAsString().equals(email))
        .map(row -> row.get("userId").getAsString())
        .findFirst()
        .orElseThrow();
  }

  private Caller grace() {
    fake.world().credential(GRACE, "secret");
    return Caller.of(fake, GRACE, "secret");
  }

  private int update(String userId, String body, Long... groups) {
    return caller.post(path(userId), body.formatted((Object[]) groups).replace('\'', '"')).status();
  }

  private long group(FakeProduct of, String name, boolean manages) {
    return caller
        .post(
            "/v1/products/" + of.id() + "/permissions",
            "{\"name\":\"%s\",\"canManageMembers\":%s}".formatted(name, manages))
        .object()
        .get("permissionGroupId")
        .getAsLong();
  }

  private String groups(String email) {
    return byRole(caller).getAsJsonArray("members").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(row -> row.get("email").getAsString().equals(email))
        .flatMap(row -> row.getAsJsonArray("permissions").asList().stream())
        .map(JsonElement::getAsJsonObject)
        .map(
            row ->
                row.getAsJsonObject("product").get("name").getAsString()
                    + "="
                    + row.getAsJsonObject("permissionGroup").get("name").getAsString())
        .toList()
        .toString();
  }

  @Test
  void theOwnerIsAnAdministratorFromTheStart() {
    JsonObject reply = byRole(caller);

    assertThat(texts(reply.get("admins"), "email")).containsExactly(OWNER);
    assertThat(reply.getAsJsonArray("billingManagers")).isEmpty();
    assertThat(reply.getAsJsonArray("members")).isEmpty();
    assertThat(caller.get(organization + "/members").objects())
        .containsExactly(reply.getAsJsonArray("admins").get(0).getAsJsonObject());
    assertThat(userId(OWNER)).startsWith("auth0|");
  }

  @Test
  void meIsTheMemberWhoseCredentialsTheseAre() {
    fake.world().member(GRACE, "Grace Hopper");

    JsonObject me = grace().get("/v1/me").object();

    assertThat(me.get("email").getAsString()).isEqualTo(GRACE);
    assertThat(me.get("fullName").getAsString()).isEqualTo("Grace Hopper");
    assertThat(caller.get("/v1/me").object().get("email").getAsString()).isEqualTo(OWNER);
    assertThat(caller.get(organization + "/members").objects()).hasSize(2);
  }

  @Test
  void credentialsBelongToMembers() {
    grace();
    fake.world().readOnlyCredential("reader", "secret");

    JsonObject reply = byRole(caller);

    assertThat(texts(reply.get("admins"), "email")).containsExactly(OWNER, GRACE);
    assertThat(texts(reply.get("members"), "email")).containsExactly("reader@example.com");
  }

  @Test
  void whoCreatesAProductIsAmongItsAdministrators() {
    Caller.Reply made = grace().post(organization + "/products", "{\"name\":\"Hers\"}");

    String id = made.object().get("productId").getAsString();
    JsonObject group = caller.get("/v1/products/" + id + "/permissions").objects().get(0);
    List<JsonObject> members = caller.get("/v1/products/" + id + "/members").objects();
    assertThat(members).hasSize(1);
    assertThat(members.get(0).get("email").getAsString()).isEqualTo(GRACE);
    assertThat(members.get(0).get("userId").getAsString()).isEqualTo(userId(GRACE));
    assertThat(members.get(0).get("productId").getAsString()).isEqualTo(id);
    assertThat(members.get(0).get("permissionGroupId")).isEqualTo(group.get("permissionGroupId"));
    assertThat(texts(caller.get(ofProduct).json(), "email")).containsExactly(OWNER);
  }

  @Test
  void aMemberIsInOneGroupOfEachProduct() {
    FakeProduct other = fake.world().product("Other");
    String grace = fake.world().member(GRACE, "Grace Hopper");
    long guests = group(product, "Guests", false);
    long staff = group(product, "Staff", false);
    long others = group(other, "Others", false);

    assertThat(update(grace, "{'permissionGroupIds':[%d,%d]}", guests, others)).isEqualTo(200);
    assertThat(groups(GRACE)).isEqualTo("[Shop=Guests, Other=Others]");
    assertThat(update(grace, "{'permissionGroupIds':[%d]}", staff)).isEqualTo(200);
    assertThat(groups(GRACE)).isEqualTo("[Shop=Staff, Other=Others]");
    assertThat(update(grace, "{'permissionGroupIds':[%d,%d]}", guests, staff)).isEqualTo(400);
    assertThat(groups(GRACE)).isEqualTo("[Shop=Staff, Other=Others]");
    assertThat(
            update(
                grace,
                "{'permissionGroupIds':[%d],'removeFromPermissionGroupsWhereIdNotSet':true}",
                others))
        .isEqualTo(200);
    assertThat(groups(GRACE)).isEqualTo("[Other=Others]");
    assertThat(auditLog())
        .startsWith(
            "teamMemberRemoved " + GRACE,
            "teamMemberPermissionGroupChanged " + GRACE,
            "teamMemberAddedToProduct " + GRACE,
            "teamMemberAddedToProduct " + GRACE,
            "permissionGroupCreated Others");
  }

  @Test
  void rolesAreGrantedAndTakenAway() {
    String grace = fake.world().member(GRACE, "Grace Hopper");
    assertThat(texts(byRole(caller).get("members"), "email")).containsExactly(GRACE);

    update(grace, "{'isBillingManager':true}");
    assertThat(texts(byRole(caller).get("billingManagers"), "email")).containsExactly(GRACE);
    assertThat(byRole(caller).getAsJsonArray("members")).isEmpty();
    update(grace, "{'isAdmin':true,'isBillingManager':null}");
    assertThat(texts(byRole(caller).get("admins"), "email")).containsExactly(OWNER, GRACE);
    assertThat(texts(byRole(caller).get("billingManagers"), "email")).containsExactly(GRACE);
    update(grace, "{'isAdmin':false,'isBillingManager':false}");

    assertThat(texts(byRole(caller).get("members"), "email")).containsExactly(GRACE);
    assertThat(auditLog())
        .containsExactly("organizationAdminChanged " + GRACE, "organizationAdminChanged " + GRACE);
  }

  @Test
  void whatIsUnknownIsRefused() {
    FakeProduct other = fake.world().product("Other");
    String grace = fake.world().member(GRACE, "Grace Hopper");
    JsonObject before = fake.snapshot();
    String nowhere = "/v1/organizations/" + UUID.randomUUID();

    Caller.Reply reply = caller.post(path(grace), "{\"permissionGroupIds\":[99]}");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body())
        .isEqualTo("{\"PermissionGroupIds\":[\"Permission group not found.\"]}");
    assertThat(update("nobody", "{}")).isEqualTo(404);
    assertThat(caller.post(path(grace), "").status()).isEqualTo(400);
    assertThat(caller.delete(path("nobody")).status()).isEqualTo(404);
    assertThat(caller.delete("/v1/products/" + other.id() + "/members/nobody").status())
        .isEqualTo(404);
    assertThat(caller.delete(ofProduct + "/" + URLEncoder.encode(grace, UTF_8)).status())
        .isEqualTo(404);
    assertThat(caller.get(nowhere + "/members").status()).isEqualTo(404);
    assertThat(caller.get(nowhere.replace("v1", "v2") + "/members").status()).isEqualTo(404);
    assertThat(caller.get("/v1/products/" + UUID.randomUUID() + "/members").status())
        .isEqualTo(404);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void theLastAdministratorStays() {
    String owner = userId(OWNER);
    JsonObject before = fake.snapshot();

    assertThat(update(owner, "{'isAdmin':false}")).isEqualTo(400);
    assertThat(caller.delete(path(owner)).status()).isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
    grace();
    assertThat(update(owner, "{'isAdmin':false}")).isEqualTo(200);
  }

  @Test
  void leavingAProductIsNotLeavingTheOrganization() {
    String owner = userId(OWNER);

    assertThat(caller.delete(ofProduct + "/" + URLEncoder.encode(owner, UTF_8)).status())
        .isEqualTo(204);

    assertThat(caller.get(ofProduct).objects()).isEmpty();
    assertThat(texts(byRole(caller).get("admins"), "email")).containsExactly(OWNER);
    assertThat(auditLog()).containsExactly("teamMemberRemoved " + OWNER);
  }

  @Test
  void leavingTheOrganizationIsLeavingItsProducts() {
    JsonObject before = fake.content();
    String grace = fake.world().member(GRACE, "Grace Hopper");
    long administrators =
        caller.get(ofProduct).objects().get(0).get("permissionGroupId").getAsLong();
    update(grace, "{'permissionGroupIds':[%d]}", administrators);
    assertThat(caller.get(ofProduct).objects()).hasSize(2);

    assertThat(caller.delete(path(grace)).status()).isEqualTo(204);

    assertThat(fake.content()).isEqualTo(before);
    assertThat(auditLog()).startsWith("organizationMemberRemoved " + GRACE);
  }

  @Test
  void whoManagesMembersOfAProductDoesSoThereOnly() {
    FakeProduct other = fake.world().product("Other");
    Caller grace = grace();
    String ada = fake.world().member("ada@example.com", "Ada Lovelace");
    long leads = group(product, "Leads", true);
    long others = group(other, "Others", false);
    update(userId(GRACE), "{'isAdmin':false,'permissionGroupIds':[%d,%d]}", leads, others);
    update(ada, "{'isBillingManager':true,'permissionGroupIds':[%d]}", others);
    JsonObject before = fake.snapshot();

    JsonObject seen = byRole(grace);
    assertThat(texts(seen.get("admins"), "email")).containsExactly(OWNER);
    assertThat(seen.getAsJsonArray("billingManagers")).isEmpty();
    assertThat(texts(seen.get("members"), "email")).containsExactly(GRACE);
    assertThat(seen.getAsJsonArray("members").get(0).getAsJsonObject().get("permissions"))
        .satisfies(permissions -> assertThat(permissions.getAsJsonArray()).hasSize(1));
    assertThat(grace.post(path(ada), "{\"isAdmin\":true}").status()).isEqualTo(403);
    assertThat(
            grace
                .post(
                    path(ada),
                    "{\"permissionGroupIds\":[],"
                        + "\"removeFromPermissionGroupsWhereIdNotSet\":true}")
                .status())
        .isEqualTo(403);
    assertThat(grace.delete(path(ada)).status()).isEqualTo(403);
    assertThat(
            grace
                .delete("/v1/products/" + other.id() + "/members/" + URLEncoder.encode(ada, UTF_8))
                .status())
        .isEqualTo(403);
    assertThat(fake.snapshot()).isEqualTo(before);

    assertThat(grace.post(path(ada), "{\"permissionGroupIds\":[" + leads + "]}").status())
        .isEqualTo(200);
    assertThat(texts(byRole(grace).get("members"), "email"))
        .containsExactly(GRACE, "ada@example.com");
  }
}
