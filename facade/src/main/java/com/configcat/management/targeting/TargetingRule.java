package com.configcat.management.targeting;

import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.UpdateTargetingRuleModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A targeting rule of a flag in a V2 Config: conditions that must all hold, and what is served
 * then.
 *
 * <pre>{@code
 * TargetingRule.when(userAttribute("Email").endsWithAnyOf("@example.com")).serve(true)
 * }</pre>
 *
 * <p>What the service would refuse is refused here, with an {@link IllegalArgumentException} that
 * says what to do. Use the rule in a {@link Formula}, or send {@link #toModelFor} in a JSON Patch.
 * Immutable.
 */
public final class TargetingRule {
  private final List<Condition> conditions;
  private final List<PercentageOption> options;
  private final @Nullable ServedValue value;

  private TargetingRule(
      List<Condition> conditions, List<PercentageOption> options, @Nullable ServedValue value) {
    this.conditions = conditions;
    this.options = options;
    this.value = value;
  }

  static TargetingRule serving(List<Condition> conditions, ServedValue value) {
    return new TargetingRule(conditions, List.of(), ServedValue.checked(value));
  }

  static TargetingRule splitting(List<Condition> conditions, PercentageOption... options) {
    return new TargetingRule(conditions, PercentageOption.checked(options), null);
  }

  /**
   * Starts a rule with its first condition.
   *
   * @param condition must hold for the rule to match
   * @return a rule that does not say yet what it serves
   */
  public static RuleConditions when(Condition condition) {
    return new RuleConditions(
        List.of(Objects.requireNonNull(condition, RuleConditions.NO_CONDITION)));
  }

  /**
   * Makes a rule without conditions, which splits all users that no rule before it matches; it must
   * be a flag's last one.
   *
   * @param options percentages that add up to 100; for a feature flag one of true and one of false
   * @return the rule
   * @throws IllegalArgumentException if the options do not go together
   */
  public static TargetingRule everyone(PercentageOption... options) {
    return splitting(List.of(), options);
  }

  boolean matchesEveryone() {
    return conditions.isEmpty();
  }

  /** Returns what the rule serves, to whomever. */
  List<ServedValue> served() {
    return Stream.concat(Stream.ofNullable(value), options.stream().map(PercentageOption::value))
        .toList();
  }

  /**
   * Returns the rule as the API's V2 operations take it.
   *
   * @return the rule
   */
  public UpdateTargetingRuleModel toModel() {
    UpdateTargetingRuleModel.Builder builder = UpdateTargetingRuleModel.builder();
    if (!conditions.isEmpty()) {
      builder.conditions(conditions.stream().map(Condition::toModel).toList());
    }
    if (value != null) {
      return builder.value(value.toModel()).build();
    }
    return builder
        .percentageOptions(options.stream().map(PercentageOption::toModel).toList())
        .build();
  }

  /**
   * Returns the rule as the API's V2 operations take it, having checked that the setting takes it:
   * its type, the limits of the plan, and that it does not depend on itself.
   *
   * @param current the setting's value as it was read last
   * @return the rule
   * @throws IllegalArgumentException if the setting does not take the rule
   */
  public UpdateTargetingRuleModel toModelFor(SettingFormulaModel current) {
    return SettingConstraints.of(current).take(this);
  }

  /** Returns the whole rule; what users are compared with may be personal. */
  @Override
  public String toString() {
    return toModel().toString();
  }
}
