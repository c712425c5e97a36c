package com.configcat.management.internal.flag;

import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.json.JsonModels;
import com.configcat.management.internal.json.ValueFormat;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Edits a value with a patch of the differences, and decodes the new value. */
final class FlagEdit {
  private FlagEdit() {}

  /** Edits a V2 value; the change is applied again after each conflict. */
  static EditResult edit(
      GuardedValue value, UnaryOperator<EditableFormula> change, WriteOptions options) {
    return result(value, value.edit(before -> changed(value, before, change), options));
  }

  /** Returns a V2 value as the change returns it. */
  static JsonObject changed(
      GuardedValue value, ValueSnapshot before, UnaryOperator<EditableFormula> change) {
    SettingFormulaModel current =
        value.decode(value.requireWhole(before), SettingFormulaModel.class);
    EditableFormula changed = change.apply(EditableFormula.of(current, before.json()));
    return Objects.requireNonNull(changed, "The change returned null: return the changed formula")
        .toJson();
  }

  static EditResult setDefault(GuardedValue value, SettingValue served, WriteOptions options) {
    return result(
        value, value.edit(before -> ServedContent.byDefault(value, before, served), options));
  }

  private static EditResult result(GuardedValue value, WriteResult written) {
    FailureContext failure = new FailureContext(value.place().writes(), 1, written.changed());
    return new EditResult(decode(written.now(), failure), written.changed());
  }

  static FlagValue decode(ValueSnapshot now, FailureContext failure) {
    return now.format() == ValueFormat.V1
        ? FlagValue.of(JsonModels.decode(now.json(), SettingValueModel.class, failure))
        : FlagValue.of(JsonModels.decode(now.json(), SettingFormulaModel.class, failure));
  }
}
