package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of change requests: created, updated, approved, applied, closed, taken over. */
class ChangeRequestsTest extends ChangeRequestShop {
  @Test
  void oneShowsWhatItProposesBesideWhatIsThere() {
    UUID staff = product.segment("Staff", "@acme");
    FakeFlag other = v2.flag("other");
    String rules =
        """
        {"settingId":%d,"percentageEvaluationAttribute":"Plan","defaultValue":{"boolValue":true},
         "targetingRules":[{"conditions":[
           {"userCondition":{"comparisonAttribute":"Email","comparator":"isOneOf",
            "comparisonValue":{"listValue":[{"value":"a"}]}}},
           {"segmentCondition":{"segmentId":"%s","comparator":"isIn"}},
           {"prerequisiteFlagCondition":{"prerequisiteSettingId":%d,"comparator":"equals",
            "prerequisiteComparisonValue":{"boolValue":true}}}],
          "percentageOptions":[{"percentage":100,"value":{"boolValue":true}}]}]}
        """
            .formatted(newFlag.id(), staff, other.id());

    Caller.Reply reply =
        caller.post(all(test), body(",\"sendNotificationsToApprovers\":true", rules));

    assertThat(reply.status()).isEqualTo(201);
    JsonObject made = reply.object();
    assertThat(made.get("changeRequestStatus").getAsString()).isEqualTo("open");
    assertThat(made.get("creatorUserFullName").getAsString()).isEqualTo(ConfigCatFake.USER);
    assertThat(made.get("sendNotificationsToApprovers").getAsBoolean()).isTrue();
    assertThat(texts(made, "activities", "changeRequestActivityType")).containsExactly("created");
    JsonObject value = objects(made, "settingValues").get(0);
    assertThat(value.get("settingKey").getAsString()).isEqualTo("newFlag");
    assertThat(value.getAsJsonObject("originalEvaluationFormula").getAsJsonArray("targetingRules"))
        .isEmpty();
    JsonObject proposed = value.getAsJsonObject("proposedEvaluationFormula");
    assertThat(proposed.get("percentageEvaluationAttribute").getAsString()).isEqualTo("Plan");
    JsonObject rule = objects(proposed, "targetingRules").get(0);
    assertThat(texts(rule, "conditions", "conditionType"))
        .containsExactly("userCondition", "segmentCondition", "prerequisiteFlagCondition");
    assertThat(rule.toString())
        .contains("\"segmentName\":\"Staff\"", "\"prerequisiteSettingKey\":\"other\"");
    assertThat(read(made.get("changeRequestId").getAsLong())).isEqualTo(made);
    assertThat(isOn(test)).isFalse();
    assertThat(auditRecords().types()).containsExactly("changeRequestCreated");
  }

  @Test
  void whatDoesNotFitIsNotCreated() {
    JsonElement before = fake.content().get("changeRequests");
    String outdated = proposal(newFlag, ON, UUID.randomUUID().toString());

    assertThat(caller.post(all(test), "{}").object().keySet()).containsExactly("Title");
    assertThat(caller.post(all(test), body("", outdated)).status()).isEqualTo(409);
    for (String wrong :
        List.of(
            body("", proposal(newFlag, "{\"stringValue\":\"x\"}")),
            body("", proposal(oldFlag, ON)),
            body("", "{\"defaultValue\":{\"boolValue\":true}}"),
            body("", proposal(newFlag, ON), proposal(newFlag, ON)),
            body("", needing(newFlag, newFlag)),
            body(",\"applyAt\":\"2026-01-01T00:00:00Z\""))) {
      assertThat(caller.post(all(test), wrong).status()).as(wrong).isEqualTo(400);
    }
    String inV1 = all(test).replace(v2.id().toString(), v1.id().toString());
    assertThat(caller.post(inV1, body("")).status()).isEqualTo(400);
    FakeEnvironment foreign = fake.world().product("Other").environment("E");
    assertThat(caller.post(all(foreign), body("")).status()).isEqualTo(404);
    assertThat(fake.content().get("changeRequests")).isEqualTo(before);
  }

  @Test
  void aMandatoryReasonIsMandatoryHereToo() {
    long id = turnOn("");
    test.reasonRequired();

    String missing = "{\"Reason\":[\"Reason required.\"]}";
    assertThat(caller.post(all(test), body("")).http().body()).isEqualTo(missing);
    assertThat(caller.put(one(id), "{\"title\":\"t\"}").http().body()).isEqualTo(missing);
    assertThat(act(id, "apply").http().body()).isEqualTo(missing);
    assertThat(texts(read(id), "changeRequestIssues", "issueType"))
        .containsExactly("reasonRequired");
    JsonObject mended = caller.put(one(id), "{\"title\":\"t\",\"reason\":\"why\"}").object();
    assertThat(mended.get("needsAttention").getAsBoolean()).isFalse();
    assertThat(objects(mended, "changeRequestIssues").get(0).get("issueFixedAt").isJsonNull())
        .isFalse();
    assertThat(act(id, "apply").status()).isEqualTo(200);
    assertThat(auditRecords().types())
        .containsSubsequence("changeRequestNeedsAttentionFixed", "changeRequestNeedsAttention");
  }

