package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionGroupsTest extends Shop {
  private final String all = "/v1/products/" + product.id() + "/permissions";

  private static String one(JsonObject group) {
    return "/v1/permissions/" + group.get("permissionGroupId");
  }

  private JsonObject create(String body) {
    Caller.Reply reply = caller.post(all, body.replace('\'', '"'));
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(201);
    return reply.object();
  }

  private JsonObject administrators() {
    return caller.get(all).objects().get(0);
  }

  private static List<String> rights(JsonObject group) {
    return group.keySet().stream().filter(name -> name.startsWith("can")).toList();
  }

  private static String accesses(JsonObject group) {
    return String.join(
        ",",
        group.getAsJsonArray("environmentAccesses").asList().stream()
            .map(entry -> entry.getAsJsonObject())
            .map(
                entry ->
                    entry.get("name").getAsString()
                        + "="
                        + entry.get("environmentAccessType").getAsString())
            .toList());
  }

  private static String access(FakeEnvironment environment, String type) {
    return "{'environmentId':'%s','environmentAccessType':'%s'}".formatted(environment.id(), type);
  }

  @Test
  void aProductStartsWithAdministratorsWhoMayDoEverything() {
    List<JsonObject> groups = caller.get(all).objects();

    assertThat(groups).hasSize(1);
    JsonObject group = groups.get(0);
    assertThat(group.get("name").getAsString()).isEqualTo("Administrators");
    assertThat(rights(group))
        .hasSize(21)
        .allSatisfy(right -> assertThat(group.get(right).getAsBoolean()).as(right).isTrue());
    assertThat(group.get("accessType").getAsString()).isEqualTo("full");
    assertThat(group.get("newEnvironmentAccessType").getAsString()).isEqualTo("full");
    assertThat(group.get("approvalPermissionType").getAsString()).isEqualTo("canBypassApproval");
    assertThat(group.get("newEnvironmentApprovalPermissionType").getAsString())
        .isEqualTo("canBypassApproval");
    assertThat(group.getAsJsonArray("environmentAccesses")).isEmpty();
    assertThat(group.getAsJsonArray("environmentApprovalPermissions")).isEmpty();
    assertThat(group.getAsJsonObject("product").get("name").getAsString()).isEqualTo("Shop");
  }

  @Test
  void aGroupMayNothingUnlessItIsSaid() {
    JsonObject group = create("{'name':'Guests','canTagSetting':true}");

    assertThat(rights(group)).hasSize(21);
    assertThat(rights(group).stream().filter(right -> group.get(right).getAsBoolean()))
        .containsExactly("canTagSetting");
    assertThat(caller.get(one(group)).object()).isEqualTo(group);
    assertThat(caller.get(all).objects()).containsExactly(administrators(), group);
  }

  @Test
  void anUpdateLeavesAloneWhatItDoesNotName() {
    JsonObject group = create("{'name':'Guests','canTagSetting':true}");

    JsonObject reply =
        caller.put(one(group), "{\"canViewSdkKey\":true,\"canTagSetting\":null}").object();

    group.addProperty("canViewSdkKey", true);
    assertThat(reply).isEqualTo(group);
    assertThat(caller.put(one(group), group.toString()).object()).isEqualTo(group);
  }

  @Test
  void anUpdateChangesTheAccessToTheEnvironmentsThatItLists() {
    JsonObject group =
        create(
            "{'name':'Testers','accessType':'custom','environmentAccesses':[%s,%s]}"
                .formatted(access(production, "readOnly"), access(test, "full")));
    assertThat(accesses(group)).isEqualTo("Production=readOnly,Test=full");

    JsonObject reply =
        caller
            .put(
                one(group),
                "{'environmentAccesses':[%s]}".formatted(access(test, "none")).replace('\'', '"'))
            .object();

    assertThat(accesses(reply)).isEqualTo("Production=readOnly,Test=none");
    caller.delete("/v1/environments/" + production.id());
    assertThat(accesses(caller.get(one(group)).object())).isEqualTo("Test=none");
  }

  @Test
  void anEnvironmentIsShownInAGroupAsItIsNow() {
    JsonObject group =
        create(
            "{'name':'Testers','accessType':'custom','environmentAccesses':[%s]}"
                .formatted(access(test, "full")));

    caller.put("/v1/environments/" + test.id(), "{\"name\":\"Staging\",\"color\":\"red\"}");

    JsonObject entry =
        caller
            .get(one(group))
            .object()
            .getAsJsonArray("environmentAccesses")
            .get(0)
            .getAsJsonObject();
    assertThat(entry.get("name").getAsString()).isEqualTo("Staging");
    assertThat(entry.get("color").getAsString()).isEqualTo("red");
  }

  @Test
  void aCustomGroupGetsItsRightsInALaterEnvironment() {
    JsonObject custom =
        create(
            """
            {'name':'Testers','accessType':'custom','newEnvironmentAccessType':'readOnly',
             'approvalPermissionType':'custom',
             'newEnvironmentApprovalPermissionType':'canApproveOthers'}
            """);

    FakeEnvironment later = product.environment("Later");

    JsonObject reply = caller.get(one(custom)).object();
    assertThat(accesses(reply)).isEqualTo("Later=readOnly");
    assertThat(reply.getAsJsonArray("environmentApprovalPermissions"))
        .containsExactly(
            JsonParser.parseString(
                "{environmentId:'%s',environmentApprovalPermissionType:'canApproveOthers'}"
                    .formatted(later.id())));
    assertThat(accesses(administrators())).isEmpty();
  }

  @Test
  void deletingConfigsTakesTwoOtherRights() {
    JsonObject before = fake.snapshot();

    Caller.Reply reply =
        caller.post(
            all, "{\"name\":\"x\",\"canDeleteConfig\":true,\"canCreateOrUpdateConfig\":true}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body())
        .isEqualTo(
            "{\"CanDeleteConfig\":[\"CanDeleteConfig is not allowed without the"
                + " CanCreateOrUpdateConfig and CanDeleteSetting permissions.\"]}");
    assertThat(caller.put(one(administrators()), "{\"canDeleteSetting\":false}").status())
        .isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                     | Name
          {'name':''}                                            | Name
          {'name':'x','canTagSetting':'yes'}                     | CanTagSetting
          {'name':'x','accessType':'all'}                        | AccessType
          {'name':'x','environmentAccesses':[{}]}                | EnvironmentAccesses
          {'name':'x','environmentApprovalPermissions':[{'environmentId':'08d8f29c-7a1c-4a53-89d2-ffffffffffff'}]} | EnvironmentApprovalPermissions
          """)
  void aGroupThatDoesNotFitIsRefused(String body, String field) {
    Caller.Reply reply = caller.post(all, body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.object().keySet()).containsExactly(field);
    assertThat(caller.get(all).objects()).hasSize(1);
  }

  @Test
  void anEnvironmentOfAnotherProductDoesNotFit() {
    FakeEnvironment other = fake.world().product("Other").environment("E");

    assertThat(
            caller
                .put(
                    one(administrators()),
                    "{'environmentAccesses':[%s]}"
                        .formatted(access(other, "full"))
                        .replace('\'', '"'))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aGroupWithMembersIsNotDeleted() {
    JsonObject guests = create("{'name':'Guests'}");
    JsonObject before = fake.snapshot();

    assertThat(caller.delete(one(administrators())).status()).isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
    assertThat(caller.delete(one(guests)).status()).isEqualTo(204);
    assertThat(caller.get(one(guests)).status()).isEqualTo(404);
    assertThat(caller.put(one(guests), "{}").status()).isEqualTo(404);
    assertThat(caller.delete(one(guests)).status()).isEqualTo(404);
  }

  @Test
  void anUnknownProductHasNoGroups() {
    String nowhere = all.replace(product.id().toString(), test.id().toString());

    assertThat(caller.get(nowhere).status()).isEqualTo(404);
    assertThat(caller.post(nowhere, "{\"name\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void whoMayNotManageMembersMayReadOnly() {
    JsonObject group = administrators();
    Caller grace = outsider("grace@example.com");

    assertThat(grace.get(all).status()).isEqualTo(200);
    assertThat(grace.post(all, "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(grace.put(one(group), "{}").status()).isEqualTo(403);
    assertThat(grace.delete(one(group)).status()).isEqualTo(403);
  }

  @Test
  void changesLeaveRecords() {
    JsonObject group = create("{'name':'Guests'}");
    caller.put(one(group), "{\"name\":\"Visitors\"}");
    caller.delete(one(group));

    assertThat(auditLog())
        .containsExactly(
            "permissionGroupDeleted Visitors",
            "permissionGroupChanged Visitors",
            "permissionGroupCreated Guests");
  }
}
