package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of Products and what is in them. */
class ResourcesTest extends Shop {
  private String settings(FakeConfig config) {
    return "/v1/configs/" + config.id() + "/settings";
  }

  @Test
  void aKeyIsThereOnceInAConfig() {
    String body = "{\"key\":\"newFlag\",\"name\":\"x\",\"settingType\":\"string\"}";

    Caller.Reply reply = caller.post(settings(v2), body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.http().body())
        .isEqualTo("{\"Key\":[\"This key is already in use. Please, choose another\"]}");
    assertThat(caller.post(settings(v1), body).status()).isEqualTo(201);
    assertThat(caller.get(settings(v2)).objects()).hasSize(1);
  }

  @Test
  void aSettingHasAValueInEachEnvironmentAlsoInLaterOnes() {
    Caller.Reply made =
        caller.post(
            settings(v2),
            """
            {"key":"text","name":"Text","settingType":"string","initialValues":[
             {"environmentId":"%s","value":"hello"}]}
            """
                .formatted(test.id()));
    int id = made.object().get("settingId").getAsInt();
    FakeEnvironment later = product.environment("Later");

    FakeFlag text = new FakeFlag(fake.world(), id, "text");
    assertThat(
            List.of(test, production, later).stream()
                .map(
                    environment ->
                        caller
                            .get(value("v2", text, environment))
                            .object()
                            .getAsJsonObject("defaultValue")
                            .get("stringValue")
                            .getAsString()))
        .containsExactly("hello", "", "");
  }

