package com.configcat.management.targeting;

import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.UpdateTargetingRuleModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A targeting rule of a flag in a V2 Config: conditions that must all match, and what is served if
 * they do.
 *
 * <pre>{@code
 * TargetingRule.when(userAttribute("Email").endsWithAnyOf("@example.com")).serve(true)
 * }</pre>
 *
 * <p>Input that the service would reject throws an {@link IllegalArgumentException} whose message
 * explains how to fix it. Use the rule in a {@link Formula}, or send {@link #toModelFor} in a JSON
 * Patch. Immutable.
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
   * @param condition the condition, which must match for the rule to match
   * @return a builder that completes the rule
   */
  public static RuleConditions when(Condition condition) {
    return new RuleConditions(
        List.of(Objects.requireNonNull(condition, RuleConditions.NO_CONDITION)));
  }

  /**
   * Creates a rule without conditions, which splits all users not matched by earlier rules. It must
   * be the last rule of a flag.
   *
   * @param options percentages that add up to 100; for a feature flag one of true and one of false
   * @return the rule
   * @throws IllegalArgumentException if the percentages do not add up to 100, the values differ in
   *     type, or the options of a feature flag are not one true and one false
   */
  public static TargetingRule everyone(PercentageOption... options) {
    return splitting(List.of(), options);
  }

  boolean matchesEveryone() {
    return conditions.isEmpty();
  }

  /** Returns all values that the rule serves. */
  List<ServedValue> served() {
    return Stream.concat(Stream.ofNullable(value), options.stream().map(PercentageOption::value))
        .toList();
  }

  /**
   * Converts the rule to the model that the V2 operations of the API accept.
   *
   * @return the model
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
   * Converts the rule to the model that the V2 operations of the API accept, after checking it
   * against the setting: its type, the limits of the plan, and that the setting does not depend on
   * itself. If the setting has predefined variations, each value that the rule serves becomes a
   * reference to the variation with this value.
   *
   * @param current the setting's value as last read
   * @return the model
   * @throws IllegalArgumentException if the rule is not valid for the setting
   */
  public UpdateTargetingRuleModel toModelFor(SettingFormulaModel current) {
    return SettingConstraints.of(current).take(this);
  }

  /** Returns the full rule, whose comparison values may be personal data. */
  @Override
  public String toString() {
    return toModel().toString();
  }
}
