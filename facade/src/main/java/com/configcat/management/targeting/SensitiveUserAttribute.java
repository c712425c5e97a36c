package com.configcat.management.targeting;

import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UserComparator;

/**
 * An attribute whose texts are personal: SDKs download hashes of what it is compared with.
 *
 * <p>Immutable.
 */
public final class SensitiveUserAttribute extends TextComparisons {
  SensitiveUserAttribute(String name) {
    super(name);
  }

  @Override
  Condition condition(
      UserComparator clear, UserComparator sensitive, UpdateComparisonValueModel value) {
    return condition(sensitive, value);
  }
}
