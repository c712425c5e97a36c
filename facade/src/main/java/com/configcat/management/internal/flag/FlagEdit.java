package com.configcat.management.internal.flag;

import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.model.SettingFormulaModel;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Edits values in V2 Configs. */
public final class FlagEdit {
  private FlagEdit() {}

  /**
   * Edits a value.
   *
   * @param value which one
   * @param change what to do to it; called again for each time that somebody else was quicker
   * @param options what else to say
   * @return what became of it
   */
  public static EditResult edit(
      GuardedValue value, UnaryOperator<EditableFormula> change, WriteOptions options) {
    Objects.requireNonNull(change, "change is null: give one that returns a changed formula");
    Objects.requireNonNull(options, "options is null: use WriteOptions.none()");
    WriteResult written =
        value.edit(
            before -> {
              SettingFormulaModel current = value.decode(before, SettingFormulaModel.class);
              EditableFormula changed = change.apply(EditableFormula.of(current, before.json()));
              return Objects.requireNonNull(
                      changed, "The change returned null: return the formula given, changed")
                  .toJson();
            },
            options);
    FailureContext failure = new FailureContext(value.place().writes(), 1, written.changed());
    return new EditResult(
        GuardedValue.decode(written.now().json(), SettingFormulaModel.class, failure),
        written.changed());
  }
}
