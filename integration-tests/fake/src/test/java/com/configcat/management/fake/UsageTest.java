package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UsageTest extends Shop {
  private final String path =
      "/v1/organizations/" + fake.world().organizationId() + "/usage-and-quota";

  private static List<JsonObject> rows(JsonObject report, String name) {
    return report.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static List<String> texts(List<JsonObject> rows, String name) {
    return rows.stream().map(row -> row.get(name).getAsString()).toList();
  }

  private static double sum(List<JsonObject> rows, String name) {
    return rows.stream().mapToDouble(row -> row.get(name).getAsDouble()).sum();
  }

  @Test
  void daysAddUpToMonths() {
    fake.world().now(Instant.parse("2026-09-03T08:00:00Z"));

    JsonObject report = caller.get(path).object();

    List<JsonObject> days = rows(report, "detailedStatistics");
    assertThat(days).hasSize(4 * 3);
    assertThat(texts(days, "date").subList(0, 3))
        .containsExactly("2026-09-01T00:00:00Z", "2026-09-02T00:00:00Z", "2026-09-03T00:00:00Z");
    assertThat(texts(days, "sdkKey")).contains(v1.sdkKey(test), v2.sdkKey(production));
    assertThat(sum(days, "requestCount")).isEqualTo(12_000);
    for (String totals : List.of("organizationStatistics", "productStatistics")) {
      assertThat(rows(report, totals)).as(totals).hasSize(1);
      JsonObject month = rows(report, totals).get(0);
      assertThat(month.get("date").getAsString()).isEqualTo("2026-09-01T00:00:00Z");
      assertThat(month.get("millionRequestCount").getAsDouble()).isEqualTo(0.012);
      assertThat(month.get("responseMegaBytes").getAsDouble())
          .isEqualTo(sum(days, "responseKiloBytes") / 1_000);
    }
    JsonObject month = rows(report, "organizationStatistics").get(0);
    assertThat(month.get("overLimit").getAsBoolean()).isFalse();
    assertThat(month.get("overNetworkTrafficLimit").getAsBoolean()).isFalse();
    assertThat(report.get("hasConnectedApplication").getAsBoolean()).isTrue();
  }

  @Test
  void eachMonthHasARowAndTheLastThirtyDaysToo() {
    fake.world().now(Instant.parse("2026-11-02T08:00:00Z"));

    JsonObject report = caller.get(path).object();

    List<JsonObject> months = rows(report, "organizationStatistics");
    assertThat(texts(months, "date"))
        .containsExactly("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z");
    assertThat(texts(months, "millionRequestCount")).containsExactly("0.12", "0.124", "0.008");
    List<JsonObject> days = rows(report, "detailedStatistics");
    assertThat(days).hasSize(4 * 30);
    assertThat(texts(days, "date").get(0)).isEqualTo("2026-10-04T00:00:00Z");
  }

  @Test
  void usageGrowsWithTheSettings() {
    v1.flag("another");

    List<JsonObject> days = rows(caller.get(path).object(), "detailedStatistics");

    assertThat(texts(days, "requestCount")).containsExactly("2000", "2000", "1000", "1000");
    assertThat(texts(days, "configName")).containsExactly("Old", "Old", "New", "New");
    assertThat(texts(days, "environmentName"))
        .containsExactly("Production", "Test", "Production", "Test");
  }

  @Test
  void whatIsOverTheQuotaIsSaid() {
    fake.world().now(Instant.parse("2026-09-30T08:00:00Z"));
    fake.change(
        state -> {
          JsonObject settings = state.tree().getAsJsonObject("settings");
          JsonObject flag = settings.getAsJsonObject(Integer.toString(oldFlag.id()));
          for (int i = 0; i < 500; i++) {
            settings.add("copy" + i, flag.deepCopy());
          }
        });

    JsonObject month = rows(caller.get(path).object(), "organizationStatistics").get(0);

    assertThat(month.get("millionRequestCount").getAsDouble())
        .isGreaterThan(month.get("millionRequestLimitPerMonth").getAsDouble());
    assertThat(month.get("overLimit").getAsBoolean()).isTrue();
    assertThat(month.get("overNetworkTrafficLimit").getAsBoolean()).isFalse();
  }

  @Test
  void oneProductCanBeAskedFor() {
    FakeProduct other = fake.world().product("Other");
    other.environment("E");
    other.v2Config("C").flag("f");

    JsonObject report = caller.get(path + "?productId=" + other.id()).object();

    assertThat(texts(rows(report, "productStatistics"), "productId"))
        .containsExactly(other.id().toString());
    assertThat(texts(rows(report, "detailedStatistics"), "productName")).containsExactly("Other");
    assertThat(rows(report, "organizationStatistics"))
        .isEqualTo(rows(caller.get(path).object(), "organizationStatistics"));
    assertThat(rows(caller.get(path).object(), "productStatistics")).hasSize(2);
  }

  @Test
  void whereNothingIsThereNothingIsCounted() {
    caller.delete("/v1/products/" + product.id());

    JsonObject report = caller.get(path).object();

    assertThat(report.get("hasConnectedApplication").getAsBoolean()).isFalse();
    for (String name :
        List.of("organizationStatistics", "productStatistics", "detailedStatistics")) {
      assertThat(report.getAsJsonArray(name)).as(name).isEmpty();
    }
  }

  @Test
  void whatIsUnknownIsNotFound() {
    assertThat(caller.get(path + "?productId=" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(caller.get(path + "?productId=x").status()).isEqualTo(400);
    assertThat(caller.get("/v1/organizations/" + UUID.randomUUID() + "/usage-and-quota").status())
        .isEqualTo(404);
  }

  @Test
  void callsOfTheApiAreCountedByTheirRecords() {
    caller.put(oldValue(), "{\"value\":true}");
    caller.put(oldValue(), "{\"value\":false}");

    assertThat(
            rows(caller.get(path).object(), "organizationStatistics")
                .get(0)
                .get("publicApiCallCount")
                .getAsInt())
        .isEqualTo(2);
  }
}
