package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What writes of values the fake refuses. */
class RefusedValuesTest extends Shop {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          boolean | true   | 200
          boolean | "true" | 400
          boolean | 1      | 400
          string  | "x"    | 200
          string  | ""     | 400
          string  | true   | 400
          int     | 10     | 200
          int     | 10.5   | 400
          int     | 10.0   | 200
          int     | 2147483648 | 400
          int     | "10"   | 400
          double  | 10.5   | 200
          double  | 10     | 200
          double  | "10.5" | 400
          double  | 1e999  | 400
          double  | 1e99999999999 | 400
          boolean | null   | 400
          """)
  void aValueHasToFitTheTypeInV1(String type, String value, int status) {
    FakeFlag setting = v1.setting("typed", type);

    assertThat(caller.put(value("v1", setting, test), "{\"value\":" + value + "}").status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          boolean | {"boolValue":true}                    | 200
          boolean | {"boolValue":true,"stringValue":null} | 200
          boolean | {"stringValue":"x"}                   | 400
          boolean | {"boolValue":true,"stringValue":"x"}  | 400
          boolean | {}                                    | 400
          string  | {"stringValue":""}                    | 400
          int     | {"intValue":10}                       | 200
          int     | {"intValue":10.5}                     | 400
          int     | {"doubleValue":10}                    | 400
          double  | {"doubleValue":10.5}                  | 200
          double  | {"doubleValue":1e99999999999}         | 400
          """)
  void aValueHasToFitTheTypeInV2(String type, String value, int status) {
    FakeFlag setting = v2.setting("typed", type);

    assertThat(caller.put(value("v2", setting, test), "{\"defaultValue\":" + value + "}").status())
        .isEqualTo(status);
  }

  @Test
  void aConfigHasOnlyValuesOfItsVersion() {
    for (String wrong :
        new String[] {
          value("v2", oldFlag, test),
          value("v1", newFlag, test),
          values("v2", v1, test),
          values("v1", v2, test)
        }) {
      assertThat(caller.get(wrong).status()).as(wrong).isEqualTo(400);
    }
    assertThat(caller.put(value("v1", newFlag, test), "{\"value\":true}").status()).isEqualTo(400);
    Caller byKey = caller.with("X-CONFIGCAT-SDKKEY", v1.sdkKey(test));
    assertThat(byKey.get("/v2/settings/oldFlag/value").status()).isEqualTo(400);
    assertThat(byKey.get("/v1/settings/oldFlag/value").status()).isEqualTo(200);
  }

  @Test
  void aReasonIsRequiredEverywhereWhereTheProductSaysSo() {
    product.reasonRequired();
    String patch = "[{\"op\":\"replace\",\"path\":\"/value\",\"value\":true}]";

    assertThat(caller.patch(oldValue(), patch).status()).isEqualTo(400);
    assertThat(caller.patch(oldValue() + "?reason=why", patch).status()).isEqualTo(200);
    assertThat(caller.post(values("v2", v2, test), "{\"updateFormulas\":[]}").status())
        .isEqualTo(400);
  }

  @Test
  void aWriteUnderAnOldVersionIsAConflict() {
    String version = newFlag.version(production);
    String body = "{\"defaultValue\":{\"boolValue\":true}}";

    Caller.Reply first = caller.put(newValue() + "?latestVersionId=" + version, body);
    JsonObject after = fake.snapshot();
    Caller.Reply second = caller.put(newValue() + "?latestVersionId=" + version, body);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.object().get("lastVersionId").getAsString())
        .isEqualTo(newFlag.version(production))
        .isNotEqualTo(version);
    assertThat(second.status()).isEqualTo(409);
    assertThat(fake.snapshot()).isEqualTo(after);
    String patch = "[{\"op\":\"replace\",\"path\":\"/defaultValue/boolValue\",\"value\":false}]";
    assertThat(caller.patch(newValue() + "?latestVersionId=" + version, patch).status())
        .isEqualTo(409);
    assertThat(caller.put(newValue(), body).status()).isEqualTo(200);
  }

  @Test
  void aBulkWriteUnderAnotherVersionThanTheLatestIsAConflict() {
    String version = newFlag.version(production);
    String body =
        "{\"updateFormulas\":[{\"settingId\":"
            + newFlag.id()
            + ",\"defaultValue\":{\"boolValue\":true}}]}";
    String path = values("v2", v2, production) + "?latestVersionId=";

    assertThat(caller.post(path + version, body).status()).isEqualTo(200);
    assertThat(caller.post(path + version, body).status()).isEqualTo(409);
    assertThat(caller.post(path + newFlag.version(production), body).status()).isEqualTo(200);
  }

  static Stream<Arguments> rules() {
    String condition =
        "\"conditions\":[{\"userCondition\":{\"comparisonAttribute\":\"Email\",\"comparator\":\"%s\","
            + "\"comparisonValue\":{%s}}}]";
    String served = ",\"value\":{\"boolValue\":true}";
    String text = "\"stringValue\":\"x\"";
    String number = "\"doubleValue\":1.5";
    String list = "\"listValue\":[{\"value\":\"x\"}]";
    return Stream.of(
        Arguments.of(condition.formatted("textEquals", text) + served, 200),
        Arguments.of(condition.formatted("textEquals", list) + served, 400),
        Arguments.of(condition.formatted("textEquals", text + "," + number) + served, 400),
        Arguments.of(condition.formatted("containsAnyOf", list) + served, 200),
        Arguments.of(condition.formatted("containsAnyOf", text) + served, 400),
        Arguments.of(condition.formatted("isOneOf", "\"listValue\":[]") + served, 400),
        Arguments.of(condition.formatted("semVerIsOneOf", list) + served, 200),
        Arguments.of(condition.formatted("semVerLess", text) + served, 200),
        Arguments.of(condition.formatted("numberLess", number) + served, 200),
        Arguments.of(condition.formatted("numberLess", text) + served, 400),
        Arguments.of(condition.formatted("dateTimeBefore", number) + served, 200),
        Arguments.of(condition.formatted("sensitiveTextStartsWithAnyOf", list) + served, 200),
        Arguments.of(condition.formatted("noComparator", list) + served, 400),
        Arguments.of(condition.formatted("textEquals", text), 400),
        Arguments.of(
            condition.formatted("textEquals", text) + ",\"value\":{\"stringValue\":\"x\"}", 400),
        Arguments.of(options(40, 60), 200),
        Arguments.of(options(40, 50), 400),
        Arguments.of(options(-40, 140), 400),
        Arguments.of(options(40, 60) + served, 400),
        Arguments.of("\"conditions\":[{}]" + served, 400));
  }

  private static String options(int first, int second) {
    return "\"percentageOptions\":[{\"percentage\":%d,\"value\":{\"boolValue\":true}},"
            .formatted(first)
        + "{\"percentage\":%d,\"value\":{\"boolValue\":false}}]".formatted(second);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aTargetingRuleHasToMakeSense(String rule, int status) {
    Caller.Reply reply =
        caller.put(
            newValue(),
            "{\"defaultValue\":{\"boolValue\":true},\"targetingRules\":[{" + rule + "}]}");

    assertThat(reply.status()).as(reply.http().body()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"0,400", "1,200"})
  void aRuleWithoutConditionsHasToBeTheLast(int place, int status) {
    String served = "\"value\":{\"boolValue\":true}}";
    List<String> rules =
        new ArrayList<>(
            List.of(
                """
                {"conditions":[{"userCondition":{"comparisonAttribute":"Email",
                 "comparator":"textEquals","comparisonValue":{"stringValue":"x"}}}],\
                """
                    + served));
    rules.add(place, "{" + served);

    Caller.Reply reply =
        caller.put(
            newValue(), "{\"defaultValue\":{\"boolValue\":true},\"targetingRules\":" + rules + "}");

    assertThat(reply.status()).as(reply.http().body()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"100,0,200", "40,60,200", "40,61,400", "50,49,400"})
  void percentageItemsAddUpToAHundredInV1(int first, int second, int status) {
    Caller.Reply reply =
        caller.put(
            oldValue(),
            """
            {"value":true,"rolloutPercentageItems":[{"percentage":%d,"value":true},
             {"percentage":%d,"value":false}]}
            """
                .formatted(first, second));

    assertThat(reply.status()).isEqualTo(status);
  }

  @Test
  void segmentsAndPrerequisitesHaveToExist() {
    FakeFlag other = v2.setting("other", "string");
    String segment = product.segment("Staff", "@acme").toString();

    assertThat(caller.put(newValue(), segmentRule(segment)).status()).isEqualTo(200);
    assertThat(caller.put(newValue(), segmentRule(production.id().toString())).status())
        .isEqualTo(400);
    assertThat(caller.put(newValue(), prerequisite(other.id(), "\"stringValue\":\"x\"")).status())
        .isEqualTo(200);
    assertThat(caller.put(newValue(), prerequisite(other.id(), "\"boolValue\":true")).status())
        .isEqualTo(400);
    assertThat(caller.put(newValue(), prerequisite(oldFlag.id(), "\"boolValue\":true")).status())
        .isEqualTo(400);
  }

  private static String segmentRule(String segment) {
    return """
    {"defaultValue":{"boolValue":true},"targetingRules":[{"conditions":[{"segmentCondition":
     {"segmentId":"%s","comparator":"isIn"}}],"value":{"boolValue":true}}]}
    """
        .formatted(segment);
  }

  private static String prerequisite(int setting, String value) {
    return """
    {"defaultValue":{"boolValue":true},"targetingRules":[{"conditions":[
     {"prerequisiteFlagCondition":{"prerequisiteSettingId":%d,"comparator":"equals",
      "prerequisiteComparisonValue":{%s}}}],"value":{"boolValue":true}}]}
    """
        .formatted(setting, value);
  }
}
