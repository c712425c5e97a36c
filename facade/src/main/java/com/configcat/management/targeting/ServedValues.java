package com.configcat.management.targeting;

import java.util.List;

/** Checks the values that one flag serves in several places. */
final class ServedValues {
  private ServedValues() {}

  static void checkSameKind(List<ServedValue> values) {
    List<String> kinds = values.stream().map(ServedValue::kind).distinct().sorted().toList();
    if (kinds.size() > 1) {
      throw new IllegalArgumentException(
          "One flag cannot serve values of types "
              + String.join(" and ", kinds)
              + ": give values of the setting's own type, such as 1.0 for a decimal setting");
    }
  }
}
