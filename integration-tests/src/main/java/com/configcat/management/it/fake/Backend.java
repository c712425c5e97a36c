package com.configcat.management.it.fake;

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
record Backend(
    FakeState state,
    Document document,
    Surprises surprises,
    Views views,
    ValueViews valueViews,
    Creation creation,
    AuditTrail auditTrail) {
  static Backend of(FakeState state, Document document, Surprises surprises) {
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

  Table table(EntityType type) {
    return state.table(type);
  }

  Shape shape(String request, String response) {
    return new Shape(document, request, response);
  }
}