  @Test
  void anUpdateReplacesTitleReasonAndSchedule() {
    long id = turnOn(",\"reason\":\"why\",\"bypassApproval\":true");

    JsonObject updated =
        caller.put(one(id), "{\"title\":\"t\",\"applyAt\":\"2027-01-01T00:00:00Z\"}").object();

    assertThat(updated.get("title").getAsString()).isEqualTo("t");
    assertThat(updated.get("reason").isJsonNull()).isTrue();
    assertThat(updated.get("applyAt").getAsString()).isEqualTo("2027-01-01T00:00:00Z");
    assertThat(updated.get("bypassApproval").getAsBoolean()).isTrue();
    assertThat(objects(updated, "settingValues")).hasSize(1);
    caller.put(one(id), "{\"title\":\"t\",\"bypassApproval\":false}");
    assertThat(texts(read(id), "activities", "changeRequestActivityType"))
        .containsExactly(
            "created",
            "reasonChanged",
            "applyAtChanged",
            "applyAtChanged",
            "bypassApprovalDisabled");
    assertThat(caller.put(one(id), "{}").status()).isEqualTo(400);
    assertThat(auditRecords().types()).startsWith("changeRequestUpdated", "changeRequestUpdated");
  }

  @Test
  void appliedItWritesAsAWriteOfTheValueWould() {
    long id = turnOn(",\"reason\":\"why\"");
    String before = newFlag.version(test);

    JsonObject applied = act(id, "apply").object();

    assertThat(applied.get("changeRequestStatus").getAsString()).isEqualTo("applied");
    assertThat(applied.get("appliedByUserFullName").getAsString()).isEqualTo(ConfigCatFake.USER);
    assertThat(applied.get("appliedAt").isJsonNull()).isFalse();
    assertThat(applied.get("closedAt").isJsonNull()).isTrue();
    assertThat(isOn(test)).isTrue();
    assertThat(isOn(production)).isFalse();
    assertThat(newFlag.version(test)).isNotEqualTo(before);
    JsonObject value = caller.get(value("v2", newFlag, test)).object();
    assertThat(value.get("lastUpdaterUserFullName").getAsString()).isEqualTo(ConfigCatFake.USER);
    assertThat(value.get("changeRequestCount").getAsInt()).isZero();
    assertThat(hasConflict(id)).isFalse();
    assertThat(auditRecords().types())
        .containsExactly("changeRequestApplied", "settingValueChanged", "changeRequestCreated");
    assertThat(auditRecords().records().subList(0, 2))
        .allMatch(record -> record.get("why").getAsString().equals("why"));
  }

  @Test
  void whatIsAppliedOrClosedIsDone() {
    long applied = turnOn("");
    act(applied, "apply");
    long closed = turnOn("");
    assertThat(act(closed, "close").object().get("closedByUserFullName").getAsString())
        .isEqualTo(ConfigCatFake.USER);
    JsonObject before = fake.snapshot();

    for (long id : new long[] {applied, closed}) {
      for (String action :
          List.of("apply", "approve", "remove-approval", "close", "claim-ownership")) {
        assertThat(act(id, action).status()).as(action).isEqualTo(400);
      }
      assertThat(caller.put(one(id), "{\"title\":\"t\"}").status()).isEqualTo(400);
      assertThat(caller.put(one(id) + "/proposed-changes", "{}").status()).isEqualTo(400);
      assertThat(caller.delete(one(id) + "/proposed-changes/" + newFlag.id()).status())
          .isEqualTo(400);
    }
    assertThat(fake.snapshot()).isEqualTo(before);
    assertThat(auditRecords().types()).startsWith("changeRequestClosed");
    assertThat(status(closed)).isEqualTo("closed");
    assertThat(act(99, "apply").status()).isEqualTo(404);
  }

