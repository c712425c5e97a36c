package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Creation;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.EntityType;
import com.configcat.management.fake.internal.state.Json;
import com.configcat.management.fake.internal.state.Refusal;
import com.configcat.management.fake.internal.state.Shape;
import com.configcat.management.fake.internal.state.State;
import com.configcat.management.fake.internal.state.Table;
import com.configcat.management.fake.internal.state.ValueViews;
import com.configcat.management.fake.internal.state.Views;

/**
 * What handlers share.
 *
 * @param state where everything is kept
 * @param document the contract
 * @param surprises what a client may not expect
 * @param views how rows are served
 * @param valueViews how values are served
 * @param creation how rows come to be
 * @param auditTrail the audit log
 */
public record Backend(
    State state,
    Document document,
    Surprises surprises,
    Views views,
    ValueViews valueViews,
    Creation creation,
    AuditTrail auditTrail) {
  public static Backend of(State state, Document document, Surprises surprises) {
    Views views = new Views(state);
    return new Backend(
        state,
        document,
        surprises,
        views,
        new ValueViews(state, views),
        new Creation(state, document),
        new AuditTrail(state));
  }

  public Table table(EntityType type) {
    return state.table(type);
  }

  /**
   * Returns the id of the Organization that the path names.
   *
   * @throws Refusal if there is none: 404
   */
  String organizationId(ValidatedRequest request) {
    return Json.text(
        table(EntityType.ORGANIZATION).get(request.path("organizationId")), "organizationId");
  }

  public Shape shape(String request, String response) {
    return new Shape(document, request, response);
  }
}
