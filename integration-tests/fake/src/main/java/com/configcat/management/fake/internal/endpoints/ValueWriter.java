package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Shape;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Stores values, with a new version and a record in the audit log. */
record ValueWriter(Backend backend, Shape shape, ValueRules rules) {
  static ValueWriter v1(Backend backend) {
    return new ValueWriter(
        backend,
        backend.shape("UpdateSettingValueModel", "SettingValueModel"),
        new RolloutRules(backend.state()));
  }

  static ValueWriter v2(Backend backend) {
    return new ValueWriter(
        backend,
        backend.shape("UpdateEvaluationFormulaModel", "SettingFormulaModel"),
        new TargetingRules(backend.state()));
  }

  /** Stores a content that {@link #rules} accept. */
  void store(JsonObject row, JsonObject content, Actor actor, @Nullable String reason) {
    shape.store(row, content);
    backend.state().touch(row, actor.email(), actor.name());
    backend.auditTrail().add("settingValueChanged", actor.email(), actor.name(), reason, row);
  }
}
