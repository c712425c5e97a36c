package com.configcat.management.targeting;

import com.configcat.management.model.UpdatePercentageOptionModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A percentage of users and the value to serve them.
 *
 * <p>Created by {@link Targeting#percentage(int, boolean)} and its overloads. Immutable.
 */
public final class PercentageOption {
  private static final int ALL = 100;

  private final int percentage;
  private final ServedValue value;

  PercentageOption(int percentage, ServedValue value) {
    if (percentage < 0 || percentage > ALL) {
      throw new IllegalArgumentException(
          percentage + " is not a percentage: give a whole number from 0 to 100");
    }
    this.percentage = percentage;
    this.value = value;
  }

  /** Checks the options of a rule together. */
  static List<PercentageOption> checked(PercentageOption... options) {
    Objects.requireNonNull(options, "options is null: give percentages that add up to 100");
    for (PercentageOption option : options) {
      Objects.requireNonNull(option, "A percentage option is null: leave it out");
    }
    int sum = Arrays.stream(options).mapToInt(option -> option.percentage).sum();
    if (sum != ALL) {
      throw new IllegalArgumentException(
          "The percentages add up to " + sum + ": change them to add up to 100");
    }
    List<PercentageOption> list = List.of(options);
    ServedValues.checkSameKind(list.stream().map(PercentageOption::value).toList());
    if (list.get(0).value.type() == FlagType.BOOLEAN) {
      checkBoolean(list);
    }
    return list;
  }

  private static void checkBoolean(List<PercentageOption> options) {
    long different = options.stream().map(option -> option.value.toModel()).distinct().count();
    if (options.size() != 2 || different != 2) {
      throw new IllegalArgumentException(
          "The percentage options of a feature flag must be two: give one for true and one for"
              + " false");
    }
  }

  ServedValue value() {
    return value;
  }

  /**
   * Converts the option to the model that the V2 operations of the API accept.
   *
   * @return the model
   */
  public UpdatePercentageOptionModel toModel() {
    return UpdatePercentageOptionModel.builder()
        .percentage(percentage)
        .value(value.toModel())
        .build();
  }

  /** Returns the percentage and the value. */
  @Override
  public String toString() {
    return toModel().toString();
  }
}
