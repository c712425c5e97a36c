package com.configcat.management.targeting;

import com.configcat.management.model.UpdatePercentageOptionModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A share of users and what they get.
 *
 * <p>Made by {@link Targeting#percentage(int, boolean)} and its like. Immutable.
 */
public final class PercentageOption {
  private static final int ALL = 100;

  private final int percentage;
  private final ServedValue value;

  PercentageOption(int percentage, ServedValue value) {
    if (percentage < 0 || percentage > ALL) {
      throw new IllegalArgumentException(
          percentage + " is no percentage: give a whole number from 0 to 100");
    }
    this.percentage = percentage;
    this.value = value;
  }

  /** Checks what no option can know alone. */
  static List<PercentageOption> checked(PercentageOption... options) {
    Objects.requireNonNull(options, "options is null: give percentages that add up to 100");
    for (PercentageOption option : options) {
      Objects.requireNonNull(option, "A percentage option is null: leave it out");
    }
    int sum = Arrays.stream(options).mapToInt(option -> option.percentage).sum();
    if (sum != ALL) {
      throw new IllegalArgumentException(
          "The percentages add up to " + sum + ": make them 100 together");
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
          "The percentage options of a feature flag are two, one for true and one for false");
    }
  }

  ServedValue value() {
    return value;
  }

  /**
   * Returns the option as the API's V2 operations take it.
   *
   * @return the option
   */
  public UpdatePercentageOptionModel toModel() {
    return UpdatePercentageOptionModel.builder()
        .percentage(percentage)
        .value(value.toModel())
        .build();
  }

  /** Returns the share and the value. */
  @Override
  public String toString() {
    return toModel().toString();
  }
}
