package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Creation;
import com.configcat.management.fake.internal.state.Document;
import com.configcat.management.fake.internal.state.EntityType;
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

  public Shape shape(String request, String response) {
    return new Shape(document, request, response);
  }
}
