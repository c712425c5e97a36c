package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the service was seen to do and its document does not say, one nested class for each matter.
 *
 * <p>Elsewhere: replacing, patching, the 204 of a patch that changes nothing, and bulk writes in
 * {@link ReplacingValuesTest}; stale versions, evaluation versions, empty texts and percentages in
 * {@link RefusedValuesTest}; the envelope of pages, empty ones, and filters in {@link ListsTest};
 * paths, queries and media types in {@link RefusedRequestsTest}.
 */
class SemanticsTest extends Shop {
  private static final String ON = "{\"value\":true}";
  private static final String ON_V2 = "{\"defaultValue\":{\"boolValue\":true}}";
  private static final String TAKEN = "This key is already in use. Please, choose another";

  private static JsonObject json(String text) {
    return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
  }

  private static String patch(String op, String path, String value) {
    return "[{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":" + value + "}]";
  }

  /** A V2 value with one rule. */
  private static String ruled(String rule) {
    return json("{'defaultValue':{'boolValue':true},'targetingRules':[" + rule + "]}").toString();
  }

  /** A V2 rule that serves true if a condition holds. */
  private static String rule(String condition) {
    return "{'conditions':[" + condition + "],'value':{'boolValue':true}}";
  }

  private static String segment(Object id) {
    return rule("{'segmentCondition':{'segmentId':'" + id + "','comparator':'isIn'}}");
  }

  private static String compared(String comparator, String value) {
    return rule(
        "{'userCondition':{'comparisonAttribute':'Email','comparator':'%s','comparisonValue':%s}}"
            .formatted(comparator, value));
  }

  private static String needs(FakeFlag prerequisite) {
    return ruled(
        rule(
            """
            {'prerequisiteFlagCondition':{'prerequisiteSettingId':%d,'comparator':'equals',
             'prerequisiteComparisonValue':{'boolValue':true}}}
            """
                .formatted(prerequisite.id())));
  }

  private String in(FakeProduct parent, String table) {
    return "/v1/products/" + parent.id() + "/" + table;
  }

  private String settings(FakeConfig config) {
    return "/v1/configs/" + config.id() + "/settings";
  }

  private String setting(FakeFlag flag) {
    return "/v1/settings/" + flag.id();
  }

  @Nested
  class Reasons {
    @Test
    void areDemandedInTheWordsOfEachVersion() {
      production.reasonRequired();

      Caller.Reply old = caller.put(oldValue(), ON);
      Caller.Reply replaced = caller.put(newValue(), ON_V2);
      Caller.Reply patched =
          caller.patch(newValue(), patch("replace", "/defaultValue/boolValue", "true"));
      Caller.Reply bulk = caller.post(values("v1", v1, production), "{\"settingValues\":[]}");

      assertThat(old.status()).isEqualTo(400);
      assertThat(old.http().body()).isEqualTo("{\"Reason\":[\"Reason required\"]}");
      assertThat(bulk.http().body()).isEqualTo(old.http().body());
      assertThat(replaced.status()).isEqualTo(400);
      assertThat(replaced.http().body()).isEqualTo("{\"Reason\":[\"Reason required.\"]}");
      assertThat(patched.http().body()).isEqualTo(replaced.http().body());
      assertThat(oldFlag.served(production, "value").getAsBoolean()).isFalse();
    }

    @Test
    void areNotGivenByAnEmptyText() {
      production.reasonRequired();

      assertThat(caller.put(oldValue() + "?reason=", ON).status()).isEqualTo(400);
      assertThat(caller.put(newValue() + "?reason=", ON_V2).status()).isEqualTo(400);
      assertThat(caller.put(oldValue() + "?reason=why", ON).status()).isEqualTo(200);
      assertThat(caller.put(newValue() + "?reason=why", ON_V2).status()).isEqualTo(200);
      assertThat(caller.put(value("v1", oldFlag, test), ON).status()).isEqualTo(200);
    }

    @Test
    void cannotBeGivenWhenAFlagIsDeleted() {
      product.reasonRequired();

      assertThat(caller.delete(setting(newFlag)).status()).isEqualTo(204);
    }
  }

  @Nested
  class ErrorBodies {
    @Test
    void nameTheSegmentThatIsMissing() {
      Caller.Reply reply = caller.put(newValue(), ruled(segment(UUID.randomUUID())));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.http().body()).isEqualTo("{\"SegmentCondition\":[\"Segment not found.\"]}");
    }

    @Test
    void nameTheCircleFromThePrerequisiteOn() {
      FakeFlag a = v2.flag("A");
      FakeFlag b = v2.flag("B");
      caller.put(value("v2", a, test), needs(b));

      Caller.Reply reply = caller.put(value("v2", b, test), needs(a));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.http().body()).isEqualTo("\"Circular dependency detected. A ➔ B\"");
    }

    @Test
    void nameTheEndsOfALongerCircle() {
      FakeFlag a = v2.flag("A");
      FakeFlag b = v2.flag("B");
      FakeFlag c = v2.flag("C");
      caller.put(value("v2", a, test), needs(b));
      caller.put(value("v2", b, test), needs(c));

      Caller.Reply reply = caller.put(value("v2", c, test), needs(a));

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.http().body()).isEqualTo("\"Circular dependency detected. A ➔ C\"");
    }

    @Test
    void areTextForCredentialsAndPermissionsAndEmptyForWhatIsMissing() {
      fake.world().readOnlyCredential("reader", "secret");
      fake.faults().at(1, "GET /v1/products", Fault.statusBefore(402));

      Caller.Reply unknown = Caller.of(fake, "nobody", "secret").get(setting(newFlag));
      Caller.Reply forbidden = Caller.of(fake, "reader", "secret").delete(setting(newFlag));

      assertThat(unknown.status()).isEqualTo(401);
      assertThat(unknown.json().getAsString()).isNotEmpty();
      assertThat(forbidden.status()).isEqualTo(403);
      assertThat(forbidden.json().getAsString()).isNotEmpty();
      assertThat(caller.get("/v1/products").status()).isEqualTo(402);
      assertThat(caller.get("/v1/settings/99").status()).isEqualTo(404);
      assertThat(caller.get("/v1/settings/99").http().body()).isEmpty();
    }
  }

  @Nested
  class Names {
    private final String products =
        "/v1/organizations/" + fake.world().organizationId() + "/products";

    private String body(String table, String name) {
      String segment =
          "'comparisonAttribute':'Email','comparator':'contains','comparisonValue':'x'";
      return json("{'name':'" + name + "'" + (table.equals("segments") ? "," + segment : "") + "}")
          .toString();
    }

    private void assertTaken(Caller.Reply reply) {
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.object().keySet()).containsExactly("Name");
    }

    @Test
    void ofProductsAreUniqueInTheirOrganizationWhateverTheCase() {
      Caller.Reply other = caller.post(products, body("products", "Other"));
      String path = "/v1/products/" + other.object().get("productId").getAsString();

      assertTaken(caller.post(products, body("products", "sHOP")));
      assertTaken(caller.put(path, body("products", "SHOP")));
      assertThat(caller.put(path, body("products", "OTHER")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"environments, environmentId", "segments, segmentId"})
    void ofEnvironmentsAndSegmentsAreUniqueInTheirProduct(String table, String id) {
      caller.post(in(product, table), body(table, "First"));
      Caller.Reply second = caller.post(in(product, table), body(table, "Second"));
      String path = "/v1/" + table + "/" + second.object().get(id).getAsString();

      assertTaken(caller.post(in(product, table), body(table, "fIRST")));
      assertTaken(caller.put(path, body(table, "FIRST")));
      assertThat(caller.put(path, body(table, "SECOND")).status()).isEqualTo(200);
      FakeProduct other = fake.world().product("Other");
      assertThat(caller.post(in(other, table), body(table, "First")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"configs", "tags"})
    void ofConfigsAndTagsMayRepeat(String table) {
      caller.post(in(product, table), body(table, "Same"));

      assertThat(caller.post(in(product, table), body(table, "Same")).status()).isEqualTo(201);
    }

    @Test
    void mayRepeatEverywhereWhereTheWorldSaysSo() {
      fake.world().allowDuplicateNames();

      assertThat(caller.post(products, body("products", "Shop")).status()).isEqualTo(201);
      assertThat(caller.post(in(product, "environments"), body("", "Test")).status())
          .isEqualTo(201);
    }
  }

  @Nested
  class Keys {
    private Caller.Reply create(String key) {
      return caller.post(
          settings(v2),
          json("{'key':'" + key + "','name':'n','settingType':'boolean'}").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"newFlag", "NEWFLAG"})
    void areUniqueInAConfigWhateverTheCase(String key) {
      Caller.Reply reply = create(key);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.http().body()).isEqualTo("{\"Key\":[\"" + TAKEN + "\"]}");
    }

    @ParameterizedTest
    @CsvSource({"a, 201", "A1_-, 201", "1a, 400", "_a, 400", "a.b, 400", "a b, 400", "é, 400"})
    void consistOfFewCharacters(String key, int status) {
      Caller.Reply reply = create(key);

      assertThat(reply.status()).isEqualTo(status);
      if (status == 400) {
        JsonObject error = reply.object().getAsJsonObject("Key");
        assertThat(error.getAsJsonArray("Errors").get(0).getAsJsonObject().keySet())
            .containsExactly("ErrorMessage");
      }
    }
  }

  @Nested
  class Limits {
    private static String text(int length) {
      return "x".repeat(length);
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "100000, 200", "100001, 400"})
    void ofTextValues(int length, int status) {
      FakeFlag old = v1.setting("text", "string");
      FakeFlag recent = v2.setting("text", "string");
      String inV1 = "{\"value\":\"" + text(length) + "\"}";
      String inV2 = "{\"defaultValue\":{\"stringValue\":\"" + text(length) + "\"}}";

      assertThat(caller.put(value("v1", old, test), inV1).status()).isEqualTo(status);
      assertThat(caller.put(value("v2", recent, test), inV2).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"65535, true", "65536, false"})
    void ofTextsToCompareWith(int length, boolean accepted) {
      String inV2 = ruled(compared("textEquals", "{'stringValue':'" + text(length) + "'}"));
      String condition =
          "'comparisonAttribute':'Email','comparator':'contains','comparisonValue':'%s'"
              .formatted(text(length));
      JsonObject inV1 = json("{'value':true,'rolloutRules':[{" + condition + ",'value':true}]}");
      JsonObject segment = json("{'name':'Long'," + condition + "}");
      String staff = "/v1/segments/" + product.segment("Staff", "@acme");

      assertThat(caller.put(newValue(), inV2).status()).isEqualTo(accepted ? 200 : 400);
      assertThat(caller.put(oldValue(), inV1.toString()).status()).isEqualTo(accepted ? 200 : 400);
      assertThat(caller.post(in(product, "segments"), segment.toString()).status())
          .isEqualTo(accepted ? 201 : 400);
      segment.remove("name");
      assertThat(caller.put(staff, segment.toString()).status()).isEqualTo(accepted ? 200 : 400);
    }

    @ParameterizedTest
    @CsvSource({"1000, 255, 200", "1001, 1, 400", "1, 256, 400"})
    void ofListsToCompareWith(int items, int length, int status) {
      String item = "{'value':'" + text(length) + "'}";
      String list = "{'listValue':[" + item + ("," + item).repeat(items - 1) + "]}";

      assertThat(caller.put(newValue(), ruled(compared("isOneOf", list))).status())
          .isEqualTo(status);
    }

    @Test
    void areServedAsTheyAreKept() {
      JsonObject limits = caller.get(newValue()).object().getAsJsonObject("featureFlagLimitations");
      JsonObject ofOrganization =
          caller
              .get(
                  "/v1/organizations/"
                      + fake.world().organizationId()
                      + "/organization-limitations")
              .object();

      assertThat(limits.get("maxStringFlagValueLength").getAsInt()).isEqualTo(100_000);
      assertThat(limits.get("maxComparisonValueLength").getAsInt()).isEqualTo(65_535);
      assertThat(limits.get("maxComparisonValueListItemLength").getAsInt()).isEqualTo(255);
      assertThat(limits.get("maxComparisonValueListLength").getAsInt()).isEqualTo(1_000);
      limits
          .asMap()
          .forEach((name, limit) -> assertThat(ofOrganization.get(name)).isEqualTo(limit));
    }
  }

  @Nested
  class JsonPatchValues {
    @Test
    void takeTextWhereAnIntegerIsMeant() {
      long tag = product.tag("web");

      JsonObject tagged =
          caller.patch(setting(newFlag), patch("add", "/tags/-", "\"" + tag + "\"")).object();
      JsonObject moved =
          caller.patch(setting(newFlag), patch("replace", "/order", "\"7\"")).object();

      assertThat(tagged.getAsJsonArray("tags").get(0).getAsJsonObject().get("tagId").getAsLong())
          .isEqualTo(tag);
      assertThat(moved.getAsJsonPrimitive("order").isNumber()).isTrue();
      assertThat(moved.get("order").getAsInt()).isEqualTo(7);
    }

    @Test
    void changeTheOrder() {
      Caller.Reply reply = caller.patch(setting(newFlag), patch("replace", "/order", "7"));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.object().get("order").getAsInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "\"1.5\"", "\"\"", "\"99999999999\"", "true"})
    void areRefusedWhereTheyAreNoInteger(String value) {
      assertThat(caller.patch(setting(newFlag), patch("replace", "/order", value)).status())
          .isEqualTo(400);
    }

    @Test
    void stayTextWhereTextIsMeant() {
      JsonObject reply =
          caller.patch(setting(newFlag), patch("replace", "/hint", "\"46\"")).object();

      assertThat(reply.getAsJsonPrimitive("hint").isString()).isTrue();
    }
  }

  @Nested
  class SecureHeaders {
    private static final String HEADERS =
        """
        "webHookHeaders":[{"key":"Authorization","value":"Bearer x","isSecure":true},
         {"key":"Accept","value":"text/plain"}]
        """;

    @Test
    void areNeverShown() {
      String url = "{\"url\":\"https://a.example\"," + HEADERS + "}";
      String create = "/v1/configs/" + v2.id() + "/environments/" + test.id() + "/webhooks";

      Caller.Reply created = caller.post(create, url);
      String path = "/v1/webhooks/" + created.object().get("webhookId").getAsInt();
      Caller.Reply patched = caller.patch(path, patch("replace", "/content", "\"c\""));

      for (Caller.Reply reply :
          new Caller.Reply[] {
            created, patched, caller.get(path), caller.get(in(product, "webhooks"))
          }) {
        assertThat(reply.http().body()).contains("text/plain").doesNotContain("Bearer x");
      }
      JsonArray headers = patched.object().getAsJsonArray("webHookHeaders");
      assertThat(headers.get(0))
          .isEqualTo(json("{'key':'Authorization','value':'','isSecure':true}"));
      assertThat(fake.snapshot().toString()).as("what is sent").contains("Bearer x");
    }
  }

  @Nested
  class LenientReading {
    @Test
    void ignoresUnknownMembers() {
      Caller.Reply reply = caller.post(in(product, "tags"), "{\"name\":\"x\",\"later\":{\"a\":1}}");
      String condition = compared("textEquals", "{'stringValue':'x','later':1}");
      Caller.Reply nested = caller.put(newValue(), ruled(condition));

      assertThat(reply.status()).isEqualTo(201);
      assertThat(nested.status()).isEqualTo(200);
      assertThat(fake.snapshot().toString()).doesNotContain("later");
    }

    @Test
    void takesAWholeAnswerBack() {
      newFlag.serve(test, ruled(compared("textEquals", "{'stringValue':'x'}")));
      oldFlag.serve(test, "{\"rolloutPercentageItems\":[{\"percentage\":100,\"value\":true}]}");
      JsonObject before = fake.content();

      for (String path : new String[] {value("v1", oldFlag, test), value("v2", newFlag, test)}) {
        assertThat(caller.put(path, caller.get(path).http().body()).status()).isEqualTo(200);
      }

      assertThat(fake.content()).isEqualTo(before);
    }

    @Test
    void ignoresTheCaseOfComparators() {
      UUID staff = product.segment("Staff", "@acme");
      String first = compared("TEXTequals", "{'stringValue':'x'}");
      String second = segment(staff).replace("isIn", "ISIN");

      JsonObject recent = caller.put(newValue(), ruled(first + "," + second)).object();
      JsonObject old =
          caller
              .put(
                  oldValue(),
                  """
                  {"value":true,"rolloutRules":[{"comparisonAttribute":"Email",
                   "comparator":"CONTAINS","comparisonValue":"x","value":true},
                   {"segmentId":"%s","segmentComparator":"ISNOTIN","value":true}]}
                  """
                      .formatted(staff))
              .object();

      assertThat(recent.toString()).contains("\"textEquals\"", "\"isIn\"");
      assertThat(old.toString()).contains("\"contains\"", "\"isNotIn\"");
      assertThat(caller.put(newValue(), ruled(compared("noSuch", "{'stringValue':'x'}"))).status())
          .isEqualTo(400);
    }

    @Test
    void takesEmptyPercentageOptionsBesideAValue() {
      Caller.Reply reply =
          caller.put(newValue(), ruled("{'percentageOptions':[],'value':{'boolValue':true}}"));

      assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void takesARuleWithoutConditions() {
      Caller.Reply reply = caller.put(newValue(), ruled("{'value':{'boolValue':true}}"));

      assertThat(reply.status()).isEqualTo(200);
      JsonObject rule = reply.object().getAsJsonArray("targetingRules").get(0).getAsJsonObject();
      assertThat(rule.getAsJsonArray("conditions")).isEmpty();
    }

    @Test
    void takesAVariationByItsIdBesideNulls() {
      JsonObject made =
          caller
              .post(
                  settings(v2),
                  """
                  {"key":"varied","name":"n","settingType":"int","predefinedVariations":[
                   {"name":"one","value":{"intValue":1}},{"name":"two","value":{"intValue":2}}]}
                  """)
              .object();
      FakeFlag varied = new FakeFlag(fake.world(), made.get("settingId").getAsInt(), "varied");
      String second =
          made.getAsJsonArray("predefinedVariations")
              .get(1)
              .getAsJsonObject()
              .get("predefinedVariationId")
              .getAsString();
      JsonObject value =
          json(
              """
              {'boolValue':null,'stringValue':null,'intValue':null,'doubleValue':null,
               'predefinedVariationId':'%s'}
              """
                  .formatted(second));

      Caller.Reply reply =
          caller.put(value("v2", varied, test), "{\"defaultValue\":" + value + "}");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.object().get("defaultValue")).isEqualTo(value);
    }
  }

  @Nested
  class IntegerSettings {
    @ParameterizedTest
    @CsvSource({"10, 10", "10.0, 10", "1e1, 10", "-2147483648.0, -2147483648"})
    void takeAFractionOfZeroAndServeNone(String written, String served) {
      FakeFlag old = v1.setting("whole", "int");
      FakeFlag recent = v2.setting("whole", "int");
      String items = ",\"rolloutPercentageItems\":[{\"percentage\":100,\"value\":" + written + "}]";

      Caller.Reply inV1 = caller.put(value("v1", old, test), "{\"value\":" + written + items + "}");
      Caller.Reply inV2 =
          caller.put(
              value("v2", recent, test), "{\"defaultValue\":{\"intValue\":" + written + "}}");

      assertThat(inV1.status()).isEqualTo(200);
      assertThat(inV1.http().body()).contains("\"value\":" + served + ",");
      assertThat(inV1.http().body()).contains("\"percentage\":100,\"value\":" + served + "}");
      assertThat(inV2.status()).isEqualTo(200);
      assertThat(inV2.http().body()).contains("\"intValue\":" + served + ",");
    }

    @Test
    void takeAFractionOfZeroInAPatch() {
      FakeFlag recent = v2.setting("whole", "int");

      Caller.Reply reply =
          caller.patch(
              value("v2", recent, test), patch("replace", "/defaultValue/intValue", "10.0"));

      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.http().body()).contains("\"intValue\":10,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5", "2147483648", "2147483648.0", "-2147483649", "1e999999999"})
    void takeNothingElse(String written) {
      FakeFlag old = v1.setting("whole", "int");
      FakeFlag recent = v2.setting("whole", "int");

      assertThat(caller.put(value("v1", old, test), "{\"value\":" + written + "}").status())
          .isEqualTo(400);
      assertThat(
              caller
                  .put(
                      value("v2", recent, test),
                      "{\"defaultValue\":{\"intValue\":" + written + "}}")
                  .status())
          .isEqualTo(400);
    }
  }

  @Nested
  class EvaluationVersions {
    @Test
    void areForGood() {
      Caller.Reply reply =
          caller.put("/v1/configs/" + v1.id(), "{\"name\":\"Old\",\"evaluationVersion\":\"v2\"}");

      assertThat(reply.object().get("evaluationVersion").getAsString()).isEqualTo("v1");
    }
  }

  @Nested
  class BulkWrites {
    @Test
    void touchOnlyWhatTheyListInV1() {
      FakeFlag other = v1.flag("other");
      String items = "{\"rolloutPercentageItems\":[{\"percentage\":100,\"value\":true}]}";
      oldFlag.serve(test, items);
      other.serve(test, items);
      JsonObject untouched = other.served(test);

      Caller.Reply reply =
          caller.post(
              values("v1", v1, test),
              "{\"settingValues\":[{\"settingId\":" + oldFlag.id() + ",\"value\":true}]}");

      assertThat(reply.status()).isEqualTo(200);
      assertThat(oldFlag.served(test, "value").getAsBoolean()).isTrue();
      assertThat(oldFlag.served(test, "rolloutPercentageItems")).isEqualTo(new JsonArray());
      assertThat(other.served(test)).isEqualTo(untouched);
    }
  }

  @Nested
  class Pages {
    @ParameterizedTest
    @CsvSource({"auditlogs, 100", "change-requests, 25"})
    void holdAHundredAtMost(String list, int usual) {
      String path = "/v2/products/" + product.id() + "/" + list;

      JsonObject page = caller.get(path).object();

      JsonObject envelope =
          page.has("changeRequests") ? page.getAsJsonObject("changeRequests") : page;
      assertThat(envelope.getAsJsonObject("paging").get("pageSize").getAsInt()).isEqualTo(usual);
      assertThat(caller.get(path + "?pageSize=100").status()).isEqualTo(200);
      assertThat(caller.get(path + "?pageSize=101").status()).isEqualTo(400);
    }
  }

  @Nested
  class KeyRotation {
    @Test
    void hasNoOperation() {
      Pattern keys = Pattern.compile("(GET .*|POST .*/(de)?select)");

      assertThat(fake.served())
          .filteredOn(operation -> operation.matches("(?i).*(keys|rotat|regenerat).*"))
          .isNotEmpty()
          .allMatch(keys.asMatchPredicate());
    }
  }
}
