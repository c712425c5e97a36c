package com.configcat.management.targeting;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole value of a flag in a V2 Config: rules, of which the first that matches decides, and
 * what is served when none does.
 *
 * <pre>{@code
 * Formula.byDefault(false)
 *     .rules(TargetingRule.when(userAttribute("Country").isOneOf("HU")).serve(true))
 *     .toModelFor(current);
 * }</pre>
 *
 * <p>What the service would refuse is refused here, with an {@link IllegalArgumentException} that
 * says what to do. Immutable: each method returns something new.
 */
public final class Formula {
  private final ServedValue defaultValue;
  private final List<TargetingRule> rules;
  private final @Nullable String percentageAttribute;

  private Formula(
      ServedValue defaultValue, List<TargetingRule> rules, @Nullable String percentageAttribute) {
    this.defaultValue = defaultValue;
    this.rules = rules;
    this.percentageAttribute = percentageAttribute;
  }

  /**
   * Starts the value of a feature flag.
   *
   * @param value what is served when no rule matches
   * @return a formula without rules
   */
  public static Formula byDefault(boolean value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Starts the value of a text setting.
   *
   * @param value what is served when no rule matches
   * @return a formula without rules
   */
  public static Formula byDefault(String value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Starts the value of a whole-number setting.
   *
   * @param value what is served when no rule matches
   * @return a formula without rules
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public static Formula byDefault(long value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Starts the value of a decimal setting.
   *
   * @param value what is served when no rule matches
   * @return a formula without rules
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static Formula byDefault(double value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Starts the value of a setting of any type, or with predefined variations.
   *
   * @param value what is served when no rule matches
   * @return a formula without rules
   */
  public static Formula byDefault(ServedValue value) {
    return new Formula(ServedValue.checked(value), List.of(), null);
  }

  /**
   * Adds rules after those that are there.
   *
   * @param more rules in the order in which they are tried; all serve values of the default's type
   * @return a formula with these rules
   * @throws IllegalArgumentException if a rule serves values of another type, or follows one that
   *     matches everyone
   */
  public Formula rules(TargetingRule... more) {
    Objects.requireNonNull(more, "more is null: give targeting rules");
    for (TargetingRule rule : more) {
      Objects.requireNonNull(rule, "A targeting rule is null: leave it out");
    }
    List<TargetingRule> all = Stream.concat(rules.stream(), Stream.of(more)).toList();
    ServedValues.checkSameKind(
        Stream.concat(Stream.of(defaultValue), all.stream().flatMap(r -> r.served().stream()))
            .toList());
    if (all.stream().limit(Math.max(0, all.size() - 1)).anyMatch(TargetingRule::matchesEveryone)) {
      throw new IllegalArgumentException(
          "A rule follows one for everyone and would never be tried: put the one for everyone"
              + " last");
    }
    return new Formula(defaultValue, all, percentageAttribute);
  }

  /**
   * Splits users by another attribute than {@code Identifier} where percentages do.
   *
   * @param name an attribute of the User Object, spelt as in the application
   * @return a formula with this attribute
   * @throws IllegalArgumentException if the name is blank or longer than 1000 characters
   */
  public Formula percentageAttribute(String name) {
    return new Formula(defaultValue, rules, Preconditions.attribute(name));
  }

  ServedValue defaultValue() {
    return defaultValue;
  }

  /**
   * Returns the formula as the API's V2 operations take it; whoever sends it replaces all rules.
   *
   * @return the formula
   */
  public UpdateEvaluationFormulaModel toModel() {
    return UpdateEvaluationFormulaModel.builder()
        .defaultValue(defaultValue.toModel())
        .targetingRules(rules.stream().map(TargetingRule::toModel).toList())
        .percentageEvaluationAttribute(percentageAttribute)
        .build();
  }

  /**
   * Returns the formula as the API's V2 operations take it, having checked that the setting takes
   * it: its type, the limits of the plan, and that it does not depend on itself.
   *
   * @param current the setting's value as it was read last
   * @return the formula
   * @throws IllegalArgumentException if the setting does not take the formula
   */
  public UpdateEvaluationFormulaModel toModelFor(SettingFormulaModel current) {
    return SettingConstraints.of(current).take(this);
  }

  /** Returns the whole formula; what users are compared with may be personal. */
  @Override
  public String toString() {
    return toModel().toString();
  }
}
