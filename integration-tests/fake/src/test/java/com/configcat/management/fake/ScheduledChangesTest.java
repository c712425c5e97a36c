package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Change requests that apply themselves when the fake's clock says so. */
class ScheduledChangesTest extends ChangeRequestShop {
  private static final Instant DUE = Instant.parse("2027-01-01T00:00:00Z");
  private static final String SCHEDULED = ",\"applyAt\":\"2027-01-01T00:00:00Z\"";

  /** Says that one is still open and no longer scheduled. */
  private void assertFailed(long id, String error) {
    JsonObject read = read(id);
    assertThat(read.get("changeRequestStatus").getAsString()).isEqualTo("open");
    assertThat(read.get("applyAt").isJsonNull()).isTrue();
    JsonObject last = objects(read, "activities").get(objects(read, "activities").size() - 1);
    assertThat(last.get("changeRequestActivityType").getAsString())
        .isEqualTo("scheduledApplyFailed");
    assertThat(last.get("error").getAsString()).contains(error);
    assertThat(isOn(test)).isFalse();
  }

  @Test
  void itIsAppliedAsItsOwnerWhenItIsDueAndNotBefore() {
    long id = create(colleague(), SCHEDULED, proposal(newFlag, ON));

    fake.world().now(DUE.minusSeconds(1));
    assertThat(status(id)).isEqualTo("open");
    fake.world().now(DUE);
    assertThat(isOn(test)).isTrue();
    assertThat(status(id)).isEqualTo("applied");
    assertThat(read(id).get("appliedByUserFullName").getAsString()).isEqualTo("grace");
    assertThat(auditRecords().types())
        .startsWith("changeRequestAppliedOnSchedule", "settingValueChanged");
  }

  @Test
  void aWriteMovesTheClockToo() {
    fake.world().now(DUE.minusSeconds(2));
    long id = turnOn(SCHEDULED);

    caller.post("/v1/products/" + product.id() + "/tags", "{\"name\":\"t\"}");

    assertThat(status(id)).isEqualTo("applied");
  }

  @Test
  void whatIsNoLongerScheduledIsNotApplied() {
    long unscheduled = turnOn(SCHEDULED);
    caller.put(one(unscheduled), "{\"title\":\"t\"}");
    long closed = turnOn(SCHEDULED);
    act(closed, "close");

    fake.world().now(DUE);

    assertThat(status(unscheduled)).isEqualTo("open");
    assertThat(status(closed)).isEqualTo("closed");
    assertThat(isOn(test)).isFalse();
  }

  @Test
  void notesThatBecameMandatoryBlockIt() {
    long id = turnOn(SCHEDULED);
    test.reasonRequired();

    fake.world().now(DUE);

    assertFailed(id, "Reason required.");
    assertThat(read(id).get("needsAttention").getAsBoolean()).isTrue();
  }

  @Test
  void aCircleThatCameLaterBlocksIt() {
    FakeFlag other = v2.flag("other");
    long id = create(SCHEDULED, needing(newFlag, other));
    String later = needing(other, newFlag);
    assertThat(caller.put(value("v2", other, test), later).status()).isEqualTo(200);

    assertThat(texts(read(id), "changeRequestIssues", "issueType"))
        .containsExactly("circularDependency");
    assertThat(act(id, "apply").status()).isEqualTo(400);
    fake.world().now(DUE);

    assertFailed(id, "Circular dependency detected.");
  }

  @Test
  void aCircleWithinAChangeRequestBlocksIt() {
    FakeFlag other = v2.flag("other");

    long id = create(SCHEDULED, needing(newFlag, other), needing(other, newFlag));

    assertThat(texts(read(id), "changeRequestIssues", "issueType"))
        .containsExactly("circularDependency");
    fake.world().now(DUE);
    assertFailed(id, "Circular dependency detected.");
  }

  @Test
  void aConflictBlocksIt() {
    long id = turnOn(SCHEDULED);
    caller.put(value("v2", newFlag, test), "{\"defaultValue\":{\"boolValue\":false}}");

    fake.world().now(DUE);

    assertFailed(id, "newFlag was changed meanwhile");
  }

  @Test
  void aMissingApprovalBlocksIt() {
    test.approveRequired();
    long id = turnOn(SCHEDULED);

    fake.world().now(DUE);

    assertFailed(id, "not approved");
  }

  @Test
  void aSegmentThatIsGoneBlocksAllOfIt() {
    String segment = product.segment("Staff", "@acme").toString();
    FakeFlag other = v2.flag("other");
    String rule =
        """
        {"settingId":%d,"defaultValue":{"boolValue":true},"targetingRules":[{"conditions":[
          {"segmentCondition":{"segmentId":"%s","comparator":"isIn"}}],"value":{"boolValue":true}}]}
        """
            .formatted(other.id(), segment);
    long id = create(SCHEDULED, proposal(newFlag, ON), rule);
    caller.delete("/v1/segments/" + segment);

    fake.world().now(DUE);

    assertFailed(id, "Segment");
  }

  @Test
  void anOwnerWhoLeftBlocksItUntilSomebodyClaimsItAndSchedulesItAnew() {
    long id = create(colleague(), SCHEDULED, proposal(newFlag, ON));
    fake.world().removeCredential("grace");
    fake.world().now(DUE);
    assertFailed(id, "no owner");

    act(id, "claim-ownership");
    caller.put(one(id), "{\"title\":\"t\",\"applyAt\":\"2027-02-01T00:00:00Z\"}");
    fake.world().now(Instant.parse("2027-02-01T00:00:00Z"));

    assertThat(read(id).get("appliedByUserFullName").getAsString()).isEqualTo(ConfigCatFake.USER);
    assertThat(isOn(test)).isTrue();
  }
}