  @Test
  void whereApprovalIsRequiredItIsAppliedOnceApproved() {
    test.approveRequired();
    long id = turnOn("");
    assertThat(act(id, "apply").status()).isEqualTo(400);
    assertThat(isOn(test)).isFalse();

    Caller grace = colleague();
    JsonObject approved = grace.post(one(id) + "/approve", "").object();
    assertThat(approved.get("approved").getAsBoolean()).isTrue();
    assertThat(texts(approved, "approvals", "userFullName")).containsExactly("grace");
    grace.post(one(id) + "/approve", "");
    assertThat(objects(read(id), "approvals")).hasSize(1);
    assertThat(act(id, "remove-approval").status()).isEqualTo(400);
    JsonObject withdrawn = grace.post(one(id) + "/remove-approval", "").object();
    assertThat(withdrawn.get("approved").getAsBoolean()).isFalse();
    assertThat(objects(withdrawn, "approvals").get(0).get("dismissedAt").isJsonNull()).isFalse();
    assertThat(act(id, "apply").status()).isEqualTo(400);
    grace.post(one(id) + "/approve", "");
    assertThat(act(id, "apply").status()).isEqualTo(200);
    assertThat(isOn(test)).isTrue();
    assertThat(auditRecords().types())
        .containsSubsequence(
            "changeRequestApproved", "changeRequestApprovalDismissed", "changeRequestApproved");
  }

  @Test
  void bypassingApprovalNeedsNone() {
    test.approveRequired();

    assertThat(act(turnOn(",\"bypassApproval\":true"), "apply").status()).isEqualTo(200);
  }

  @Test
  void aValueThatChangedMeanwhileIsAConflict() {
    long id = turnOn("");
    caller.put(value("v2", newFlag, test), "{\"defaultValue\":{\"boolValue\":false}}");

    assertThat(hasConflict(id)).isTrue();
    JsonObject read = read(id);
    assertThat(read.get("needsAttention").getAsBoolean()).isTrue();
    assertThat(texts(read, "changeRequestIssues", "issueType")).containsExactly("settingConflict");
    assertThat(texts(list("?needsAttentionFilter=needsAttention"), "data", "conflictCount"))
        .containsExactly("1");
    assertThat(objects(list("?needsAttentionFilter=notNeedsAttention"), "data")).isEmpty();
    assertThat(act(id, "apply").status()).isEqualTo(409);
    assertThat(isOn(test)).isFalse();
  }

  private JsonObject list(String query) {
    return caller
        .get("/v2/products/" + product.id() + "/change-requests" + query)
        .object()
        .getAsJsonObject("changeRequests");
  }

  @Test
  void anOwnerWhoLeftIsReplacedByWhoeverClaimsIt() {
    long id = create(colleague(), "", proposal(newFlag, ON));
    fake.world().removeCredential("grace");
    assertThat(Caller.of(fake, "grace", "secret").get("/v1/me").status()).isEqualTo(401);
    assertThat(texts(read(id), "changeRequestIssues", "issueType")).containsExactly("noOwner");

    JsonObject claimed = act(id, "claim-ownership").object();

    assertThat(claimed.get("creatorUserFullName").getAsString()).isEqualTo(ConfigCatFake.USER);
    assertThat(claimed.get("needsAttention").getAsBoolean()).isFalse();
    assertThat(texts(claimed, "activities", "changeRequestActivityType"))
        .contains("ownershipClaimed");
    assertThat(auditRecords().types())
        .startsWith("changeRequestNeedsAttentionFixed", "changeRequestOwnershipClaimed");
  }

  @Test
  void theListTellsScheduledOnesAndThoseThatNeedApproval() {
    turnOn(",\"applyAt\":\"2027-01-01T00:00:00Z\"");
    test.approveRequired();
    caller.post(all(production), body(""));

    assertThat(objects(list("?scheduleFilter=scheduled"), "data")).hasSize(1);
    assertThat(objects(list("?scheduleFilter=nonScheduled"), "data")).hasSize(1);
    assertThat(objects(list("?approveRequiredFilter=approveRequired"), "data")).hasSize(1);
    assertThat(objects(list("?approveRequiredFilter=approveNotRequired"), "data")).hasSize(1);
    assertThat(objects(list(""), "data")).hasSize(2);
  }

  @Test
  void itGoesWithItsConfigAndWithItsEnvironment() {
    long inTest = turnOn("");
    caller.delete("/v1/environments/" + test.id());
    assertThat(caller.get(one(inTest)).status()).isEqualTo(404);
    caller.post(all(production), body("", proposal(newFlag, ON)));

    caller.delete("/v1/configs/" + v2.id());

    assertThat(fake.content().getAsJsonObject("changeRequests").size()).isZero();
  }

  @Test
  void aDeletedSettingLeavesItsChangeRequests() {
    FakeFlag other = v2.flag("other");
    long id = create("", proposal(newFlag, ON), proposal(other, ON));

    caller.delete("/v1/settings/" + other.id());

    assertThat(texts(read(id), "settingValues", "settingKey")).containsExactly("newFlag");
    assertThat(texts(read(id), "activities", "changeRequestActivityType"))
        .containsExactly("created", "settingDeletedFromChangeRequest");
    assertThat(auditRecords().types()).startsWith("settingDeleted", "changeRequestSettingDeleted");
    assertThat(act(id, "apply").status()).isEqualTo(200);
  }
}
