package com.configcat.management.flag;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.ServedDefault;
import com.configcat.management.internal.json.ServedJson;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.TargetingRuleModel;
import com.configcat.management.targeting.Formula;
import com.configcat.management.targeting.ServedValue;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The value of a flag in a V2 Config as it was read, to be changed: what is not touched stays as it
 * came, whether this version of the client knows it or not.
 *
 * <pre>{@code
 * formula -> formula
 *     .defaultValue(false)
 *     .insertRule(0, TargetingRule.when(userAttribute("Country").isOneOf("HU")).serve(true))
 * }</pre>
 *
 * <p>Rules are counted from 0. What the setting does not take is refused, with an {@link
 * IllegalArgumentException} that says what to do: values of another type, rules that depend on the
 * flag itself, and more in a rule than the organization's plan allows. Immutable: each method
 * returns something new.
 */
public final class EditableFormula {
  private static final Gson GSON = ManagementGson.create();
  private static final String DEFAULT = "defaultValue";
  private static final String RULES = "targetingRules";
  private static final String ATTRIBUTE = "percentageEvaluationAttribute";

  private final SettingFormulaModel current;
  private final JsonObject json;

  private EditableFormula(SettingFormulaModel current, JsonObject json) {
    this.current = current;
    this.json = json;
  }

  /**
   * Starts from an answer of the service.
   *
   * @param current the answer, decoded
   * @param json the answer as it came
   * @return the value, not changed yet
   */
  public static EditableFormula of(SettingFormulaModel current, JsonObject json) {
    Objects.requireNonNull(current, "current is null: give the decoded answer");
    Objects.requireNonNull(json, "json is null: give the answer as it came");
    return new EditableFormula(current, json.deepCopy());
  }

  /**
   * Returns the value as it was read, with all that surrounds it.
   *
   * @return what the service answered, without the changes
   */
  public SettingFormulaModel current() {
    return current;
  }

  /**
   * Returns the rules, with the changes made so far.
   *
   * @return the rules in the order in which they are tried
   */
  public List<TargetingRuleModel> rules() {
    return ruleList().toModels();
  }

  /**
   * Returns the value as JSON, with the changes made so far.
   *
   * @return a copy
   */
  public JsonObject toJson() {
    return json.deepCopy();
  }

  /**
   * Sets what is served when no rule matches. Where the setting has predefined variations, the one
   * with this value is served.
   *
   * @param value a value of the setting's type
   * @return the changed value
   * @throws IllegalArgumentException if the setting is of another type, or has predefined
   *     variations and none with this value
   */
  public EditableFormula defaultValue(SettingValue value) {
    Objects.requireNonNull(value, "value is null: give what the flag is to serve");
    return defaultValue(ServedDefault.forSetting(current.getSetting(), value));
  }

