package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** Links between values and the tickets of other tools. */
class IntegrationLinkEndpointsTest extends Shop {
  private static final String CARD = "{\"description\":\"d\",\"url\":\"https://a.example\"}";

  private static String link(FakeFlag flag, FakeEnvironment environment, String ticket) {
    return "/v1/environments/"
        + environment.id()
        + "/settings/"
        + flag.id()
        + "/integrationLinks/"
        + ticket;
  }

  private static String jira(FakeFlag flag, FakeEnvironment environment, String key) {
    return link(flag, environment, key).replace("/v1/", "/v1/jira/");
  }

  private JsonArray shown(String version, FakeFlag flag, FakeEnvironment environment) {
    return caller
        .get(value(version, flag, environment))
        .object()
        .getAsJsonArray("integrationLinks");
  }

  private JsonObject details(String ticket) {
    return caller.get("/v1/integrationLink/" + ticket + "/details").object();
  }

  @Test
  void aLinkIsShownAtItsValueAlone() {
    Caller.Reply reply = caller.post(link(newFlag, test, "trello/A-1"), CARD);
    caller.post(link(oldFlag, test, "monday/7"), "{}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.http().body())
        .isEqualTo(
            "{\"key\":\"A-1\",\"description\":\"d\",\"integrationLinkType\":\"trello\","
                + "\"url\":\"https://a.example\"}");
    assertThat(shown("v2", newFlag, test)).containsExactly(reply.json());
    assertThat(shown("v2", newFlag, production)).isEmpty();
    assertThat(shown("v1", oldFlag, test).toString()).contains("\"monday\"");
    assertThat(new AuditLog(caller, product).types())
        .containsExactly("integrationLinkAdded", "integrationLinkAdded");
  }

  @Test
  void theSameAgainIsAConflictAndOtherWordsAreAnUpdate() {
    String path = link(newFlag, test, "trello/A-1");
    caller.post(path, CARD);

    assertThat(caller.post(path, CARD).status()).isEqualTo(409);
    assertThat(caller.post(path, "{\"description\":\"e\"}").status()).isEqualTo(200);

    assertThat(shown("v2", newFlag, test)).hasSize(1);
    assertThat(shown("v2", newFlag, test).toString()).contains("\"description\":\"e\"");
  }

  @Test
  void aLinkNeedsAValueAndAKindOfTool() {
    assertThat(caller.post(link(newFlag, test, "github/1"), CARD).status()).isEqualTo(400);
    assertThat(
            caller.post(link(new FakeFlag(fake.world(), 99, "x"), test, "trello/1"), CARD).status())
        .isEqualTo(404);
    String tooLong = "{\"description\":\"" + "d".repeat(1001) + "\"}";
    assertThat(caller.post(link(newFlag, test, "trello/1"), tooLong).object().keySet())
        .containsExactly("Description");
  }

  @Test
  void whoeverDeletesALinkHearsWhetherAnotherIsLeft() {
    caller.post(link(newFlag, test, "trello/A"), CARD);
    caller.post(link(oldFlag, test, "trello/A"), CARD);

    Caller.Reply first = caller.delete(link(newFlag, test, "trello/A"));
    Caller.Reply last = caller.delete(link(oldFlag, test, "trello/A"));

    assertThat(first.http().body()).isEqualTo("{\"hasRemainingIntegrationLink\":true}");
    assertThat(last.http().body()).isEqualTo("{\"hasRemainingIntegrationLink\":false}");
    assertThat(caller.delete(link(oldFlag, test, "trello/A")).status()).isEqualTo(404);
    assertThat(new AuditLog(caller, product).types()).startsWith("integrationLinkRemoved");
  }

  @Test
  void theDetailsOfATicketNameWhatIsLinked() {
    oldFlag.serve(test, "{\"value\":true}");
    caller.post(link(oldFlag, test, "trello/A"), CARD);
    caller.post(link(newFlag, production, "trello/A"), CARD);
    caller.post(link(newFlag, production, "jira/A"), CARD);

    JsonObject details = details("trello/A");

    assertThat(details.get("allIntegrationLinkCount").getAsInt()).isEqualTo(2);
    JsonObject first = details.getAsJsonArray("details").get(0).getAsJsonObject();
    assertThat(first.getAsJsonObject("setting").get("key").getAsString()).isEqualTo("oldFlag");
    assertThat(first.getAsJsonObject("environment").get("name").getAsString()).isEqualTo("Test");
    assertThat(first.getAsJsonObject("config").get("name").getAsString()).isEqualTo("Old");
    assertThat(first.get("status").getAsString()).isEqualTo("On");
    assertThat(details("monday/A").getAsJsonArray("details")).isEmpty();
  }

  @Test
  void jiraLinksNeedAConnectedInstallation() {
    String body = "{\"clientKey\":\"c\",\"jiraJwtToken\":\"secret\"}";
    assertThat(caller.post(jira(newFlag, test, "SHOP-1"), body).object().keySet())
        .containsExactly("ClientKey");
    assertThat(caller.post("/v1/jira/connect", "{\"clientKey\":\"c\"}").object().keySet())
        .containsExactly("JiraJwtToken");

    Caller.Reply connected = caller.post("/v1/jira/connect", body);
    Caller.Reply linked = caller.post(jira(newFlag, test, "SHOP-1"), body);

    assertThat(connected.status()).isEqualTo(200);
    assertThat(connected.http().body()).isEmpty();
    assertThat(linked.object().get("integrationLinkType").getAsString()).isEqualTo("jira");
    assertThat(details("jira/SHOP-1").get("allIntegrationLinkCount").getAsInt()).isEqualTo(1);
    assertThat(fake.snapshot().toString()).doesNotContain("secret");
  }

  @Test
  void linksGoWithTheirValues() {
    JsonObject empty = fake.content();
    FakeEnvironment late = product.environment("Late");
    FakeConfig config = product.v2Config("C");
    FakeFlag flag = config.flag("f");
    FakeFlag gone = v2.flag("gone");
    caller.post(link(newFlag, late, "trello/A"), CARD);
    caller.post(link(flag, test, "trello/A"), CARD);
    caller.post(link(gone, test, "trello/A"), CARD);

    caller.delete("/v1/settings/" + gone.id());
    assertThat(details("trello/A").get("allIntegrationLinkCount").getAsInt()).isEqualTo(2);
    caller.delete("/v1/configs/" + config.id());
    assertThat(details("trello/A").get("allIntegrationLinkCount").getAsInt()).isEqualTo(1);
    caller.delete("/v1/environments/" + late.id());

    assertThat(details("trello/A").get("allIntegrationLinkCount").getAsInt()).isZero();
    assertThat(fake.content().get("integrationLinks")).isEqualTo(empty.get("integrationLinks"));
  }
}
