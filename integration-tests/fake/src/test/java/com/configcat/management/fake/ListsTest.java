package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages, filters and reports. */
class ListsTest extends Shop {
  private final String auditLogs = "/v2/products/" + product.id() + "/auditlogs";

  private static List<String> texts(JsonObject page, String name) {
    return page.getAsJsonArray("data").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(row -> row.get(name).getAsString())
        .toList();
  }

  private static JsonObject paging(JsonObject page) {
    return page.getAsJsonObject("paging");
  }

  @Test
  void pagesHaveAllRowsOnceNewestFirst() {
    Instant now = Instant.parse("2026-09-01T00:00:00Z");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      expected.add(0, Long.toString(product.auditRecord("settingChanged", now.plusSeconds(i))));
    }

    JsonObject first = caller.get(auditLogs).object();
    JsonObject last = caller.get(auditLogs + "?pageNumber=3").object();
    List<String> all = new ArrayList<>(texts(first, "auditLogId"));
    all.addAll(texts(caller.get(auditLogs + "?pageNumber=2").object(), "auditLogId"));
    all.addAll(texts(last, "auditLogId"));

    assertThat(all).isEqualTo(expected);
    assertThat(paging(first).toString())
        .isEqualTo(
            "{\"currentPage\":1,\"totalPages\":3,\"pageSize\":100,\"totalCount\":250,"
                + "\"hasPrevious\":false,\"hasNext\":true}");
    assertThat(paging(last).get("hasNext").getAsBoolean()).isFalse();
    JsonObject beyond = caller.get(auditLogs + "?pageNumber=4&pageSize=100").object();
    assertThat(beyond.getAsJsonArray("data")).isEmpty();
  }

  @Test
  void aPageCanBeEmptyThoughMoreIsPromised() {
    product.auditRecord("settingChanged", Instant.parse("2026-09-01T00:00:00Z"));
    fake.emptyPages(2);

    JsonObject page = caller.get(auditLogs + "?pageNumber=2").object();

    assertThat(page.getAsJsonArray("data")).isEmpty();
    assertThat(paging(page).get("hasNext").getAsBoolean()).isTrue();
    assertThat(caller.get(auditLogs).object().getAsJsonArray("data")).hasSize(1);
  }

  @Test
  void writesLeaveARecordWithTheirReason() {
    caller.put(oldValue() + "?reason=because", "{\"value\":true}");
    caller.post("/v1/products/" + product.id() + "/tags", "{\"name\":\"t\"}");
    caller.patch(oldValue(), "[{\"op\":\"test\",\"path\":\"/value\",\"value\":false}]");

    JsonObject page = caller.get(auditLogs).object();

    assertThat(texts(page, "auditLogTypeEnum")).containsExactly("tagAdded", "settingValueChanged");
    assertThat(page.getAsJsonArray("data").get(1).getAsJsonObject().get("why").getAsString())
        .isEqualTo("because");
    assertThat(count(auditLogs + "?configId=" + v1.id())).isEqualTo(1);
    assertThat(count(auditLogs + "?configId=" + v2.id())).isZero();
    assertThat(count(auditLogs + "?environmentId=" + production.id())).isEqualTo(1);
    assertThat(count(auditLogs + "?auditLogType=tagAdded")).isEqualTo(1);
    assertThat(count("/v2/organizations/" + fake.world().organizationId() + "/auditlogs"))
        .isEqualTo(2);
  }

  private int count(String path) {
    return paging(caller.get(path).object()).get("totalCount").getAsInt();
  }

  @Test
  void theAuditLogIsThatOfTheTimeGivenHoweverLong() {
    fake.world().now(Instant.parse("2026-10-31T00:00:00Z"));
    product.auditRecord("oldAndUnknown", Instant.parse("2026-10-05T00:00:00Z"));
    product.auditRecord("tagAdded", Instant.parse("2026-10-30T00:00:00Z"));

    assertThat(texts(caller.get(auditLogs).object(), "auditLogTypeEnum"))
        .containsExactly("tagAdded", "oldAndUnknown");
    assertThat(count(auditLogs + "?fromUtcDateTime=2026-10-06T00:00:00Z")).isEqualTo(1);
    assertThat(
            count(
                auditLogs
                    + "?fromUtcDateTime=2026-10-02T00:00:00Z&toUtcDateTime=2026-10-06T00:00:00Z"))
        .isEqualTo(1);
    assertThat(count(auditLogs + "?fromUtcDateTime=2020-01-01T00:00:00Z")).isEqualTo(2);
  }

  @Test
  void changeRequestsAreListedByTwentyFiveAndFiltered() {
    FakeFlag other = v2.flag("other");
    IntStream.range(0, 26).forEach(i -> v2.changeRequest(production, "c" + i, newFlag));
    v2.changeRequest(test, "last", newFlag, other);
    String path = "/v2/products/" + product.id() + "/change-requests";

    JsonObject page = caller.get(path).object().getAsJsonObject("changeRequests");

    assertThat(page.getAsJsonArray("data")).hasSize(25);
    assertThat(paging(page).get("totalCount").getAsInt()).isEqualTo(27);
    assertThat(requests(path + "?environmentId=" + test.id())).containsExactly("last");
    assertThat(requests(path + "?settingId=" + other.id())).containsExactly("last");
    assertThat(requests(path + "?changeRequestStatusFilter=applied")).isEmpty();
    assertThat(
            requests(
                path
                    + "?changeRequestStatusFilter=applied&changeRequestStatusFilter=open"
                    + "&pageSize=2&pageNumber=14"))
        .containsExactly("last");
    assertThat(requests(path + "?scheduleFilter=scheduled")).isEmpty();
    assertThat(caller.get(value("v2", newFlag, test)).object().get("changeRequestCount").getAsInt())
        .isEqualTo(1);
  }

  private List<String> requests(String path) {
    return texts(caller.get(path).object().getAsJsonObject("changeRequests"), "title");
  }

  @Test
  void staleIsWhatNobodyChangedForLong() {
    fake.world().now(Instant.parse("2026-10-31T00:00:00Z"));
    Instant fresh = Instant.parse("2026-10-30T00:00:00Z");
    oldFlag.updatedAt(test, fresh).updatedAt(production, fresh);
    newFlag.updatedAt(test, fresh);
    String path = "/v1/products/" + product.id() + "/staleflags?staleFlagAgeDays=7";

    assertThat(stale(path)).containsExactly("newFlag");
    assertThat(stale(path + "&staleFlagStaleInEnvironmentsType=staleInAllEnvironments")).isEmpty();
    assertThat(stale(path + "&ignoredEnvironmentIds=" + production.id())).isEmpty();
    long tag = product.tag("keep");
    newFlag.tag(tag);
    assertThat(stale(path + "&ignoredTagIds=" + tag)).isEmpty();
  }

  private List<String> stale(String path) {
    return caller.get(path).object().getAsJsonArray("configs").asList().stream()
        .flatMap(config -> config.getAsJsonObject().getAsJsonArray("settings").asList().stream())
        .map(setting -> setting.getAsJsonObject().get("key").getAsString())
        .toList();
  }

  @Test
  void aReportOfCodeReferencesReplacesThatOfItsBranchAndDropsDeadOnes() {
    upload("main", "[\"main\",\"dev\"]", newFlag);
    upload("dev", "[\"main\",\"dev\"]", newFlag);
    assertThat(branches()).containsExactlyInAnyOrder("main", "dev");

    upload("main", "[\"main\"]", newFlag);
    assertThat(branches()).containsExactly("main");

    upload("main", "[\"main\"]");
    assertThat(branches()).isEmpty();
  }

  private void upload(String branch, String active, FakeFlag... flags) {
    String references =
        flags.length == 0
            ? ""
            : """
            {"settingId":%d,"references":[{"file":"A","referenceLine":{"lineNumber":1}}]}
            """
                .formatted(flags[0].id());
    Caller.Reply reply =
        caller.post(
            "/v1/code-references",
            """
            {"configId":"%s","repository":"r","branch":"%s","activeBranches":%s,
             "flagReferences":[%s]}
            """
                .formatted(v2.id(), branch, active, references));
    assertThat(reply.status()).isEqualTo(200);
  }

  private List<String> branches() {
    return caller.get("/v1/settings/" + newFlag.id() + "/code-references").objects().stream()
        .map(row -> row.get("branch").getAsString())
        .toList();
  }
}
