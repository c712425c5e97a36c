package com.configcat.management.targeting;

import com.configcat.management.internal.core.ValueLimits;
import com.configcat.management.model.UpdateComparisonValueListModel;
import com.configcat.management.model.UpdateComparisonValueModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** Creates comparison values, each in the member that its comparator reads. */
final class ComparisonValue {
  private ComparisonValue() {}

  static UpdateComparisonValueModel text(String value) {
    return UpdateComparisonValueModel.builder()
        .stringValue(ValueLimits.comparison(given(value)))
        .build();
  }

  static UpdateComparisonValueModel texts(String... values) {
    Objects.requireNonNull(values, "values is null: give at least one text");
    if (values.length == 0) {
      throw new IllegalArgumentException("There is no text to compare with: give at least one");
    }
    if (values.length > ValueLimits.COMPARISON_LIST) {
      throw new IllegalArgumentException(
          "There are "
              + values.length
              + " texts to compare with, and the service takes "
              + ValueLimits.COMPARISON_LIST
              + " in its largest plan: give fewer, or use a Segment");
    }
    return UpdateComparisonValueModel.builder()
        .listValue(
            Arrays.stream(values)
                .map(value -> ValueLimits.comparisonItem(given(value)))
                .map(value -> UpdateComparisonValueListModel.builder().value(value).build())
                .toList())
        .build();
  }

  static UpdateComparisonValueModel version(String version) {
    return text(SemanticVersion.checked(version));
  }

  static UpdateComparisonValueModel versions(String... versions) {
    UpdateComparisonValueModel model = texts(versions);
    for (String version : versions) {
      SemanticVersion.checked(version);
    }
    return model;
  }

  static UpdateComparisonValueModel number(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " cannot be compared with: give a finite number");
    }
    return UpdateComparisonValueModel.builder().doubleValue(number).build();
  }

  /** Converts a time to what the service expects: seconds since 1970, with a fraction. */
  static UpdateComparisonValueModel time(Instant time) {
    Objects.requireNonNull(time, "time is null: give a point in time");
    return number(
        BigDecimal.valueOf(time.getEpochSecond())
            .add(BigDecimal.valueOf(time.getNano(), 9))
            .doubleValue());
  }

  private static String given(String value) {
    Objects.requireNonNull(value, "A text to compare with is null: leave it out");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "A text to compare with is empty, which every text starts with, ends with and contains:"
              + " leave it out");
    }
    return value;
  }
}
