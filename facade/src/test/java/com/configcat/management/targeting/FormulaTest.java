package com.configcat.management.targeting;

import static com.configcat.management.targeting.Targeting.percentage;
import static com.configcat.management.targeting.Targeting.prerequisite;
import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.SettingFormulaModel;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTest {
  private static final RuleConditions HU =
      TargetingRule.when(userAttribute("Country").isOneOf("HU", "DE"));
  private static final String HU_JSON =
      "{\"conditions\":[{\"userCondition\":{\"comparator\":\"isOneOf\",\"comparisonAttribute\":\"Country\","
          + "\"comparisonValue\":{\"listValue\":[{\"value\":\"HU\"},{\"value\":\"DE\"}]}}}],\"value\":{\"boolValue\":true}}";

  private static String json(Object model) {
    return ManagementGson.create().toJson(model);
  }

  private static SettingFormulaModel current(String json) {
    return ManagementGson.create().fromJson(json, SettingFormulaModel.class);
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of(Formula.byDefault(false), "{\"boolValue\":false}"),
        Arguments.of(Formula.byDefault("x"), "{\"stringValue\":\"x\"}"),
        Arguments.of(Formula.byDefault(3), "{\"intValue\":3}"),
        Arguments.of(Formula.byDefault(3.0), "{\"doubleValue\":3.0}"),
        Arguments.of(
            Formula.byDefault(ServedValue.variation(new UUID(0, 1))),
            "{\"predefinedVariationId\":\"00000000-0000-0000-0000-000000000001\"}"));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void saysWithoutRulesThatThereAreNone(Formula formula, String value) {
    assertThat(json(formula.toModel()))
        .isEqualTo("{\"defaultValue\":" + value + ",\"targetingRules\":[]}");
  }

  @Test
  void holdsRulesInTheirOrderAndTheAttribute() {
    Formula one = Formula.byDefault(false).rules(HU.serve(true));
    Formula two =
        one.rules(TargetingRule.everyone(percentage(1, true), percentage(99, false)))
            .percentageAttribute("Tenant");

    assertThat(json(two.toModel()))
        .isEqualTo(
            "{\"defaultValue\":{\"boolValue\":false},\"percentageEvaluationAttribute\":\"Tenant\",\"targetingRules\":["
                + HU_JSON
                + ",{\"percentageOptions\":[{\"percentage\":1,\"value\":{\"boolValue\":true}},"
                + "{\"percentage\":99,\"value\":{\"boolValue\":false}}]}]}");
    assertThat(one.toModel().getTargetingRules()).hasSize(1);
  }

  @Test
  void refusesARuleThatWouldNeverBeTried() {
    TargetingRule everyone = TargetingRule.everyone(percentage(50, true), percentage(50, false));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.byDefault(false).rules(everyone, HU.serve(true)))
        .withMessageContaining("put the one for everyone last");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.byDefault(false).rules(everyone).rules(HU.serve(true)));
  }

  @Test
  void refusesRulesThatServeAnotherType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.byDefault(false).rules(HU.serve("true")))
        .withMessageContaining("types boolean and string");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Formula.byDefault(1.0).rules(HU.percentages(percentage(50, 1), percentage(50, 2))))
        .withMessageContaining("1.0 for a decimal setting");
  }

  @Test
  void refusesABlankOrLongAttributeAndNulls() {
    Formula formula = Formula.byDefault(false);
    assertThatIllegalArgumentException().isThrownBy(() -> formula.percentageAttribute(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> formula.percentageAttribute("a".repeat(1001)));
    assertThatNullPointerException()
        .isThrownBy(() -> formula.rules(HU.serve(true), null))
        .withMessageContaining("leave it out");
    assertThatNullPointerException().isThrownBy(() -> formula.rules((TargetingRule[]) null));
    assertThatNullPointerException()
        .isThrownBy(() -> formula.toModelFor(null))
        .withMessageContaining("read the setting's value first");
    assertThatNullPointerException().isThrownBy(() -> Formula.byDefault((ServedValue) null));
  }

  @Test
  void refusesASettingOfAnotherType() {
    SettingFormulaModel text = current("{\"setting\":{\"settingType\":\"string\"}}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.byDefault(false).toModelFor(text))
        .withMessageContaining("The setting is of type string, not boolean");
    assertThat(Formula.byDefault("a").toModelFor(text).getDefaultValue().getStringValue())
        .isEqualTo("a");
    assertThat(Formula.byDefault(ServedValue.variation(new UUID(0, 1))).toModelFor(text))
        .isNotNull();
  }

  @Test
  void refusesAFlagThatDependsOnItself() {
    SettingFormulaModel seven = current("{\"setting\":{\"settingId\":7}}");
    Formula ofSeven =
        Formula.byDefault(false).rules(HU.and(prerequisite(7).equalTo(true)).serve(true));
    Formula ofEight =
        Formula.byDefault(false).rules(HU.and(prerequisite(8).equalTo(true)).serve(true));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ofSeven.toModelFor(seven))
        .withMessageContaining("depend on itself");
    assertThat(ofEight.toModelFor(seven)).isEqualTo(ofEight.toModel());
  }

  @ParameterizedTest
  @CsvSource({
    "maxTargetingRuleCount, 2, targeting rules",
    "maxConditionPerTargetingRuleCount, 2, conditions in a rule",
    "maxPercentageOptionCount, 3, percentage options in a rule",
    "maxComparisonValueLength, 6, characters in a text to compare with",
    "maxComparisonValueListLength, 4, texts to compare with",
    "maxComparisonValueListItemLength, 7, characters in one of the texts to compare with",
    "maxStringFlagValueLength, 5, characters in a served text",
  })
  void keepsTheLimitsOfThePlan(String limit, int needed, String what) {
    Formula formula =
        Formula.byDefault("v")
            .rules(
                TargetingRule.when(userAttribute("a").isOneOf("a", "b", "c", "1234567"))
                    .and(userAttribute("a").equalTo("123456"))
                    .serve("v"),
                TargetingRule.everyone(
                    percentage(50, "v"), percentage(25, "12345"), percentage(25, "w")));

    assertThat(formula.toModelFor(limits(limit, needed))).isEqualTo(formula.toModel());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> formula.toModelFor(limits(limit, needed - 1)))
        .withMessage(
            "There are %d %s: the organization's plan allows %d", needed, what, needed - 1);
  }

  private static SettingFormulaModel limits(String limit, int max) {
    return current("{\"featureFlagLimitations\":{\"" + limit + "\":" + max + "}}");
  }

  @Test
  void limitsTextsOfDefaultsAndRulesAlike() {
    SettingFormulaModel two = limits("maxStringFlagValueLength", 2);

    assertThatIllegalArgumentException().isThrownBy(() -> Formula.byDefault("abc").toModelFor(two));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.byDefault("ab").rules(HU.serve("abc")).toModelFor(two));
  }
}