  @Test
  void aSettingThatDoesNotFitIsNotMade() {
    JsonObject before = fake.snapshot();
    String start = "{\"key\":\"k\",\"name\":\"n\",\"settingType\":\"int\"";

    for (String rest :
        List.of(
            ",\"initialValues\":[{\"environmentId\":\"" + test.id() + "\",\"value\":1.5}]}",
            ",\"initialValues\":[{\"environmentId\":\"" + UUID.randomUUID() + "\",\"value\":1}]}",
            ",\"initialValues\":[],\"settingIdToInitFrom\":" + newFlag.id() + "}",
            ",\"settingIdToInitFrom\":" + newFlag.id() + "}",
            ",\"tags\":[99]}")) {
      assertThat(caller.post(settings(v2), start + rest).status()).as(rest).isEqualTo(400);
    }
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void aSettingCanStartAsACopyOfAnother() {
    long tag = product.tag("web");
    newFlag.tag(tag).serve(test, "{\"percentageEvaluationAttribute\":\"Plan\"}");

    Caller.Reply made =
        caller.post(
            settings(v2),
            "{\"key\":\"copy\",\"name\":\"c\",\"settingType\":\"boolean\",\"settingIdToInitFrom\":"
                + newFlag.id()
                + "}");

    FakeFlag copy = new FakeFlag(fake.world(), made.object().get("settingId").getAsInt(), "copy");
    assertThat(made.object().getAsJsonArray("tags")).hasSize(1);
    assertThat(copy.served(test)).isEqualTo(newFlag.served(test));
    assertThat(copy.version(test)).isNotEqualTo(newFlag.version(test));
  }

  @Test
  void aPutOfASettingResetsWhatItLeavesOut() {
    long tag = product.tag("web");
    newFlag.tag(tag);
    String path = "/v1/settings/" + newFlag.id();
    caller.patch(path, "[{\"op\":\"replace\",\"path\":\"/hint\",\"value\":\"h\"}]");

    JsonObject reply = caller.put(path, "{\"name\":\"n\"}").object();

    assertThat(reply.get("name").getAsString()).isEqualTo("n");
    assertThat(reply.get("hint").isJsonNull()).isTrue();
    assertThat(reply.getAsJsonArray("tags")).isEmpty();
    assertThat(reply.get("key").getAsString()).isEqualTo("newFlag");
    assertThat(reply.get("settingType").getAsString()).isEqualTo("boolean");
  }

  @Test
  void aPatchOfASettingChangesOneTagOnly() {
    long web = product.tag("web");
    long app = product.tag("app");
    newFlag.tag(web);

    JsonObject reply =
        caller
            .patch(
                "/v1/settings/" + newFlag.id(),
                "[{\"op\":\"add\",\"path\":\"/tags/-\",\"value\":" + app + "}]")
            .object();

    assertThat(ids(reply.getAsJsonArray("tags"), "tagId")).containsExactly("" + web, "" + app);
    assertThat(caller.get("/v1/tags/" + app + "/settings").objects()).hasSize(1);
    caller.delete("/v1/tags/" + web);
    assertThat(
            ids(
                caller.get("/v1/settings/" + newFlag.id()).object().getAsJsonArray("tags"),
                "tagId"))
        .containsExactly("" + app);
  }

  @Test
  void aPatchCanSetNull() {
    String path = "/v1/settings/" + newFlag.id();
    String patch = "[{\"op\":\"replace\",\"path\":\"/hint\",\"value\":%s}]";
    caller.patch(path, patch.formatted("\"h\""));

    Caller.Reply reply = caller.patch(path, patch.formatted("null"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.object().get("hint").isJsonNull()).isTrue();
  }

  private static List<String> ids(JsonArray array, String name) {
    return array.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(object -> object.get(name).getAsString())
        .toList();
  }

  @Test
  void aPutOfAConfigResetsItsDescriptionAndKeepsItsName() {
    String path = "/v1/configs/" + v2.id();
    caller.put(path, "{\"name\":\"N\",\"description\":\"d\",\"order\":7}");

    JsonObject reply = caller.put(path, "{\"order\":8}").object();

    assertThat(reply.get("name").getAsString()).isEqualTo("N");
    assertThat(reply.get("description").isJsonNull()).isTrue();
    assertThat(reply.get("order").getAsInt()).isEqualTo(8);
    assertThat(reply.get("evaluationVersion").getAsString()).isEqualTo("v2");
  }

  @Test
  void aConfigIsOfVersionOneUnlessItIsSaid() {
    Caller.Reply reply =
        caller.post("/v1/products/" + product.id() + "/configs", "{\"name\":\"x\"}");

    assertThat(reply.object().get("evaluationVersion").getAsString()).isEqualTo("v1");
  }

  @Test
  void whatIsUnderAProductGoesWithIt() {
    JsonObject empty = content();
    Caller.Reply made =
        caller.post(
            "/v1/organizations/" + fake.world().organizationId() + "/products",
            "{\"name\":\"Other\"}");
    FakeProduct other = new FakeProduct(fake.world(), made.object().get("productId").getAsString());
    FakeEnvironment environment = other.environment("E");
    FakeConfig config = other.v2Config("C");
    FakeFlag flag = config.flag("f").tag(other.tag("t"));
    other.segment("s", "x");
    config.webhook(environment, "https://a.example");
    config.changeRequest(environment, "c", flag);
    assertThat(content()).isNotEqualTo(empty);

    assertThat(caller.delete("/v1/products/" + other.id()).status()).isEqualTo(204);

    assertThat(content()).isEqualTo(empty);
    assertThat(caller.get("/v1/settings/" + flag.id()).status()).isEqualTo(404);
  }

  private JsonObject content() {
    return fake.content();
  }

  @Test
  void whatIsUnderAnEnvironmentGoesWithItAndItsHistoryIfWanted() {
    JsonObject empty = fake.content();
    FakeEnvironment late = product.environment("Late");
    v2.webhook(late, "https://a.example");
    v2.changeRequest(late, "c", newFlag);
    caller.put(value("v1", oldFlag, late), "{\"value\":true}");
    String log =
        "/v2/products/" + product.id() + "/auditlogs?environmentId=" + late.id() + "&pageSize=10";
    assertThat(caller.get(log).object().getAsJsonArray("data")).hasSize(1);

    caller.delete("/v1/environments/" + late.id() + "?cleanupAuditLogs=true");

    assertThat(fake.content()).isEqualTo(empty);
    assertThat(caller.get(log).object().getAsJsonArray("data").toString())
        .contains("environmentDeleted")
        .doesNotContain("settingValueChanged");
  }

  @Test
  void whatIsInUseIsNotDeleted() {
    UUID segment = product.segment("Staff", "@acme");
    FakeFlag other = v2.flag("other");
    newFlag.serve(
        test,
        """
        {"targetingRules":[{"conditions":[
          {"segmentCondition":{"segmentId":"%s","comparator":"isIn"}},
          {"prerequisiteFlagCondition":{"prerequisiteSettingId":%d,"comparator":"equals",
           "prerequisiteComparisonValue":{"boolValue":true}}}],"value":{"boolValue":true}}]}
        """
            .formatted(segment, other.id()));

    assertThat(caller.delete("/v1/segments/" + segment).status()).isEqualTo(400);
    assertThat(caller.delete("/v1/settings/" + other.id()).status()).isEqualTo(400);
    assertThat(
            caller
                .get(value("v2", other, test))
                .object()
                .getAsJsonArray("settingIdsWherePrerequisite")
                .toString())
        .isEqualTo("[" + newFlag.id() + "]");
    caller.delete("/v1/settings/" + newFlag.id());
    assertThat(caller.delete("/v1/segments/" + segment).status()).isEqualTo(204);
    assertThat(caller.delete("/v1/settings/" + other.id()).status()).isEqualTo(204);
    assertThat(caller.get("/v1/configs/" + v2.id() + "/deleted-settings").objects()).hasSize(2);
  }

  @Test
  void anSdkKeyNamesAConfigAndAnEnvironment() {
    Caller byKey = caller.with("X-CONFIGCAT-SDKKEY", v1.sdkKey(test));

    byKey.put("/v1/settings/oldFlag/value", "{\"value\":true}");

    assertThat(oldFlag.served(test, "value").getAsBoolean()).isTrue();
    assertThat(oldFlag.served(production, "value").getAsBoolean()).isFalse();
    assertThat(byKey.get("/v1/settings/" + oldFlag.id() + "/value").status()).isEqualTo(200);
    assertThat(byKey.get("/v1/settings/newFlag/value").status()).isEqualTo(404);
    assertThat(caller.get("/v1/settings/oldFlag/value").status()).isEqualTo(400);
    assertThat(
            caller.with("X-CONFIGCAT-SDKKEY", "no-key").get("/v1/settings/oldFlag/value").status())
        .isEqualTo(404);
  }

  @Test
  void preferencesSayWhereReasonsAreRequired() {
    String path = "/v1/products/" + product.id() + "/preferences";

    caller.post(
        path,
        """
        {"keyGenerationMode":"kebabCase",
         "reasonRequiredEnvironments":[{"environmentId":"%s","reasonRequired":true}]}
        """
            .formatted(production.id()));

    JsonObject reply = caller.get(path).object();
    assertThat(reply.get("keyGenerationMode").getAsString()).isEqualTo("kebabCase");
    assertThat(reply.get("reasonRequired").getAsBoolean()).isFalse();
    assertThat(caller.put(oldValue(), "{\"value\":true}").status()).isEqualTo(400);
    assertThat(caller.put(value("v1", oldFlag, test), "{\"value\":true}").status()).isEqualTo(200);
  }

  @Test
  void webhooksKeepTheirSecretsToTheirKeys() {
    int id = v1.webhook(test, "https://a.example/x");
    String path = "/v1/webhooks/" + id;

    caller.patch(path, "[{\"op\":\"replace\",\"path\":\"/content\",\"value\":\"c\"}]");
    JsonObject patched = caller.get(path).object();
    JsonObject replaced = caller.put(path, "{\"url\":\"https://b.example/y\"}").object();

    assertThat(patched.get("url").getAsString()).isEqualTo("https://a.example/x");
    assertThat(patched.get("content").getAsString()).isEqualTo("c");
    assertThat(replaced.get("content").isJsonNull()).isTrue();
    assertThat(replaced.toString()).doesNotContain("configcat_whsk_");
    assertThat(caller.get(path + "/keys").object().get("key1").getAsString())
        .startsWith("configcat_whsk_");
  }
}
