package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reports usage, by month and by day. */
record UsageEndpoints(Backend backend) implements Endpoints {
  private static final double KILOBYTES_PER_REQUEST = 1.25;
  private static final int MILLION_REQUESTS = 25;
  private static final int GIGABYTES = 100;

  /** The days that have rows of their own, up to today. */
  private static final int DAYS = 30;

  @Override
  public void serve(Routes routes) {
    routes.serve("GET", "/v1/organizations/{organizationId}/usage-and-quota", this::report);
  }

  private FakeResponse report(ValidatedRequest request) {
    String organizationId = backend.organizationId(request);
    List<JsonObject> products =
        backend.table(EntityType.PRODUCT).where("$organizationId", organizationId);
    String wanted = request.query("productId");
    List<JsonObject> inScope =
        products.stream()
            .filter(row -> wanted == null || Json.text(row, "productId").equals(wanted))
            .toList();
    if (wanted != null && inScope.isEmpty()) {
      throw Refusal.notFound();
    }
    List<SdkKeyUsage> all = usages(products);
    return FakeResponse.ok(
        Json.object(
            "hasConnectedApplication", !all.isEmpty(),
            "millionRequestLimitPerMonth", MILLION_REQUESTS,
            "networkTrafficGigaByteLimitPerMonth", GIGABYTES,
            "organizationStatistics",
                Json.array(
                    months(all).stream().map(month -> ofOrganization(organizationId, month, all))),
            "productStatistics", Json.array(inScope.stream().flatMap(this::ofProduct)),
            "detailedStatistics", Json.array(usages(inScope).stream().flatMap(this::details))));
  }

  private List<SdkKeyUsage> usages(List<JsonObject> products) {
    return products.stream().flatMap(product -> SdkKeyUsage.of(backend.state(), product)).toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(backend.state().now(), ZoneOffset.UTC);
  }

  private List<YearMonth> months(List<SdkKeyUsage> usages) {
    YearMonth last = YearMonth.from(today());
    List<YearMonth> months = new ArrayList<>();
    usages.stream()
        .map(usage -> YearMonth.from(usage.since()))
        .min(YearMonth::compareTo)
        .ifPresent(
            first -> {
              for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                months.add(month);
              }
            });
    return months;
  }

  private JsonObject ofOrganization(
      String organizationId, YearMonth month, List<SdkKeyUsage> usages) {
    JsonObject row = totals(month, usages);
    row.addProperty("millionRequestLimitPerMonth", MILLION_REQUESTS);
    row.addProperty("networkTrafficGigaByteLimitPerMonth", GIGABYTES);
    row.addProperty("overLimit", row.get("millionRequestCount").getAsDouble() > MILLION_REQUESTS);
    row.addProperty(
        "overNetworkTrafficLimit",
        row.get("responseMegaBytes").getAsDouble() > GIGABYTES * 1_000.0);
    row.addProperty(
        "publicApiCallCount",
        backend.table(EntityType.AUDIT_LOG).where("$organizationId", organizationId).stream()
            .filter(entry -> Json.text(entry, "auditLogDateTime").startsWith(month.toString()))
            .count());
    return row;
  }

  private Stream<JsonObject> ofProduct(JsonObject product) {
    List<SdkKeyUsage> usages = usages(List.of(product));
    return months(usages).stream()
        .map(
            month -> {
              JsonObject row = totals(month, usages);
              row.add("productId", product.get("productId"));
              return row;
            });
  }

  private JsonObject totals(YearMonth month, List<SdkKeyUsage> usages) {
    long requests = usages.stream().mapToLong(usage -> usage.in(month, today())).sum();
    return Json.object(
        "date", midnight(month.atDay(1)),
        "millionRequestCount", requests / 1_000_000.0,
        "responseMegaBytes", requests * KILOBYTES_PER_REQUEST / 1_000);
  }

  private Stream<JsonObject> details(SdkKeyUsage usage) {
    JsonObject config = backend.table(EntityType.CONFIG).get(Json.text(usage.key(), "$configId"));
    JsonObject environment =
        backend.table(EntityType.ENVIRONMENT).get(Json.text(usage.key(), "$environmentId"));
    return usage.lastDays(DAYS, today()).stream()
        .map(
            day ->
                Json.object(
                    "date", midnight(day),
                    "productId", usage.product().get("productId"),
                    "productName", usage.product().get("name"),
                    "configId", config.get("configId"),
                    "configName", config.get("name"),
                    "environmentId", environment.get("environmentId"),
                    "environmentName", environment.get("name"),
                    "sdk", "ConfigCat-Java",
                    "sdkKey", usage.key().get("primary"),
                    "requestCount", usage.perDay(),
                    "responseKiloBytes", usage.perDay() * KILOBYTES_PER_REQUEST));
  }

  private static String midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toString();
  }
}
