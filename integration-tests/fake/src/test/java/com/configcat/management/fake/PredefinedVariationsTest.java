package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that serve only values named before. */
class PredefinedVariationsTest extends Shop {
  private static final String SIZES =
      """
      {"name":"Small","value":{"stringValue":"s"}},{"name":"Large","value":{"stringValue":"l"}}
      """;

  private Caller.Reply create(String more) {
    return caller.post(
        "/v1/configs/" + v2.id() + "/settings",
        "{\"key\":\"size\",\"name\":\"Size\",\"settingType\":\"string\"," + more + "}");
  }

  private FakeFlag size() {
    int id =
        create("\"predefinedVariations\":[" + SIZES + "]").object().get("settingId").getAsInt();
    return fake.world().flag(id);
  }

  private static String path(FakeFlag flag) {
    return "/v1/settings/" + flag.id() + "/predefined-variations";
  }

  private List<JsonObject> variations(FakeFlag flag) {
    return objects(caller.get(path(flag)).object(), "predefinedVariations");
  }

  private static List<JsonObject> objects(JsonObject object, String name) {
    return object.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private String id(FakeFlag flag, int index) {
    return variations(flag).get(index).get("predefinedVariationId").getAsString();
  }

  private static String served(FakeFlag flag, FakeEnvironment environment) {
    return flag.served(environment)
        .getAsJsonObject("defaultValue")
        .get("predefinedVariationId")
        .getAsString();
  }

  private static String byId(String id) {
    return "{\"defaultValue\":{\"predefinedVariationId\":\"" + id + "\"}}";
  }

  private Caller.Reply replace(FakeFlag flag, String variations) {
    return caller.put(path(flag), "{\"predefinedVariations\":[" + variations + "]}");
  }

  private static String variation(@Nullable String id, String name, String value) {
    return "{\"predefinedVariationId\":%s,\"name\":\"%s\",\"value\":{\"stringValue\":\"%s\"}}"
        .formatted(id == null ? "null" : "\"" + id + "\"", name, value);
  }

  @Test
  void eachEnvironmentServesTheVariationWhoseValueIsGivenAtFirst() {
    Caller.Reply reply =
        create(
            """
            "predefinedVariations":[%s],"initialValues":[{"environmentId":"%s","value":"l"}]
            """
                .formatted(SIZES, test.id()));

    FakeFlag size = fake.world().flag(reply.object().get("settingId").getAsInt());
    assertThat(served(size, test)).isEqualTo(id(size, 1));
    assertThat(served(size, production)).isEqualTo(id(size, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'value':{'stringValue':'s'}},{'value':{'stringValue':'s'}}]",
        "[{'name':'n','value':{'stringValue':'s'}},{'name':'n','value':{'stringValue':'l'}}]",
        "[{'value':{'intValue':1}}]",
        "[{'value':{}}]",
        "[{'value':{'stringValue':'s'}}],'initialValues':[{'environmentId':'TEST','value':'x'}]"
      })
  void variationsThatDoNotFitAreRefused(String variations) {
    JsonObject before = fake.snapshot();
    String given = variations.replace('\'', '"').replace("TEST", test.id().toString());

    assertThat(create("\"predefinedVariations\":" + given).status()).isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void namesCanBeLeftOutAndThereAreTwentyAtMost() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 21; i++) {
      many.append(i == 0 ? "" : ",").append("{\"value\":{\"stringValue\":\"" + i + "\"}}");
    }

