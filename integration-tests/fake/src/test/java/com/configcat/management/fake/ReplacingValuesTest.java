package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** PUT and PATCH of values, what they keep and what they lose. */
class ReplacingValuesTest extends Shop {
  private static final String RULE =
      """
      {"targetingRules":[{"conditions":[{"userCondition":{"comparisonAttribute":"Email",
       "comparator":"textEquals","comparisonValue":{"stringValue":"a@b.c"}}}],
       "value":{"boolValue":true}}],"percentageEvaluationAttribute":"Country"}
      """;

  @Test
  void aPutOfJustAValueDeletesRulesAndItemsInV1() {
    oldFlag.serve(
        production,
        """
        {"rolloutRules":[{"comparisonAttribute":"Email","comparator":"contains",
          "comparisonValue":"@b","value":true}],
         "rolloutPercentageItems":[{"percentage":40,"value":true},{"percentage":60,"value":false}]}
        """);

    Caller.Reply reply = caller.put(oldValue(), "{\"value\":true}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.object().get("value").getAsBoolean()).isTrue();
    assertThat(reply.object().getAsJsonArray("rolloutRules")).isEmpty();
    assertThat(oldFlag.served(production, "rolloutPercentageItems")).isEqualTo(new JsonArray());
    assertThat(oldFlag.served(test, "value").getAsBoolean()).isFalse();
  }

  @Test
  void aPutOfJustAValueResetsRulesAndAttributeInV2() {
    newFlag.serve(production, RULE);

    JsonObject reply = caller.put(newValue(), "{\"defaultValue\":{\"boolValue\":true}}").object();

    assertThat(reply.getAsJsonArray("targetingRules")).isEmpty();
    assertThat(reply.get("percentageEvaluationAttribute").isJsonNull()).isTrue();
    assertThat(reply.get("defaultValue"))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"boolValue":true,"stringValue":null,"intValue":null,"doubleValue":null,
                 "predefinedVariationId":null}
                """));
  }

  @Test
  void aPatchTouchesOnlyWhatItNames() {
    newFlag.serve(production, RULE);
    JsonObject before = newFlag.served(production);

    Caller.Reply reply =
        caller.patch(
            newValue(),
            "[{\"op\":\"replace\",\"path\":\"/defaultValue/boolValue\",\"value\":true}]");

    assertThat(reply.status()).isEqualTo(200);
    before.getAsJsonObject("defaultValue").addProperty("boolValue", true);
    assertThat(newFlag.served(production)).isEqualTo(before);
  }

  @Test
  void aPatchThatChangesNothingIsAnsweredWithNoContentAndMakesNoVersion() {
    String version = newFlag.version(production);

    Caller.Reply reply =
        caller.patch(
            newValue(),
            "[{\"op\":\"replace\",\"path\":\"/defaultValue/boolValue\",\"value\":false}]");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.http().body()).isEmpty();
    assertThat(newFlag.version(production)).isEqualTo(version);
    assertThat(fake.requests().get(0).applied()).isFalse();
  }

  @Test
  void aPatchThatFailsInTheMiddleChangesNothing() {
    JsonObject before = fake.snapshot();

    Caller.Reply reply =
        caller.patch(
            newValue(),
            """
            [{"op":"replace","path":"/defaultValue/boolValue","value":true},
             {"op":"test","path":"/defaultValue/boolValue","value":false}]
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void whatAPatchMakesIsCheckedAsAWhole() {
    String wrong = "[{\"op\":\"replace\",\"path\":\"/defaultValue/boolValue\",\"value\":\"x\"}]";
    String two = "[{\"op\":\"replace\",\"path\":\"/defaultValue/intValue\",\"value\":1}]";
    String none = "[{\"op\":\"remove\",\"path\":\"/defaultValue\"}]";

    for (String patch : new String[] {wrong, two, none}) {
      assertThat(caller.patch(newValue(), patch).status()).as(patch).isEqualTo(400);
    }
    assertThat(newFlag.served(production, "defaultValue").toString()).contains("false");
  }

  @Test
  void aPatchCannotTouchWhatTheServiceKeepsItself() {
    String version = newFlag.version(production);

    Caller.Reply reply =
        caller.patch(
            newValue(), "[{\"op\":\"replace\",\"path\":\"/lastVersionId\",\"value\":\"x\"}]");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(newFlag.version(production)).isEqualTo(version);
  }

  @Test
  void aPutLosesUnknownMembersAndAPatchKeepsThem() {
    newFlag.serve(production, RULE);
    int planted = fake.plantUnknownMembers();
    assertThat(planted).isGreaterThan(20);
    JsonObject served = caller.get(newValue()).object();
    assertThat(served.toString()).contains("fromTheFuture");
    String condition = "/targetingRules/0/conditions/0/userCondition/comparisonValue";
    String here = "values/" + production.id() + "/" + newFlag.id();

    caller.patch(
        newValue(), "[{\"op\":\"replace\",\"path\":\"/defaultValue/boolValue\",\"value\":true}]");
    assertThat(fake.lostUnknownMembers()).isEmpty();

    caller.patch(
        newValue(),
        "[{\"op\":\"replace\",\"path\":\"" + condition + "\",\"value\":{\"stringValue\":\"x\"}}]");
    assertThat(fake.lostUnknownMembers()).containsExactly(here + condition);

    caller.put(newValue(), "{\"defaultValue\":{\"boolValue\":true}}");
    assertThat(fake.lostUnknownMembers())
        .contains(here, here + "/defaultValue", here + "/targetingRules/0/value")
        .allMatch(place -> place.startsWith(here));
  }

  @Test
  void whatAPutSendsBackOfUnknownMembersIsKept() {
    fake.plantUnknownMembers();
    JsonObject served = caller.get(newValue()).object();

    caller.put(newValue(), served.toString());

    assertThat(fake.lostUnknownMembers()).isEmpty();
  }

  @Test
  void aBulkWriteReplacesWhatItListsAndLeavesTheRest() {
    FakeFlag other = v2.setting("other", "string").serve(production, RULE);
    newFlag.serve(production, RULE);
    JsonObject untouched = other.served(production);

    Caller.Reply reply =
        caller.post(
            values("v2", v2, production),
            "{\"updateFormulas\":[{\"settingId\":"
                + newFlag.id()
                + ",\"defaultValue\":{\"boolValue\":true}}]}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.object().getAsJsonArray("settingFormulas")).hasSize(2);
    assertThat(newFlag.served(production, "targetingRules")).isEqualTo(new JsonArray());
    assertThat(other.served(production)).isEqualTo(untouched);
  }

  @Test
  void contentIsEqualAgainWhenAValueIsPutBack() {
    JsonObject before = fake.content();
    String off = "{\"defaultValue\":{\"boolValue\":false}}";

    caller.put(newValue(), "{\"defaultValue\":{\"boolValue\":true}}");
    assertThat(fake.content()).isNotEqualTo(before);
    caller.put(newValue(), off);

    assertThat(fake.content()).isEqualTo(before);
  }

  @Test
  void aBulkWriteIsAllOrNothing() {
    JsonObject before = fake.snapshot();

    Caller.Reply reply =
        caller.post(
            values("v1", v1, production),
            "{\"settingValues\":[{\"settingId\":"
                + oldFlag.id()
                + ",\"value\":true},{\"settingId\":99,\"value\":true}]}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
  }
}
