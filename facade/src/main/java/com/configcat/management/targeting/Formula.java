package com.configcat.management.targeting;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The complete value of a flag in a V2 Config: targeting rules, of which the first match wins, and
 * a default value for when none matches.
 *
 * <pre>{@code
 * Formula.byDefault(false)
 *     .rules(TargetingRule.when(userAttribute("Country").isOneOf("HU")).serve(true))
 *     .toModelFor(current);
 * }</pre>
 *
 * <p>Input that the service would reject throws an {@link IllegalArgumentException} whose message
 * explains how to fix it. Immutable: each method returns a new instance.
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
   * Creates a formula for a feature flag.
   *
   * @param value the value served when no rule matches
   * @return a formula without rules
   */
  public static Formula byDefault(boolean value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Creates a formula for a text setting.
   *
   * @param value the value served when no rule matches
   * @return a formula without rules
   */
  public static Formula byDefault(String value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Creates a formula for a whole-number setting.
   *
   * @param value the value served when no rule matches
   * @return a formula without rules
   * @throws IllegalArgumentException if it does not fit into 32 bits
   */
  public static Formula byDefault(long value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Creates a formula for a decimal setting.
   *
   * @param value the value served when no rule matches
   * @return a formula without rules
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public static Formula byDefault(double value) {
    return byDefault(ServedValue.of(value));
  }

  /**
   * Creates a formula for a setting of any type, or with predefined variations.
   *
   * @param value the value served when no rule matches
   * @return a formula without rules
   */
  public static Formula byDefault(ServedValue value) {
    return new Formula(ServedValue.checked(value), List.of(), null);
  }

  /**
   * Adds rules after the existing ones.
   *
   * @param more rules in evaluation order; all must serve values of the default's type
   * @return a new formula with these rules added
   * @throws IllegalArgumentException if a rule serves values of another type, or follows a rule
   *     that matches everyone
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
          "A rule follows one for everyone and would never be evaluated: put the one for everyone"
              + " last");
    }
    return new Formula(defaultValue, all, percentageAttribute);
  }

  /**
   * Sets the user attribute that percentage options are based on, instead of {@code Identifier}.
   *
   * @param name an attribute of the User Object, spelled as in the application
   * @return a new formula with this attribute
   * @throws IllegalArgumentException if the name is blank or longer than 1000 characters
   */
  public Formula percentageAttribute(String name) {
    return new Formula(defaultValue, rules, Preconditions.attribute(name));
  }

  ServedValue defaultValue() {
    return defaultValue;
  }

  /**
   * Converts the formula to the model that the V2 operations of the API accept. Sending it replaces
   * all rules.
   *
   * @return the model
   */
  public UpdateEvaluationFormulaModel toModel() {
    return UpdateEvaluationFormulaModel.builder()
        .defaultValue(defaultValue.toModel())
        .targetingRules(rules.stream().map(TargetingRule::toModel).toList())
        .percentageEvaluationAttribute(percentageAttribute)
        .build();
  }

  /**
   * Converts the formula to the model that the V2 operations of the API accept, after checking it
   * against the setting: its type, the limits of the plan, and that the setting does not depend on
   * itself. If the setting has predefined variations, each value that the formula serves becomes a
   * reference to the variation with this value.
   *
   * @param current the setting's value as last read
   * @return the model
   * @throws IllegalArgumentException if the formula is not valid for the setting
   */
  public UpdateEvaluationFormulaModel toModelFor(SettingFormulaModel current) {
    return SettingConstraints.of(current).take(this);
  }

  /** Returns the full formula, whose comparison values may be personal data. */
  @Override
  public String toString() {
    return toModel().toString();
  }
}
