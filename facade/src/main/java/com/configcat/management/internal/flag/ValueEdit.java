package com.configcat.management.internal.flag;

import com.configcat.management.core.Operation;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.TemporaryFlags;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.SettingValue;
import com.google.gson.JsonObject;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Implements {@link BulkEdit}. */
public final class ValueEdit implements BulkEdit {
  private final FlagServices services;
  private final UUID configId;
  private final UUID environmentId;
  private final Predicate<FlagValue> which;

  private ValueEdit(
      FlagServices services, UUID configId, UUID environmentId, Predicate<FlagValue> which) {
    this.services = services;
    this.configId = configId;
    this.environmentId = environmentId;
    this.which = which;
  }

  /** Returns an edit of all flags of a Config. */
  public static ValueEdit of(FlagServices services, UUID configId, UUID environmentId) {
    return new ValueEdit(services, configId, environmentId, flag -> true);
  }

  @Override
  public BulkEdit only(Predicate<FlagValue> which) {
    Preconditions.value(which, "which", "give a predicate for the flags to edit");
    return new ValueEdit(services, configId, environmentId, this.which.and(which));
  }

  @Override
  public BulkPlan edit(UnaryOperator<EditableFormula> change) {
    Preconditions.value(change, "change", "give one that returns a changed formula");
    ConfigValues values = values();
    if (values.format() == ValueFormat.V1) {
      throw new UnsupportedOperationException(
          "Config " + configId + " is V1 and has no formulas to edit: use setDefault(...)");
    }
    return plan(values, (value, before) -> FlagEdit.changed(value, before, change));
  }

  @Override
  public BulkPlan setDefault(SettingValue value) {
    FlagHandle.check(value);
    return plan(values(), (guarded, before) -> ServedContent.byDefault(guarded, before, value));
  }

  @Override
  public TemporaryFlags temporarily(SettingValue value, WriteOptions options) {
    FlagHandle.check(value);
    Preconditions.value(options, "options", "use WriteOptions.none()");
    ConfigValues values = values();
    ValuePlan plan =
        plan(values, (guarded, before) -> ServedContent.toEveryone(guarded, before, value));
    return TemporaryValues.set(values, plan, options);
  }

  private ConfigValues values() {
    return services.configValues(services.format(configId), configId, environmentId);
  }

  private ValuePlan plan(
      ConfigValues values, BiFunction<GuardedValue, ValueSnapshot, JsonObject> change) {
    ConfigSnapshot snapshot = values.read();
    ValuePlan.Builder plan = new ValuePlan.Builder(values, snapshot);
    Operation reads = values.reads();
    snapshot
        .values()
        .forEach(
            (settingId, before) -> {
              ValueSnapshot whole = snapshot.whole(before);
              if (which.test(FlagEdit.decode(whole, new FailureContext(reads, 1, false)))) {
                GuardedValue value = values.value(settingId);
                add(plan, settingId, before, whole, each -> change.apply(value, each));
              }
            });
    return plan.build(snapshot.environment(environmentId));
  }

  private static void add(
      ValuePlan.Builder plan,
      int settingId,
      ValueSnapshot before,
      ValueSnapshot whole,
      Function<ValueSnapshot, JsonObject> change) {
    PlannedWrite write =
        new PlannedWrite(
            settingId, before, content(before, whole, change), PlannedWrite.Kind.EDIT, change);
    if (write.changes().isEmpty()) {
      plan.unchanged(settingId, before);
    } else {
      plan.write(write);
    }
  }

  private static JsonObject content(
      ValueSnapshot before, ValueSnapshot whole, Function<ValueSnapshot, JsonObject> change) {
    try {
      return before.format().content(change.apply(whole));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Flag '%s': %s. Nothing was written; only(...) leaves flags out"
              .formatted(before.key(), e.getMessage()),
          e);
    }
  }

  @Override
  public String toString() {
    return "edit of flags of config " + configId + " in environment " + environmentId;
  }
}
