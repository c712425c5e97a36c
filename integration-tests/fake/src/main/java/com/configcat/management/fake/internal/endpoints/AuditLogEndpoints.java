package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.FakeResponse;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.Table;
import com.configcat.management.fake.internal.state.Views;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists the audit log, newest first; V1 only leads to V2. */
record AuditLogEndpoints(Backend backend) implements Endpoints {
  private static final int PAGE = 100;
  private static final String FROM = "fromUtcDateTime";
  private static final String TO = "toUtcDateTime";
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(30);

  @Override
  public void serve(Routes routes) {
    for (String of : List.of("/products/{productId}", "/organizations/{organizationId}")) {
      routes.serve("GET", "/v1" + of + "/auditlogs", this::redirect);
    }
    routes.serve(
        "GET",
        "/v2/products/{productId}/auditlogs",
        request -> list(request, EntityType.PRODUCT, "productId"));
    routes.serve(
        "GET",
        "/v2/organizations/{organizationId}/auditlogs",
        request -> list(request, EntityType.ORGANIZATION, "organizationId"));
  }

  /** Sends V1 to V2, with the time range of V1: seven days if none is given, 30 at most. */
  private FakeResponse redirect(ValidatedRequest request) {
    Instant to = time(request, TO, backend.state().now());
    Instant from = time(request, FROM, to.minus(USUAL));
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Refusal.because("The time range is longer than 30 days.");
    }
    String target = request.incoming().target().replaceFirst("^/v1/", "/v2/");
    if (request.query(FROM) == null) {
      target += (target.contains("?") ? "&" : "?") + FROM + "=" + from;
    }
    return new FakeResponse(302, null, Map.of("Location", target));
  }

  private FakeResponse list(ValidatedRequest request, EntityType type, String id) {
    backend.table(type).get(request.path(id));
    Instant to = time(request, TO, Instant.MAX);
    Instant from = time(request, FROM, Instant.MIN);
    List<JsonObject> rows =
        new ArrayList<>(
            backend
                .table(EntityType.AUDIT_LOG)
                .where(
                    row ->
                        matches(row, "$" + id, request.path(id))
                            && matches(row, "$productId", request.query("productId"))
                            && matches(row, "$configId", request.query("configId"))
                            && matches(row, "$environmentId", request.query("environmentId"))
                            && matches(row, "auditLogTypeEnum", request.query("auditLogType"))
                            && within(row, from, to)));
    Collections.reverse(rows);
    return FakeResponse.ok(new Pages(backend.surprises()).page(request, PAGE, rows, Views::open));
  }

  private static Instant time(ValidatedRequest request, String name, Instant usual) {
    String text = request.query(name);
    return text == null ? usual : OffsetDateTime.parse(text).toInstant();
  }

  private static boolean matches(JsonObject row, String name, @Nullable String wanted) {
    return wanted == null || wanted.equals(Json.textOrNull(row, name));
  }

  private static boolean within(JsonObject row, Instant from, Instant to) {
    Instant time = OffsetDateTime.parse(Json.text(row, "auditLogDateTime")).toInstant();
    return !time.isBefore(from) && !time.isAfter(to);
  }

  /** Removes the records of an Environment, except those of its creation and deletion. */
  static void cleanUp(State state, JsonObject environment) {
    String id = Json.text(environment, "environmentId");
    List<String> kept = List.of("environmentCreated", "environmentDeleted");
    Table table = state.table(EntityType.AUDIT_LOG);
    table
        .where(
            row ->
                matches(row, "$environmentId", id)
                    && !kept.contains(Json.text(row, "auditLogTypeEnum")))
        .forEach(table::remove);
  }
}
