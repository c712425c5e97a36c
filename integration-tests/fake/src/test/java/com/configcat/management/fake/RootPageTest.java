package com.configcat.management.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.fake.internal.state.Json;
import com.google.gson.JsonObject;
import java.net.http.HttpHeaders;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootPageTest extends Shop {
  private String page() {
    Caller.Reply reply = Caller.anonymous(fake).getText("/");
    assertThat(reply.status()).isEqualTo(200);
    return reply.http().body();
  }

  /** Returns the page as somebody reads it, in one line. */
  private String read() {
    return page()
        .replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void showsWhatFlagsServeInEachEnvironment() {
    newFlag.serve(
        production,
        """
        {"defaultValue":{"boolValue":true},
         "targetingRules":[{"conditions":[],"percentageOptions":[{"percentage":100}]},{}]}
        """);
    oldFlag.serve(test, "{\"value\":true,\"rolloutRules\":[{}]}");
    production.reasonRequired();

    assertThat(read())
        .contains("Product Shop " + product.id())
        .contains("Production reason required " + production.id())
        .contains("Config Old " + v1.id() + " V1 Flag Production Test oldFlag boolean, id")
        .contains("id " + oldFlag.id() + " false true + 1 rule ")
        .contains("id " + newFlag.id() + " true + 2 rules, percentages false ")
        .contains("Production " + v2.sdkKey(production));
  }

  @Test
  void namesTheVariationThatIsServed() {
    caller.post(
        "/v1/configs/" + v2.id() + "/settings",
        """
        {"key":"color","name":"Color","settingType":"string","predefinedVariations":[
          {"name":"Red","value":{"stringValue":"#f00"}},{"value":{"stringValue":"#0f0"}}]}
        """);

    assertThat(read()).containsPattern("color Color, string, id \\d+ Red: &quot;#f00&quot;");
  }

  @Test
  void showsRequestsWithTheirAnswersTheNewestFirst() {
    caller.get("/v1/products/x");
    caller.put(oldValue() + "?reason=Because", "{\"value\":true}");

    assertThat(read())
        .containsSubsequence(
            "Requests 2",
            "200 PUT /v1/environments/" + production.id(),
            "/value; changed the state Sent { &quot;value&quot;: true } Answered {",
            "400 GET /v1/products/x GET /v1/products/{productId}; changed nothing Answered",
            "Audit log 1",
            "oldFlag in Production “Because”",
            "fake-user");
  }

  @Test
  void showsFaultsUntilTheyHaveHappened() {
    fake.faults()
        .at(3, Fault.closeBefore())
        .at(1, "GET /v1/me", Fault.statusAfter(500).andSlow(Duration.ofMillis(5)))
        .always("", Fault.between(state -> {}).andSlow(Duration.ofMillis(1)));

    assertThat(read())
        .contains("Closes the connection and does nothing Request 3 from now")
        .contains(
            "Does what is asked, then answers 500; answers 5 ms late The next request of GET"
                + " /v1/me")
        .contains("Another user writes just before; answers 1 ms late Every request");
    fake.faults().clear();
    assertThat(read()).contains("Nothing is set to go wrong.");
  }

  @Test
  void isNoRequestOfTheApi() {
    fake.faults().always("", Fault.statusBefore(503));

    page();

    assertThat(fake.requests()).isEmpty();
    assertThat(page()).as("no /favicon.ico is asked for").contains("rel=\"icon\" href=\"data:,\"");
  }

  @ParameterizedTest
  @CsvSource({"POST, /", "DELETE, /", "GET, /index.html"})
  void isThereOnly(String method, String path) {
    assertThat(caller.send(method, path, null).status()).isEqualTo(404);
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void headHasTheHeadersAndNoBody() {
    HttpHeaders get = caller.getText("/").http().headers();
    Caller.Reply head = caller.send("HEAD", "/", null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.http().body()).isEmpty();
    for (String name : new String[] {"Content-Type", "Content-Length", "Content-Security-Policy"}) {
      assertThat(head.http().headers().firstValue(name))
          .isEqualTo(get.firstValue(name))
          .isPresent();
    }
  }

  @Test
  void allowsItsOwnStyleAndNothingElse() throws Exception {
    Caller.Reply reply = caller.getText("/");
    Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(reply.http().body());
    assertThat(style.find()).isTrue();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(UTF_8));

    assertThat(reply.http().headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; ")
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';");
    assertThat(reply.http().body()).doesNotContain("style=", "<script", "<link rel=\"style");
    assertThat(reply.http().headers().firstValue("Content-Type"))
        .hasValue("text/html; charset=utf-8");
  }

  @Test
  void escapesWhatOthersWrote() {
    String evil = "<script>alert('x')</script>\" onload=\"x";
    FakeProduct other = fake.world().product(evil);
    other.environment(evil);
    other
        .v2Config(evil)
        .setting(Json.object("key", "evil", "name", evil, "settingType", "boolean"));
    caller.get("/v1/products/%3Cscript%3E?x=<script>".replace("<", "%3C").replace(">", "%3E"));
    caller.post("/v1/products/" + product.id() + "/tags", "{\"name\":\"<script>\"}");
    caller.post("/v1/products/" + product.id() + "/tags", "\"<script>");

    assertThat(page())
        .doesNotContain("<script", "\" onload=\"")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; onload=&quot;x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\":\"https://a.example\",\"webHookHeaders\":"
            + "[{\"key\":\"A\",\"value\":\"hush-hush\",\"isSecure\":true}]}",
        "{\"url\":1,\"webHookHeaders\":[{\"isSecure\":true,\"value\":\"hush-hush\"",
        "{\"url\":1,\"webHookHeaders\":[{\"value\":\"hush-hush\" broken",
      })
  void doesNotShowSecretsThatWereSent(String body) {
    caller.post("/v1/configs/" + v2.id() + "/environments/" + test.id() + "/webhooks", body);

    assertThat(page()).doesNotContain("hush").contains("***");
  }

  @Test
  void doesNotShowSigningKeys() {
    int id = v1.webhook(test, "https://a.example/x");
    caller.get("/v1/webhooks/" + id + "/keys");

    assertThat(page()).contains("key1").doesNotContain("configcat_whsk_");
  }

  @Test
  void isShortAndQuickWhateverThereIs() {
    fake.change(
        state -> {
          for (int i = 0; i < 5_000; i++) {
            copy(state.tree(), Integer.toString(100_000 + i), "flag" + i);
          }
        });
    caller.get("/v1/configs/" + v2.id() + "/settings");
    page();
    long start = System.nanoTime();

    String read = read();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(read).contains("flag48", "… and 4951 more flags, not shown here");
    assertThat(read).doesNotContain("flag49 ").hasSizeLessThan(50_000);
  }

  /** Making so many flags one by one takes longer than all the rest. */
  private void copy(JsonObject tree, String id, String key) {
    JsonObject settings = tree.getAsJsonObject("settings");
    JsonObject flag = settings.getAsJsonObject(Integer.toString(newFlag.id())).deepCopy();
    flag.addProperty("settingId", Integer.valueOf(id));
    flag.addProperty("key", key);
    flag.addProperty("order", Integer.valueOf(id));
    settings.add(id, flag);
    JsonObject values = tree.getAsJsonObject("values");
    for (FakeEnvironment each : List.of(production, test)) {
      JsonObject value = values.getAsJsonObject(each.id() + "/" + newFlag.id()).deepCopy();
      value.addProperty("$settingId", Integer.valueOf(id));
      values.add(each.id() + "/" + id, value);
    }
  }

  @Test
  void showsTheLastRequestsOnly() {
    for (int i = 1; i <= 103; i++) {
      caller.get("/v1/tags/" + i);
    }

    assertThat(read())
        .contains("/v1/tags/103 ", "/v1/tags/4 ", "… and 3 more before these")
        .doesNotContain("/v1/tags/3 ");
  }

  @Test
  void showsWhatIsLeftOfADamagedState() {
    fake.change(
        state -> {
          state.tree().getAsJsonObject("values").entrySet().clear();
          state.tree().getAsJsonObject("environments").entrySet().clear();
          state
              .tree()
              .getAsJsonObject("settings")
              .asMap()
              .values()
              .forEach(row -> row.getAsJsonObject().remove("order"));
        });

    assertThat(read()).contains("newFlag");
  }
}