  /**
   * Sets what is served when no rule matches.
   *
   * @param value the value of a feature flag
   * @return the changed value
   * @throws IllegalArgumentException if the setting is of another type
   */
  public EditableFormula defaultValue(boolean value) {
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets what is served when no rule matches.
   *
   * @param value the value of a text setting
   * @return the changed value
   * @throws IllegalArgumentException if the setting is of another type
   */
  public EditableFormula defaultValue(String value) {
    Objects.requireNonNull(value, "value is null: give what the setting is to serve");
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets what is served when no rule matches.
   *
   * @param value the value of a number setting
   * @return the changed value
   * @throws IllegalArgumentException if the setting is of another type, or does not take the number
   */
  public EditableFormula defaultValue(long value) {
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets what is served when no rule matches.
   *
   * @param value the value of a decimal setting
   * @return the changed value
   * @throws IllegalArgumentException if the setting is of another type, or the number infinite or
   *     none
   */
  public EditableFormula defaultValue(double value) {
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets what is served when no rule matches, such as a predefined variation.
   *
   * @param value a value of the setting's type, or one of its predefined variations
   * @return the changed value
   * @throws IllegalArgumentException if the setting does not take the value
   */
  public EditableFormula defaultValue(ServedValue value) {
    Objects.requireNonNull(value, "value is null: give what the flag is to serve");
    return withDefault(tree(value.toModelFor(current)));
  }

  /**
   * Adds a rule after all others.
   *
   * @param rule is tried last
   * @return the changed value
   * @throws IllegalArgumentException if the setting does not take the rule
   */
  public EditableFormula addRule(TargetingRule rule) {
    JsonObject added = checked(rule);
    return withRules(rules -> rules.add(added));
  }

  /**
   * Adds a rule at some place.
   *
   * @param index which one it will be; 0 to be tried first
   * @param rule the rule
   * @return the changed value
   * @throws IllegalArgumentException if there is no such place, or the setting does not take the
   *     rule
   */
  public EditableFormula insertRule(int index, TargetingRule rule) {
    JsonObject added = checked(rule);
    return withRules(rules -> rules.insert(index, added));
  }

  /**
   * Replaces a rule by another; nothing of the old one stays.
   *
   * @param index which one
   * @param rule the rule
   * @return the changed value
   * @throws IllegalArgumentException if there is no such rule, or the setting does not take the new
   *     one
   */
  public EditableFormula replaceRule(int index, TargetingRule rule) {
    JsonObject added = checked(rule);
    return withRules(rules -> rules.replace(index, added));
  }

  /**
   * Moves a rule.
   *
   * @param from which one it is
   * @param to which one it will be
   * @return the changed value
   * @throws IllegalArgumentException if there are no such places
   */
  public EditableFormula moveRule(int from, int to) {
    return withRules(rules -> rules.move(from, to));
  }

  /**
   * Removes a rule.
   *
   * @param index which one
   * @return the changed value
   * @throws IllegalArgumentException if there is no such rule
   */
  public EditableFormula removeRule(int index) {
    return withRules(rules -> rules.remove(index));
  }

  /**
   * Removes all rules that are of some kind.
   *
   * @param which says which ones; {@code rule -> true} for all
   * @return the changed value
   */
  public EditableFormula removeRules(Predicate<TargetingRuleModel> which) {
    Objects.requireNonNull(which, "which is null: say which rules are to go");
    return withRules(rules -> rules.removeIf(which));
  }

  /**
   * Splits users by an attribute where percentages do.
   *
   * @param name an attribute of the User Object, spelt as in the application
   * @return the changed value
   * @throws IllegalArgumentException if the name is blank or longer than 1000 characters
   */
  public EditableFormula percentageAttribute(String name) {
    Preconditions.attribute(name);
    JsonObject changed = json.deepCopy();
    changed.addProperty(ATTRIBUTE, name);
    return new EditableFormula(current, changed);
  }

  /**
   * Splits users by {@code Identifier} where percentages do, as if no attribute had been named.
   *
   * @return the changed value
   */
  public EditableFormula percentageByIdentifier() {
    JsonObject changed = json.deepCopy();
    changed.add(ATTRIBUTE, JsonNull.INSTANCE);
    return new EditableFormula(current, changed);
  }

  /**
   * Replaces everything: the default, the rules, and the attribute for percentages.
   *
   * @param formula what the flag serves from now on
   * @return the changed value
   * @throws IllegalArgumentException if the setting does not take the formula
   */
  public EditableFormula replaceBy(Formula formula) {
    Objects.requireNonNull(formula, "formula is null: start one with Formula.byDefault(...)");
    JsonObject given = tree(formula.toModelFor(current));
    EditableFormula changed = withDefault(given.getAsJsonObject(DEFAULT));
    changed.json.add(RULES, given.has(RULES) ? given.get(RULES) : new JsonArray());
    changed.json.add(ATTRIBUTE, given.has(ATTRIBUTE) ? given.get(ATTRIBUTE) : JsonNull.INSTANCE);
    return changed;
  }

  private EditableFormula withDefault(JsonObject served) {
    JsonObject changed = json.deepCopy();
    JsonObject holder =
        changed.get(DEFAULT) instanceof JsonObject object ? object : new JsonObject();
    ServedJson.put(holder, served);
    changed.add(DEFAULT, holder);
    return new EditableFormula(current, changed);
  }

  private EditableFormula withRules(Consumer<RuleList> change) {
    RuleList rules = ruleList();
    change.accept(rules);
    JsonObject changed = json.deepCopy();
    changed.add(RULES, rules.toJson());
    return new EditableFormula(current, changed);
  }

  private RuleList ruleList() {
    return new RuleList(json.get(RULES));
  }

  private JsonObject checked(TargetingRule rule) {
    Objects.requireNonNull(rule, "rule is null: start one with TargetingRule.when(...)");
    return tree(rule.toModelFor(current));
  }

  private static JsonObject tree(Object model) {
    return GSON.toJsonTree(model).getAsJsonObject();
  }

  /** Returns the value as JSON; what users are compared with may be personal. */
  @Override
  public String toString() {
    return json.toString();
  }
}
