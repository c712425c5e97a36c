package com.configcat.management.flag;

import static com.configcat.management.targeting.Targeting.percentage;
import static com.configcat.management.targeting.Targeting.prerequisite;
import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.SettingValue;
import com.configcat.management.targeting.Formula;
import com.configcat.management.targeting.RuleConditions;
import com.configcat.management.targeting.ServedValue;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditableFormulaTest {
  private static final String VARIATION = "11111111-2222-3333-4444-555555555555";
  private static final TargetingRule HUNGARY =
      TargetingRule.when(userAttribute("Country").isOneOf("HU")).serve(true);

  private static EditableFormula formula(String json) {
    JsonObject raw = JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    return EditableFormula.of(
        ManagementGson.create().fromJson(raw, SettingFormulaModel.class), raw);
  }

  private static EditableFormula flag() {
    return formula(
        """
        {'defaultValue':{'boolValue':false,'stringValue':null,'new':1},
         'targetingRules':[
          {'conditions':[],'value':{'boolValue':true},'mark':'a'},
          {'conditions':[],'value':{'boolValue':false},'mark':'b'},
          {'conditions':[{'userCondition':{'comparator':'newer','comparisonAttribute':'X'}}],
           'mark':'c'}],
         'percentageEvaluationAttribute':'Plan',
         'setting':{'settingId':7,'settingType':'boolean','predefinedVariations':[]}}
        """);
  }

  private static String marks(EditableFormula formula) {
    StringBuilder marks = new StringBuilder();
    formula
        .toJson()
        .getAsJsonArray("targetingRules")
        .forEach(
            rule ->
                marks.append(
                    rule.getAsJsonObject().has("mark")
                        ? rule.getAsJsonObject().get("mark").getAsString()
                        : "-"));
    return marks.toString();
  }

  @Test
  void setsTheDefaultAndKeepsWhatItDoesNotKnow() {
    EditableFormula before = flag();

    EditableFormula after = before.defaultValue(true);

    assertThat(after.toJson().get("defaultValue"))
        .hasToString("{\"boolValue\":true,\"stringValue\":null,\"new\":1}");
    assertThat(marks(after)).isEqualTo("abc");
    assertThat(before.toJson()).isEqualTo(flag().toJson());
    assertThat(after.current()).isEqualTo(before.current());
  }

  @Test
  void changesRulesByPlace() {
    assertThat(marks(flag().addRule(HUNGARY))).isEqualTo("abc-");
    assertThat(marks(flag().insertRule(0, HUNGARY))).isEqualTo("-abc");
    assertThat(marks(flag().insertRule(3, HUNGARY))).isEqualTo("abc-");
    assertThat(marks(flag().replaceRule(1, HUNGARY))).isEqualTo("a-c");
    assertThat(marks(flag().removeRule(1))).isEqualTo("ac");
    assertThat(marks(flag().moveRule(0, 2))).isEqualTo("bca");
    assertThat(marks(flag().moveRule(2, 0))).isEqualTo("cab");
    assertThat(marks(flag().removeRules(rule -> rule.getConditions().isEmpty()))).isEqualTo("c");
    assertThat(flag().addRule(HUNGARY).rules()).hasSize(4);
  }

  static Stream<Runnable> places() {
    return Stream.of(
        () -> flag().insertRule(-1, HUNGARY),
        () -> flag().insertRule(4, HUNGARY),
        () -> flag().replaceRule(3, HUNGARY),
        () -> flag().removeRule(3),
        () -> flag().moveRule(3, 0),
        () -> flag().moveRule(0, 3),
        () -> flag().moveRule(0, -1));
  }

  @ParameterizedTest
  @MethodSource("places")
  void refusesPlacesThatAreNone(Runnable change) {
    assertThatIllegalArgumentException()
        .isThrownBy(change::run)
        .withMessageContaining("counted from 0");
  }

  static Stream<Runnable> valuesOfOtherTypes() {
    return Stream.of(
        () -> flag().defaultValue("on"),
        () -> flag().defaultValue(1),
        () -> flag().defaultValue(1.5),
        () -> flag().defaultValue(ServedValue.of(SettingValue.of("on"))),
        () -> flag().addRule(TargetingRule.when(userAttribute("A").isOneOf("b")).serve("on")),
        () -> flag().addRule(TargetingRule.everyone(percentage(40, "a"), percentage(60, "b"))),
        () -> flag().replaceBy(Formula.byDefault("on")));
  }

  @ParameterizedTest
  @MethodSource("valuesOfOtherTypes")
  void refusesValuesOfAnotherType(Runnable change) {
    assertThatIllegalArgumentException().isThrownBy(change::run).withMessageContaining("of type");
  }

  @Test
  void refusesWhatTheBuilderOfAWholeFormulaRefuses() {
    TargetingRule ofItself = TargetingRule.when(prerequisite(7).equalTo(true)).serve(true);
    EditableFormula limited =
        formula(
            """
            {'defaultValue':{'stringValue':'a'},
             'setting':{'settingId':7,'settingType':'string'},
             'featureFlagLimitations':{'maxTargetingRuleCount':0,'maxStringFlagValueLength':2}}
            """);
    RuleConditions hungarians = TargetingRule.when(userAttribute("Country").isOneOf("HU"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> flag().addRule(ofItself))
        .withMessageContaining("depend on itself");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limited.insertRule(0, hungarians.serve("abc")))
        .withMessageContaining("plan allows 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limited.defaultValue("abc"))
        .withMessageContaining("plan allows 2");
    // How many rules there are can only be said once all edits are made.
    assertThat(limited.addRule(hungarians.serve("ab")).removeRule(0).rules()).isEmpty();
  }

  @Test
  void takesAWholeNumberForADecimalSetting() {
    EditableFormula decimal =
        formula("{'defaultValue':{'doubleValue':0.5},'setting':{'settingType':'double'}}");

    assertThat(decimal.defaultValue(2).toJson().get("defaultValue"))
        .hasToString("{\"doubleValue\":2.0}");
  }

  @Test
  void servesThePredefinedVariationWithTheValue() {
    EditableFormula varied =
        formula(
            """
            {'defaultValue':{'predefinedVariationId':null},'setting':{'settingType':'string',
             'predefinedVariations':[
              {'predefinedVariationId':'%s','value':{'stringValue':'blue'}}]}}
            """
                .formatted(VARIATION));

    assertThat(varied.defaultValue("blue").toJson().get("defaultValue"))
        .hasToString("{\"predefinedVariationId\":\"" + VARIATION + "\"}");
    assertThat(varied.defaultValue(ServedValue.variation(UUID.fromString(VARIATION))).toJson())
        .isEqualTo(varied.defaultValue("blue").toJson());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> varied.defaultValue("red"))
        .withMessageContaining("blue");
  }

  /** A text setting that serves 'blue', 'green' and 'red', whose ids end in 0, 1 and 2. */
  private static EditableFormula varied() {
    String each =
        "{'predefinedVariationId':'00000000-0000-0000-0000-00000000000%d','value':{'stringValue':'%s'}}";
    return formula(
        "{'defaultValue':{'predefinedVariationId':null},'setting':{'settingType':'string',"
            + "'predefinedVariations':["
            + String.join(
                ",",
                each.formatted(0, "blue"),
                each.formatted(1, "green"),
                each.formatted(2, "red"))
            + "]}}");
  }

  private static String variation(int number) {
    return "{\"predefinedVariationId\":\"" + new UUID(0, number) + "\"}";
  }

  @Test
  void servesPredefinedVariationsInRulesAndPercentagesToo() {
    RuleConditions hungarians = TargetingRule.when(userAttribute("Country").isOneOf("HU"));
    TargetingRule percentages =
        hungarians.percentages(
            percentage(50, "red"), percentage(50, ServedValue.of(SettingValue.of("blue"))));
    String option = "{\"percentage\":50,\"value\":%s}";
    String options =
        "[" + option.formatted(variation(2)) + "," + option.formatted(variation(0)) + "]";

    EditableFormula added = varied().addRule(hungarians.serve("green")).insertRule(1, percentages);
    EditableFormula replaced =
        varied().replaceBy(Formula.byDefault("red").rules(hungarians.serve("green"), percentages));

    for (EditableFormula after : List.of(added, replaced)) {
      JsonArray rules = after.toJson().getAsJsonArray("targetingRules");
      assertThat(rules.get(0).getAsJsonObject().get("value")).hasToString(variation(1));
      assertThat(rules.get(1).getAsJsonObject().get("percentageOptions")).hasToString(options);
    }
    assertThat(replaced.toJson().get("defaultValue")).hasToString(variation(2));
    assertThat(
            varied()
                .defaultValue(ServedValue.of(SettingValue.of("blue")))
                .toJson()
                .get("defaultValue"))
        .hasToString(variation(0));
  }

  static Stream<Runnable> valuesOfNoVariation() {
    RuleConditions hungarians = TargetingRule.when(userAttribute("Country").isOneOf("HU"));
    return Stream.of(
        () -> varied().addRule(hungarians.serve("pink")),
        () ->
            varied().addRule(TargetingRule.everyone(percentage(1, "red"), percentage(99, "pink"))),
        () -> varied().defaultValue(ServedValue.of(SettingValue.of("pink"))),
        () -> varied().replaceBy(Formula.byDefault("pink")));
  }

  @ParameterizedTest
  @MethodSource("valuesOfNoVariation")
  void refusesAValueOfNoPredefinedVariation(Runnable change) {
    assertThatIllegalArgumentException()
        .isThrownBy(change::run)
        .withMessageContainingAll("pink", "blue", "green", "red");
  }

  @Test
  void takesTheValueOfASettingWhoseTypeIsNewer() {
    EditableFormula newer =
        formula("{'defaultValue':{},'setting':{'settingType':'fromTheFuture'}}");

    assertThat(newer.defaultValue("x").toJson().get("defaultValue"))
        .hasToString("{\"stringValue\":\"x\"}");
  }

  @Test
  void namesAndForgetsTheAttributeForPercentages() {
    assertThat(flag().percentageAttribute("Country").toJson().get("percentageEvaluationAttribute"))
        .hasToString("\"Country\"");
    assertThat(flag().percentageByIdentifier().toJson().get("percentageEvaluationAttribute"))
        .hasToString("null");
    assertThatIllegalArgumentException().isThrownBy(() -> flag().percentageAttribute(" "));
  }

  @Test
  void replacesEverything() {
    JsonObject after = flag().replaceBy(Formula.byDefault(true).rules(HUNGARY)).toJson();

    assertThat(after.getAsJsonArray("targetingRules")).hasSize(1);
    assertThat(after.getAsJsonObject("defaultValue").get("boolValue").getAsBoolean()).isTrue();
    assertThat(after.get("percentageEvaluationAttribute").isJsonNull()).isTrue();
  }

  @Test
  void refusesNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> flag().addRule(null))
        .withMessageContaining("TargetingRule.when");
    assertThatNullPointerException()
        .isThrownBy(() -> flag().defaultValue((SettingValue) null))
        .withMessageContaining("give");
  }
}
