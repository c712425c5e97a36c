package com.configcat.management.targeting;

import com.configcat.management.model.UpdateComparisonValueModel;
import com.configcat.management.model.UserComparator;

/**
 * Builds a condition on an attribute with sensitive texts: SDKs download hashes of its comparison
 * values.
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
