package com.configcat.management.internal.flag;

import com.configcat.management.flag.BulkPlan;
import com.configcat.management.internal.json.ValueFormat;
import java.util.UUID;

/** Compares the values of a V2 Config in two Environments. */
public final class ValueComparison {
  private ValueComparison() {}

  /**
   * Plans to copy the values from one Environment to another. A flag that only one of them lists,
   * because it was just created or deleted, is left out.
   */
  public static BulkPlan compare(FlagServices services, UUID configId, UUID from, UUID to) {
    ConfigSnapshot source = services.configValues(ValueFormat.V2, configId, from).read();
    ConfigValues values = services.configValues(ValueFormat.V2, configId, to);
    ConfigSnapshot target = values.read();
    ValuePlan.Builder plan = new ValuePlan.Builder(values, target);
    target
        .values()
        .forEach(
            (settingId, before) -> {
              ValueSnapshot wanted = source.get(settingId);
              if (wanted != null) {
                PlannedWrite write =
                    new PlannedWrite(
                        settingId, before, wanted.content(), PlannedWrite.Kind.EDIT, null);
                if (!write.changes().isEmpty()) {
                  plan.write(write);
                }
              }
            });
    return plan.build(source.environment(from) + " -> " + target.environment(to));
  }
}
