package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** What change requests propose, read and rewritten. */
class ProposedChangesTest extends ChangeRequestShop {
  private static String changes(long id) {
    return one(id) + "/proposed-changes";
  }

  private static String update(String more, String proposals) {
    return "{\"proposedChanges\":[" + proposals + "]" + more + "}";
  }

  private JsonObject proposed(long id, int index) {
    return objects(read(id), "settingValues")
        .get(index)
        .getAsJsonObject("proposedEvaluationFormula")
        .getAsJsonObject("defaultValue");
  }

  private void changeMeanwhile() {
    caller.put(value("v2", newFlag, test), "{\"defaultValue\":{\"boolValue\":false}}");
  }

  @Test
  void theyAreListedInTheFormOfValues() {
    FakeFlag other = v2.setting("other", "string");
    long id = create("", proposal(newFlag, ON), proposal(other, "{\"stringValue\":\"x\"}"));

    JsonObject all = caller.get(changes(id)).object();
    JsonObject one = caller.get(changes(id) + "?settingId=" + other.id()).object();

    assertThat(objects(all, "proposedChanges")).hasSize(2);
    JsonObject first = objects(all, "proposedChanges").get(0);
    assertThat(first.getAsJsonObject("defaultValue").get("boolValue").getAsBoolean()).isTrue();
    assertThat(first.get("lastVersionId").getAsString()).isEqualTo(newFlag.version(test));
    assertThat(first.getAsJsonObject("setting").get("key").getAsString()).isEqualTo("newFlag");
    assertThat(first.get("changeRequestCount").getAsInt()).isEqualTo(1);
    assertThat(all.getAsJsonObject("featureFlagLimitations").size()).isEqualTo(7);
    assertThat(objects(one, "proposedChanges")).hasSize(1);
    assertThat(one.toString()).contains("\"stringValue\":\"x\"");
    assertThat(isOn(test)).isFalse();
  }

  @Test
  void anUpdateStoresWhatItNamesAndLeavesTheRest() {
    FakeFlag other = v2.flag("other");
    FakeFlag third = v2.flag("third");
    long id = create("", proposal(newFlag, ON), proposal(other, ON));

    caller.put(
        changes(id),
        update("", proposal(newFlag, "{\"boolValue\":false}") + "," + proposal(third, ON)));

    assertThat(texts(read(id), "settingValues", "settingKey"))
        .containsExactly("newFlag", "other", "third");
    assertThat(proposed(id, 0).get("boolValue").getAsBoolean()).isFalse();
    assertThat(proposed(id, 1).get("boolValue").getAsBoolean()).isTrue();
    assertThat(texts(read(id), "activities", "changeRequestActivityType"))
        .containsExactly("created", "proposedChangesUpdated");
    assertThat(auditRecords().types())
        .containsExactly("changeRequestSettingValuesUpdated", "changeRequestCreated");
  }

  @Test
  void anOutdatedVersionIsRefusedUnlessForced() {
    String old = newFlag.version(test);
    long id = turnOn("");
    changeMeanwhile();
    String proposal = proposal(newFlag, ON, old);

    assertThat(caller.put(changes(id), update("", proposal)).status()).isEqualTo(409);
    assertThat(hasConflict(id)).isTrue();
    assertThat(caller.put(changes(id), update(",\"forced\":true", proposal)).status())
        .isEqualTo(200);
    assertThat(hasConflict(id)).isFalse();
    assertThat(act(id, "apply").status()).isEqualTo(200);
  }

  @Test
  void anUpdateThatDoesNotFitIsRefused() {
    long id = turnOn("");
    FakeFlag other = v2.flag("other");
    JsonObject before = fake.snapshot();

    String foreign = update("", proposal(oldFlag, ON));
    assertThat(caller.put(changes(id), foreign).object().keySet()).containsExactly("SettingId");
    String wrongType = update("", proposal(newFlag, "{\"intValue\":1}"));
    assertThat(caller.put(changes(id), wrongType).object().keySet())
        .containsExactly("DefaultValue");
    Caller.Reply elsewhere =
        caller.put(changes(id) + "?settingId=" + other.id(), update("", proposal(newFlag, ON)));
    assertThat(elsewhere.object().keySet()).containsExactly("SettingId");
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void anotherProposalNeedsAnotherApproval() {
    long id = turnOn("");
    act(id, "approve");

    caller.put(changes(id), update("", proposal(newFlag, "{\"boolValue\":false}")));

    assertThat(read(id).get("approved").getAsBoolean()).isFalse();
    assertThat(auditRecords().types())
        .startsWith("changeRequestSettingValuesUpdated", "changeRequestApprovalDismissed");
  }

  @Test
  void aConflictIsResolvedOnTheCurrentVersion() {
    String old = newFlag.version(test);
    long id = turnOn("");
    changeMeanwhile();
    assertThat(hasConflict(id)).isTrue();
    String path = changes(id) + "/" + newFlag.id() + "/resolve-conflicts";
    String body = "{\"proposedChange\":%s}";

    assertThat(caller.post(path, body.formatted(proposal(newFlag, ON, old))).status())
        .isEqualTo(409);
    Caller.Reply resolved =
        caller.post(path, body.formatted(proposal(newFlag, ON, newFlag.version(test))));

    assertThat(resolved.object().get("needsAttention").getAsBoolean()).isFalse();
    assertThat(hasConflict(id)).isFalse();
    assertThat(texts(read(id), "activities", "changeRequestActivityType"))
        .containsExactly("created", "conflictsResolved");
    assertThat(auditRecords().types())
        .startsWith("changeRequestNeedsAttentionFixed", "changeRequestSettingValueRebased");
    assertThat(act(id, "apply").status()).isEqualTo(200);
    FakeFlag other = v2.flag("other");
    String notThere = changes(turnOn("")) + "/" + other.id() + "/resolve-conflicts";
    assertThat(caller.post(notThere, body.formatted(proposal(other, ON))).status()).isEqualTo(404);
  }

  @Test
  void oneCanBeTakenOut() {
    FakeFlag other = v2.flag("other");
    long id = create("", proposal(newFlag, ON), proposal(other, ON));

    Caller.Reply reply = caller.delete(changes(id) + "/" + newFlag.id());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(texts(reply.object(), "settingValues", "settingKey")).containsExactly("other");
    assertThat(caller.delete(changes(id) + "/" + newFlag.id()).status()).isEqualTo(404);
    assertThat(auditRecords().types()).startsWith("changeRequestSettingDeleted");
    act(id, "apply");
    assertThat(isOn(test)).isFalse();
  }

  @Test
  void theTextsOfAJsonSettingHaveToBeJson() {
    FakeFlag json =
        v2.setting(
            JsonParser.parseString(
                    """
                    {"key":"j","name":"j","settingType":"string","isJson":true}
                    """)
                .getAsJsonObject());
    String valid = proposal(json, "{\"stringValue\":\"{\\\"a\\\":1}\"}");
    String invalid = proposal(json, "{\"stringValue\":\"{a\"}");

    long id = create("", valid);

    assertThat(objects(read(id), "settingValues").get(0).get("isJson").getAsBoolean()).isTrue();
    assertThat(caller.put(changes(id), update("", invalid)).http().body())
        .isEqualTo("{\"DefaultValue\":[\"The value is not JSON.\"]}");
    assertThat(caller.put(value("v2", json, test), invalid).status()).isEqualTo(400);
    assertThat(caller.put(value("v2", json, test), valid).status()).isEqualTo(200);
  }
}
