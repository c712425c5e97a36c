package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.State;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the audit log. */
public final class AuditTrail {
  private final State state;

  AuditTrail(State state) {
    this.state = state;
  }

  /**
   * Adds a record.
   *
   * @param request who asks, and why if the query says so
   * @param type of the record, for example {@code settingCreated}
   * @param row what it is about
   */
  void write(ValidatedRequest request, String type, JsonObject row) {
    add(
        type,
        request.credential().email(),
        request.credential().user(),
        request.query("reason"),
        row);
  }

  public JsonObject add(
      String type, @Nullable String email, String user, @Nullable String why, JsonObject row) {
    JsonObject scope = scope(row);
    JsonObject entry =
        Json.object(
            "auditLogId",
            state.newNumber(),
            "auditLogDateTime",
            state.tick().toString(),
            "auditLogTypeEnum",
            type,
            "truncated",
            false,
            "modelVersion",
            1,
            "auditLogType",
            words(type),
            "userEmail",
            email,
            "userName",
            user,
            "where",
            Json.write(scope),
            "why",
            why,
            "actionTarget",
            target(row),
            "details",
            type);
    scope.asMap().forEach((name, id) -> entry.add("$" + name, id));
    return state.table(EntityType.AUDIT_LOG).add(entry);
  }

  private static String words(String type) {
    String spaced = type.replaceAll("([A-Z])", " $1");
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }

  private static String target(JsonObject row) {
    for (String name : new String[] {"name", "key", "url", "title", "email", "$settingId"}) {
      if (Json.has(row, name)) {
        return Json.text(row, name);
      }
    }
    return "";
  }

  /** The ids of what a row is and of what it belongs to. */
  private JsonObject scope(JsonObject row) {
    JsonObject scope = new JsonObject();
    UnaryOperator<@Nullable String> id =
        name -> Json.has(row, name) ? Json.text(row, name) : Json.textOrNull(row, "$" + name);
    for (Map.Entry<String, EntityType> level :
        Map.of("environmentId", EntityType.ENVIRONMENT, "configId", EntityType.CONFIG).entrySet()) {
      String of = id.apply(level.getKey());
      if (of != null) {
        scope.addProperty(level.getKey(), of);
        state
            .table(level.getValue())
            .find(of)
            .ifPresent(parent -> scope.add("productId", parent.get("$productId")));
      }
    }
    String settingId = id.apply("settingId");
    if (settingId != null && !scope.has("configId")) {
      state
          .table(EntityType.SETTING)
          .find(settingId)
          .ifPresent(setting -> scope.add("configId", setting.get("configId")));
    }
    String productId = id.apply("productId");
    if (productId != null) {
      scope.addProperty("productId", productId);
    }
    String organizationId = id.apply("organizationId");
    if (organizationId != null) {
      scope.addProperty("organizationId", organizationId);
    } else if (scope.has("productId")) {
      state
          .table(EntityType.PRODUCT)
          .find(Json.text(scope, "productId"))
          .ifPresent(product -> scope.add("organizationId", product.get("$organizationId")));
    }
    return scope;
  }
}
