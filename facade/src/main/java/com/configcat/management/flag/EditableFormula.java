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
 * The value of a flag in a V2 Config, for editing. Members that are not edited are kept as read,
 * even if this client does not know them.
 *
 * <pre>{@code
 * formula -> formula
 *     .defaultValue(false)
 *     .insertRule(0, TargetingRule.when(userAttribute("Country").isOneOf("HU")).serve(true))
 * }</pre>
 *
 * <p>Rule indexes start at 0. Input that is not valid for the setting throws an {@link
 * IllegalArgumentException} whose message suggests a fix: values of another type, rules that depend
 * on the flag itself, rules that exceed the limits of the organization's plan. If the setting has
 * predefined variations, a value served by a default, a rule or a percentage stands for the
 * variation with this value, and a value of no variation is not valid. Immutable: methods that edit
 * return a new instance.
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
   * Creates a formula from a response of the service.
   *
   * @param current the decoded response
   * @param json the response as received; copied
   * @return the value, unedited
   */
  public static EditableFormula of(SettingFormulaModel current, JsonObject json) {
    Objects.requireNonNull(current, "current is null: give the decoded response");
    Objects.requireNonNull(json, "json is null: give the response as JSON");
    return new EditableFormula(current, json.deepCopy());
  }

  /**
   * Returns the value as read, without edits.
   *
   * @return the decoded response of the service
   */
  public SettingFormulaModel current() {
    return current;
  }

  /**
   * Returns the targeting rules, including edits.
   *
   * @return the rules in order of evaluation
   */
  public List<TargetingRuleModel> rules() {
    return ruleList().toModels();
  }

  /**
   * Returns the value as JSON, including edits.
   *
   * @return a copy
   */
  public JsonObject toJson() {
    return json.deepCopy();
  }

  /**
   * Sets the value served when no rule matches. If the setting has predefined variations, the one
   * with this value is served.
   *
   * @param value a value of the setting's type
   * @return the edited value
   * @throws IllegalArgumentException if the setting has another type, the number is out of range,
   *     or no predefined variation has this value
   */
  public EditableFormula defaultValue(SettingValue value) {
    Objects.requireNonNull(value, "value is null: give the value to serve");
    return withDefault(tree(ServedDefault.forSetting(current, value)));
  }

  /**
   * Sets the value served when no rule matches, for a feature flag.
   *
   * @param value the value; see {@link #defaultValue(SettingValue)} for predefined variations
   * @return the edited value
   * @throws IllegalArgumentException if the setting has another type, or no predefined variation
   *     has this value
   */
  public EditableFormula defaultValue(boolean value) {
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets the value served when no rule matches, for a text setting.
   *
   * @param value the value; see {@link #defaultValue(SettingValue)} for predefined variations
   * @return the edited value
   * @throws IllegalArgumentException if the setting has another type, or no predefined variation
   *     has this value
   */
  public EditableFormula defaultValue(String value) {
    Objects.requireNonNull(value, "value is null: give the value to serve");
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets the value served when no rule matches, for a whole-number setting.
   *
   * @param value the value; see {@link #defaultValue(SettingValue)} for predefined variations
   * @return the edited value
   * @throws IllegalArgumentException if the setting has another type, the number does not fit into
   *     32 bits, or no predefined variation has this value
   */
  public EditableFormula defaultValue(long value) {
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets the value served when no rule matches, for a decimal setting.
   *
   * @param value the value; see {@link #defaultValue(SettingValue)} for predefined variations
   * @return the edited value
   * @throws IllegalArgumentException if the setting has another type, the number is infinite or
   *     NaN, or no predefined variation has this value
   */
  public EditableFormula defaultValue(double value) {
    return defaultValue(SettingValue.of(value));
  }

  /**
   * Sets the value served when no rule matches, such as a predefined variation.
   *
   * @param value a value of the setting's type, or one of its predefined variations
   * @return the edited value
   * @throws IllegalArgumentException if the value is not valid for the setting
   */
  public EditableFormula defaultValue(ServedValue value) {
    Objects.requireNonNull(value, "value is null: give the value to serve");
    return withDefault(tree(value.toModelFor(current)));
  }

  /**
   * Adds a rule after all others.
   *
   * @param rule the rule, evaluated last
   * @return the edited value
   * @throws IllegalArgumentException if the rule is not valid for the setting
   */
  public EditableFormula addRule(TargetingRule rule) {
    JsonObject added = checked(rule);
    return withRules(rules -> rules.add(added));
  }

  /**
   * Inserts a rule.
   *
   * @param index the index of the new rule; 0 to evaluate it first
   * @param rule the rule
   * @return the edited value
   * @throws IllegalArgumentException if the index is out of range, or the rule is not valid for the
   *     setting
   */
  public EditableFormula insertRule(int index, TargetingRule rule) {
    JsonObject added = checked(rule);
    return withRules(rules -> rules.insert(index, added));
  }

  /**
   * Replaces an entire rule.
   *
   * @param index the index of the rule
   * @param rule the new rule
   * @return the edited value
   * @throws IllegalArgumentException if the index is out of range, or the new rule is not valid for
   *     the setting
   */
  public EditableFormula replaceRule(int index, TargetingRule rule) {
    JsonObject added = checked(rule);
    return withRules(rules -> rules.replace(index, added));
  }

  /**
   * Moves a rule.
   *
   * @param from the index of the rule
   * @param to its new index
   * @return the edited value
   * @throws IllegalArgumentException if an index is out of range
   */
  public EditableFormula moveRule(int from, int to) {
    return withRules(rules -> rules.move(from, to));
  }

  /**
   * Removes a rule.
   *
   * @param index the index of the rule
   * @return the edited value
   * @throws IllegalArgumentException if the index is out of range
   */
  public EditableFormula removeRule(int index) {
    return withRules(rules -> rules.remove(index));
  }

  /**
   * Removes all rules that match a predicate.
   *
   * @param which returns true for rules to remove; {@code rule -> true} removes all
   * @return the edited value
   */
  public EditableFormula removeRules(Predicate<TargetingRuleModel> which) {
    Objects.requireNonNull(which, "which is null: give a predicate for the rules to remove");
    return withRules(rules -> rules.removeIf(which));
  }

  /**
   * Sets the User Object attribute by which percentage options divide users.
   *
   * @param name the name of the attribute, spelled as in the application
   * @return the edited value
   * @throws IllegalArgumentException if the name is blank, longer than 1000 characters, or contains
   *     a control character
   */
  public EditableFormula percentageAttribute(String name) {
    Preconditions.attribute(name);
    JsonObject changed = json.deepCopy();
    changed.addProperty(ATTRIBUTE, name);
    return new EditableFormula(current, changed);
  }

  /**
   * Makes percentage options divide users by the attribute {@code Identifier}, which is the
   * default.
   *
   * @return the edited value
   */
  public EditableFormula percentageByIdentifier() {
    JsonObject changed = json.deepCopy();
    changed.add(ATTRIBUTE, JsonNull.INSTANCE);
    return new EditableFormula(current, changed);
  }

  /**
   * Replaces the default, the rules, and the attribute for percentage options.
   *
   * @param formula the new value
   * @return the edited value
   * @throws IllegalArgumentException if the formula is not valid for the setting
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

  /** Returns the value as JSON; the comparison values of its rules may be personal data. */
  @Override
  public String toString() {
    return json.toString();
  }
}
