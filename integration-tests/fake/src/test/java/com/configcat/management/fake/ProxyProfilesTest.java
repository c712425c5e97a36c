package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyProfilesTest extends Shop {
  private final String all =
      "/v1/organizations/" + fake.world().organizationId() + "/proxy-profiles";

  private static String one(JsonObject profile) {
    return "/v1/proxy-profiles/" + profile.get("proxyProfileId").getAsString();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private JsonObject create(String body) {
    Caller.Reply reply = caller.post(all, json(body));
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(201);
    return reply.object();
  }

  private static JsonObject preferences(JsonObject profile) {
    return profile.getAsJsonObject("connectionPreferences");
  }

  private static JsonObject notification(JsonObject profile) {
    return preferences(profile).getAsJsonObject("webhookNotification");
  }

  private static String pair(FakeConfig config, FakeEnvironment environment) {
    return "{'configId':'%s','environmentId':'%s'}".formatted(config.id(), environment.id());
  }

  private Caller.Reply select(JsonObject profile, String... pairs) {
    return change(profile, "select", pairs);
  }

  private Caller.Reply change(JsonObject profile, String how, String... pairs) {
    return caller.post(
        one(profile) + "/sdk-keys/" + how, json("{'items':[" + String.join(",", pairs) + "]}"));
  }

  private static List<String> aliases(JsonObject keys) {
    return keys.getAsJsonArray("items").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(item -> item.get("sdkId").getAsString())
        .toList();
  }

  private List<String> aliases(String rules) {
    JsonObject profile = create("{'name':'x','sdkKeySelectionRules':[" + rules + "]}");
    return aliases(caller.get(one(profile) + "/sdk-keys").object());
  }

  @Test
  void aProfileNeedsANameOnly() {
    JsonObject profile = create("{'name':'Frankfurt'}");

    assertThat(profile.get("name").getAsString()).isEqualTo("Frankfurt");
    assertThat(profile.get("description").isJsonNull()).isTrue();
    assertThat(profile.get("lastAccessedAt").isJsonNull()).isTrue();
    assertThat(profile.getAsJsonArray("sdkKeySelectionRules")).isEmpty();
    assertThat(preferences(profile))
        .isEqualTo(JsonParser.parseString("{sdkPollInterval:60,webhookNotification:null}"));
    assertThat(caller.get(one(profile)).object()).isEqualTo(profile);
    assertThat(caller.get(all).object().getAsJsonArray("profiles")).containsExactly(profile);
  }

  @Test
  void aPutResetsWhatItLeavesOut() {
    JsonObject profile =
        create(
            """
            {'name':'Frankfurt','description':'d','connectionPreferences':{'sdkPollInterval':30,
             'webhookNotification':{'webhookProxyUrl':'https://proxy.example'}},
             'sdkKeySelectionRules':[{'kind':'exclude'}]}
            """);
    assertThat(profile.get("description").getAsString()).isEqualTo("d");
    assertThat(preferences(profile).get("sdkPollInterval").getAsInt()).isEqualTo(30);
    assertThat(profile.getAsJsonArray("sdkKeySelectionRules").get(0).getAsJsonObject().keySet())
        .hasSize(7);

    JsonObject reply = caller.put(one(profile), "{\"name\":\"Berlin\"}").object();

    JsonObject fresh = create("{'name':'Berlin'}");
    fresh.add("proxyProfileId", profile.get("proxyProfileId"));
    assertThat(reply).isEqualTo(fresh);
  }

  @Test
  void aWholeAnswerPutBackChangesNothing() {
    JsonObject profile =
        create(
            """
            {'name':'Frankfurt','connectionPreferences':{
             'webhookNotification':{'webhookProxyUrl':'https://proxy.example'}},
             'sdkKeySelectionRules':[{'productNameMatchFilter':'S*'}]}
            """);

    assertThat(caller.put(one(profile), profile.toString()).object()).isEqualTo(profile);
    assertThat(auditLog()).containsExactly("proxyConfigurationCreated Frankfurt");
  }

  @Test
  void signingKeysLiveAsLongAsNotificationsDo() {
    JsonObject profile = create("{'name':'Frankfurt'}");
    String path = "/connectionPreferences/webhookNotification";

    JsonObject notified =
        notification(patch(profile, "replace", path, "{'webhookProxyUrl':'https://one.example'}"));
    JsonObject moved =
        notification(patch(profile, "replace", path + "/webhookProxyUrl", "'https://two.example'"));
    assertThat(moved.get("webhookProxyUrl").getAsString()).isEqualTo("https://two.example");
    assertThat(notified.get("signingKey1").getAsString()).startsWith("configcat_whsk_");
    assertThat(notified.get("signingKey2").isJsonNull()).isTrue();
    assertThat(moved.get("signingKey1")).isEqualTo(notified.get("signingKey1"));
    assertThat(
            notification(patch(profile, "add", path + "/signingKey1", "'mine'")).get("signingKey1"))
        .isEqualTo(notified.get("signingKey1"));

    patch(profile, "replace", path, "null");
    JsonObject again =
        notification(patch(profile, "replace", path, "{'webhookProxyUrl':'https://one.example'}"));
    assertThat(again.get("signingKey1")).isNotEqualTo(notified.get("signingKey1"));
  }

  private JsonObject patch(JsonObject profile, String op, String path, String value) {
    Caller.Reply reply =
        caller.patch(
            one(profile), json("[{'op':'%s','path':'%s','value':%s}]".formatted(op, path, value)));
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(200);
    return reply.object();
  }

  @Test
  void aPatchChangesWhatItNames() {
    JsonObject profile = create("{'name':'Frankfurt','description':'d'}");

    JsonObject reply =
        patch(profile, "add", "/sdkKeySelectionRules/-", "{'environmentNameMatchFilter':'T*'}");

    assertThat(reply.get("description").getAsString()).isEqualTo("d");
    JsonObject rule = reply.getAsJsonArray("sdkKeySelectionRules").get(0).getAsJsonObject();
    assertThat(rule.get("kind").getAsString()).isEqualTo("include");
    assertThat(rule.get("configIdFilter").isJsonNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                | Name
          {'name':'x','connectionPreferences':{'sdkPollInterval':29}}       | ConnectionPreferences.SdkPollInterval
          {'name':'x','connectionPreferences':{'webhookNotification':{}}}   | ConnectionPreferences.WebhookNotification.WebhookProxyUrl
          {'name':'x','sdkKeySelectionRules':[{'kind':'some'}]}             | SdkKeySelectionRules[0].Kind
          {'name':'x','sdkKeySelectionRules':[{},{'configIdFilter':'08d8f29c-7a1c-4a53-89d2-ffffffffffff'}]} | SdkKeySelectionRules[1].ConfigIdFilter
          """)
  void aProfileThatDoesNotFitIsRefused(String body, String field) {
    JsonObject profile = create("{'name':'Frankfurt'}");
    JsonObject before = fake.snapshot();

    assertThat(caller.post(all, json(body)).object().keySet()).containsExactly(field);
    assertThat(caller.put(one(profile), json(body)).status()).isEqualTo(400);
    assertThat(
            caller
                .patch(one(profile), json("[{'op':'replace','path':'','value':" + body + "}]"))
                .status())
        .isEqualTo(400);
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void keysAreSelectedOneByOne() {
    JsonObject profile = create("{'name':'Frankfurt'}");

    JsonObject reply = select(profile, pair(v1, test), pair(v2, test), pair(v2, test)).object();

    assertThat(aliases(reply)).containsExactly("shop-old-test", "shop-new-test");
    JsonObject item = reply.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.get("configId").getAsString()).isEqualTo(v1.id().toString());
    assertThat(item.get("environmentId").getAsString()).isEqualTo(test.id().toString());
    assertThat(item.get("primarySdkKey").getAsString()).isEqualTo(v1.sdkKey(test));
    assertThat(item.get("secondarySdkKey").isJsonNull()).isTrue();
    assertThat(aliases(select(profile, pair(v1, production)).object())).hasSize(3);
    assertThat(aliases(change(profile, "deselect", pair(v1, test), pair(v2, production)).object()))
        .containsExactly("shop-old-production", "shop-new-test");
    assertThat(aliases(caller.get(one(profile) + "/sdk-keys").object())).hasSize(2);
    assertThat(aliases(caller.get(one(create("{'name':'x'}")) + "/sdk-keys").object())).isEmpty();
  }

  @Test
  void aSelectionOfWhatIsNotThereIsRefusedAsAWhole() {
    JsonObject profile = create("{'name':'Frankfurt'}");
    FakeEnvironment elsewhere = fake.world().product("Other").environment("E");
    JsonObject before = fake.snapshot();

    for (String how : List.of("select", "deselect")) {
      assertThat(change(profile, how, pair(v1, test), pair(v1, elsewhere)).object().keySet())
          .containsExactly("Items[1]");
      assertThat(change(profile, how, "{'configId':'" + v1.id() + "'}").status()).isEqualTo(400);
    }
    assertThat(fake.snapshot()).isEqualTo(before);
  }

  @Test
  void rulesDecideAboutKeysWhileThereAreAny() {
    JsonObject profile = create("{'name':'Frankfurt'}");
    select(profile, pair(v1, test));
    patch(profile, "add", "/sdkKeySelectionRules/-", "{'configIdFilter':'" + v2.id() + "'}");

    assertThat(aliases(caller.get(one(profile) + "/sdk-keys").object()))
        .containsExactly("shop-new-production", "shop-new-test");
    JsonObject before = fake.snapshot();
    assertThat(select(profile, pair(v1, test)).status()).isEqualTo(403);
    assertThat(change(profile, "deselect", pair(v2, test)).status()).isEqualTo(403);
    assertThat(fake.snapshot()).isEqualTo(before);

    patch(profile, "replace", "/sdkKeySelectionRules", "[]");
    assertThat(aliases(caller.get(one(profile) + "/sdk-keys").object()))
        .containsExactly("shop-old-test");
  }

  @Test
  void rulesIncludeAndExclude() {
    assertThat(aliases("{}"))
        .containsExactly(
            "shop-old-production", "shop-old-test", "shop-new-production", "shop-new-test");
    assertThat(aliases("{},{'kind':'exclude','environmentNameMatchFilter':'Prod*'}"))
        .containsExactly("shop-old-test", "shop-new-test");
    assertThat(aliases("{'kind':'exclude','environmentNameMatchFilter':'Prod*'}")).isEmpty();
    assertThat(
            aliases(
                "{'configNameMatchFilter':'*e*','environmentIdFilter':'%s'}".formatted(test.id())))
        .containsExactly("shop-new-test");
    assertThat(aliases("{'productNameMatchFilter':'S.*'}")).isEmpty();
    assertThat(aliases("{'productNameMatchFilter':'Shop'}")).hasSize(4);
    assertThat(aliases("{'productIdFilter':'%s'}".formatted(product.id()))).hasSize(4);
  }

  @Test
  void keysThatAreNamedAlikeHaveAliasesOfTheirOwn() {
    product.v2Config("new");

    assertThat(aliases("{'configNameMatchFilter':'*e*','environmentNameMatchFilter':'Test'}"))
        .containsExactly("shop-new-test", "shop-new-test-2");
  }

  @Test
  void aKeyGoesWithItsConfigItsEnvironmentAndItsProfile() {
    JsonObject empty = fake.content();
    JsonObject profile = create("{'name':'Frankfurt'}");
    FakeConfig config = product.v2Config("Late");
    FakeEnvironment environment = product.environment("Late");
    select(profile, pair(config, test), pair(v1, environment), pair(v1, test));

    caller.delete("/v1/configs/" + config.id());
    caller.delete("/v1/environments/" + environment.id());
    assertThat(aliases(caller.get(one(profile) + "/sdk-keys").object()))
        .containsExactly("shop-old-test");
    assertThat(fake.snapshot().getAsJsonObject("proxySdkKeys").keySet()).hasSize(1);

    assertThat(caller.delete(one(profile)).status()).isEqualTo(204);
    assertThat(fake.content()).isEqualTo(empty);
    assertThat(caller.get(one(profile)).status()).isEqualTo(404);
    assertThat(caller.get(one(profile) + "/sdk-keys").status()).isEqualTo(404);
    assertThat(select(profile).status()).isEqualTo(404);
    assertThat(caller.send("POST", one(profile) + "/secret", null).status()).isEqualTo(404);
  }

  @Test
  void aRuleOutlivesWhatItNames() {
    FakeConfig config = product.v2Config("Late");
    JsonObject profile =
        create(
            "{'name':'Frankfurt','sdkKeySelectionRules':[{'configIdFilter':'%s'}]}"
                .formatted(config.id()));

    caller.delete("/v1/configs/" + config.id());

    assertThat(aliases(caller.get(one(profile) + "/sdk-keys").object())).isEmpty();
    assertThat(
            patch(profile, "replace", "/name", "'Berlin'").getAsJsonArray("sdkKeySelectionRules"))
        .hasSize(1);
  }

  @Test
  void eachSecretIsNewAndShownOnce() {
    JsonObject profile = create("{'name':'Frankfurt'}");

    String first = secret(profile);
    String second = secret(profile);

    assertThat(first).hasSizeGreaterThan(30).isNotEqualTo(second);
    assertThat(caller.get(all).object().toString()).doesNotContain(first).doesNotContain(second);
    assertThat(caller.get(one(profile)).object()).isEqualTo(profile);
  }

  private String secret(JsonObject profile) {
    Caller.Reply reply = caller.send("POST", one(profile) + "/secret", null);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.object().keySet()).containsExactly("secretToken");
    return reply.object().get("secretToken").getAsString();
  }

  @Test
  void anUnknownOrganizationHasNoProfiles() {
    String nowhere = "/v1/organizations/" + UUID.randomUUID() + "/proxy-profiles";

    assertThat(caller.get(nowhere).status()).isEqualTo(404);
    assertThat(caller.post(nowhere, "{\"name\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void changesLeaveRecords() {
    JsonObject profile = create("{'name':'Frankfurt'}");
    patch(profile, "test", "/name", "'Frankfurt'");
    patch(profile, "replace", "/name", "'Berlin'");
    select(profile, pair(v1, test));
    secret(profile);
    caller.delete(one(profile));

    assertThat(auditLog())
        .containsExactly(
            "proxyConfigurationDeleted Berlin",
            "proxyConfigurationSecretRegenerated Berlin",
            "proxyConfigurationChanged Berlin",
            "proxyConfigurationChanged Berlin",
            "proxyConfigurationCreated Frankfurt");
  }
}