    assertThat(create("\"predefinedVariations\":[" + many + "]").status()).isEqualTo(400);
    String twenty = many.substring(0, many.lastIndexOf(","));
    assertThat(create("\"predefinedVariations\":[" + twenty + "]").status()).isEqualTo(201);
  }

  @Test
  void aValueNamesAVariationOfItsSetting() {
    FakeFlag size = size();
    String path = value("v2", size, test);

    assertThat(caller.put(path, byId(id(size, 1))).status()).isEqualTo(200);
    assertThat(served(size, test)).isEqualTo(id(size, 1));
    assertThat(caller.put(path, byId(v2.id().toString())).http().body())
        .isEqualTo("{\"PredefinedVariationId\":[\"Could not find Variation.\"]}");
    assertThat(caller.put(path, "{\"defaultValue\":{\"stringValue\":\"s\"}}").http().body())
        .isEqualTo("{\"DefaultValue\":[\"Variation could not be found.\"]}");
    String rule =
        "{\"targetingRules\":[{\"conditions\":[],\"value\":{\"stringValue\":\"s\"}}],"
            + byId(id(size, 1)).substring(1);
    assertThat(caller.put(path, rule).http().body())
        .isEqualTo("{\"Value\":[\"Variation could not be found.\"]}");
    assertThat(caller.put(newValue(), byId(id(size, 1))).http().body())
        .isEqualTo("{\"PredefinedVariationId\":[\"Could not find Variation.\"]}");
  }

  @Test
  void theListSaysWhereEachIsUsed() {
    FakeFlag size = size();
    caller.put(value("v2", size, test), byId(id(size, 1)));
    long request = v2.changeRequest(test, "Grow", size);

    JsonObject list = caller.get(path(size)).object();

    assertThat(list.get("settingKey").getAsString()).isEqualTo("size");
    assertThat(list.get("maxPredefinedVariations").getAsInt()).isEqualTo(20);
    assertThat(objects(list, "environments")).hasSize(2);
    JsonObject large = objects(list, "predefinedVariations").get(1);
    assertThat(large.getAsJsonArray("usages").toString())
        .isEqualTo("[{\"settingId\":%d,\"environmentId\":\"%s\"}]".formatted(size.id(), test.id()));
    assertThat(large.getAsJsonArray("changeRequestUsages").toString())
        .contains("\"changeRequestId\":" + request, "\"changeRequestTitle\":\"Grow\"");
    assertThat(objects(list, "predefinedVariations").get(0).getAsJsonArray("usages")).hasSize(1);
  }

  @Test
  void onlyWhatIsNotInUseGetsAnotherValueOrGoes() {
    FakeFlag size = size();
    String small = id(size, 0);
    String large = id(size, 1);

    Caller.Reply used =
        replace(size, variation(small, "S", "xs") + "," + variation(large, "L", "l"));
    assertThat(used.object().keySet()).containsExactly("PredefinedVariations");
    assertThat(replace(size, variation(large, "L", "l")).status()).isEqualTo(400);
    Caller.Reply changed =
        replace(size, variation(small, "Tiny", "s") + "," + variation(large, "Large", "xl"));
    assertThat(changed.object().get("maxPredefinedVariations").getAsInt()).isEqualTo(20);
    assertThat(changed.object().toString()).contains("\"Tiny\"", "\"xl\"", small, large);
    Caller.Reply added =
        replace(size, variation(small, "S", "s") + "," + variation(null, "M", "m"));
    assertThat(objects(added.object(), "predefinedVariations")).hasSize(2);
    assertThat(added.object().toString()).doesNotContain(large);
    assertThat(new AuditLog(caller, product).types())
        .containsExactly(
            "predefinedVariationsChanged", "predefinedVariationsChanged", "settingCreated");
  }

  @Test
  void whatAnOpenChangeRequestProposesIsInUseUntilItIsClosed() {
    FakeFlag size = size();
    String small = variation(id(size, 0), "S", "s");
    String path = "/v2/configs/" + v2.id() + "/environments/" + test.id() + "/change-requests";
    String proposal = byId(id(size, 1)).replaceFirst("\\{", "{\"settingId\":" + size.id() + ",");
    long request =
        caller
            .post(
                path,
                "{\"title\":\"t\",\"proposedChanges\":[{\"proposedChange\":" + proposal + "}]}")
            .object()
            .get("changeRequestId")
            .getAsLong();

    assertThat(replace(size, small).status()).isEqualTo(400);
    caller.post("/v2/change-requests/" + request + "/close", "");
    assertThat(replace(size, small).status()).isEqualTo(200);
  }

  @Test
  void variationsOfAnUpdateAreUniqueToo() {
    FakeFlag size = size();
    String both = variation(id(size, 0), "S", "s") + "," + variation(id(size, 1), "L", "l") + ",";

    assertThat(replace(size, both + variation(null, "M", "s")).status()).isEqualTo(400);
    assertThat(replace(size, both + variation(null, "S", "m")).status()).isEqualTo(400);
    assertThat(replace(size, both + variation(id(size, 0), "M", "m")).http().body())
        .isEqualTo("{\"PredefinedVariationId\":[\"Could not find Variation.\"]}");
    assertThat(caller.put(path(size), "{}").object().keySet())
        .containsExactly("PredefinedVariations");
    assertThat(replace(newFlag, variation(null, "M", "m")).status()).isEqualTo(400);
    assertThat(caller.get("/v1/settings/99/predefined-variations").status()).isEqualTo(404);
  }

  @Test
  void aCopyOfASettingHasVariationsOfItsOwn() {
    FakeFlag size = size();
    caller.put(value("v2", size, test), byId(id(size, 1)));

    Caller.Reply reply =
        caller.post(
            "/v1/configs/" + v2.id() + "/settings",
            "{\"key\":\"copy\",\"name\":\"c\",\"settingType\":\"string\",\"settingIdToInitFrom\":"
                + size.id()
                + "}");

    FakeFlag copy = fake.world().flag(reply.object().get("settingId").getAsInt());
    assertThat(served(copy, test)).isEqualTo(id(copy, 1)).isNotEqualTo(id(size, 1));
    assertThat(served(copy, production)).isEqualTo(id(copy, 0));
  }
}
