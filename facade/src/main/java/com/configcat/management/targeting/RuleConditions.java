package com.configcat.management.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects the conditions of a {@link TargetingRule}; {@code serve} or {@code percentages}
 * completes the rule.
 *
 * <p>Immutable: each method returns a new instance.
 */
public final class RuleConditions {
  static final String NO_CONDITION =
      "condition is null: start one with userAttribute, segment or prerequisite";

  private final List<Condition> conditions;

  RuleConditions(List<Condition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /**
   * Adds a condition that must also match.
   *
   * @param condition the condition, which must match for the rule to match
   * @return new conditions that include this one
   */
  public RuleConditions and(Condition condition) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(Objects.requireNonNull(condition, NO_CONDITION));
    return new RuleConditions(more);
  }

  /**
   * Serves a boolean to the users who match the conditions.
   *
   * @param value the value to serve
   * @return the rule
   */
  public TargetingRule serve(boolean value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a text to the users who match the conditions.
   *
   * @param value the value to serve
   * @return the rule
   */
  public TargetingRule serve(String value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a whole number to the users who match the conditions.
   *
   * @param value the value to serve
   * @return the rule
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public TargetingRule serve(long value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a decimal number to the users who match the conditions.
   *
   * @param value the value to serve
   * @return the rule
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public TargetingRule serve(double value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a value or a predefined variation to the users who match the conditions.
   *
   * @param value the value to serve
   * @return the rule
   */
  public TargetingRule serve(ServedValue value) {
    return TargetingRule.serving(conditions, value);
  }

  /**
   * Splits the users who match the conditions by percentage.
   *
   * @param options percentages that add up to 100; for a feature flag one of true and one of false
   * @return the rule
   * @throws IllegalArgumentException if the percentages do not add up to 100, the values differ in
   *     type, or the options of a feature flag are not one true and one false
   */
  public TargetingRule percentages(PercentageOption... options) {
    return TargetingRule.splitting(conditions, options);
  }
}
