package com.configcat.management.targeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The conditions of a {@link TargetingRule} that does not say yet what it serves.
 *
 * <p>Immutable: each method returns something new.
 */
public final class RuleConditions {
  static final String NO_CONDITION =
      "condition is null: start one with userAttribute, segment or prerequisite";

  private final List<Condition> conditions;

  RuleConditions(List<Condition> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /**
   * Adds a condition that must hold, too.
   *
   * @param condition must hold for the rule to match
   * @return the conditions with this one
   */
  public RuleConditions and(Condition condition) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(Objects.requireNonNull(condition, NO_CONDITION));
    return new RuleConditions(more);
  }

  /**
   * Serves a boolean to the users who match.
   *
   * @param value what they get
   * @return the rule
   */
  public TargetingRule serve(boolean value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a text to the users who match.
   *
   * @param value what they get
   * @return the rule
   */
  public TargetingRule serve(String value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a whole number to the users who match.
   *
   * @param value what they get
   * @return the rule
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public TargetingRule serve(long value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a decimal number to the users who match.
   *
   * @param value what they get
   * @return the rule
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public TargetingRule serve(double value) {
    return serve(ServedValue.of(value));
  }

  /**
   * Serves a value or a predefined variation to the users who match.
   *
   * @param value what they get
   * @return the rule
   */
  public TargetingRule serve(ServedValue value) {
    return TargetingRule.serving(conditions, value);
  }

  /**
   * Splits the users who match into shares.
   *
   * @param options percentages that add up to 100; for a feature flag one of true and one of false
   * @return the rule
   * @throws IllegalArgumentException if the options do not go together
   */
  public TargetingRule percentages(PercentageOption... options) {
    return TargetingRule.splitting(conditions, options);
  }
}
