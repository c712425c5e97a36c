package com.configcat.management.targeting;

import static com.configcat.management.targeting.Targeting.percentage;
import static com.configcat.management.targeting.Targeting.prerequisite;
import static com.configcat.management.targeting.Targeting.segment;
import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.model.SettingValue;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetingRuleTest {
  private static final UUID ID = UUID.fromString("00000000-0000-0001-0000-000000000002");
  private static final RuleConditions HU =
      TargetingRule.when(userAttribute("Country").isOneOf("HU"));
  private static final String HU_JSON =
      "{\"userCondition\":{\"comparator\":\"isOneOf\",\"comparisonAttribute\":\"Country\","
          + "\"comparisonValue\":{\"listValue\":[{\"value\":\"HU\"}]}}}";

  private static String json(TargetingRule rule) {
    return ManagementGson.create().toJson(rule.toModel());
  }

  private static String json(Condition condition) {
    return ManagementGson.create().toJson(condition.toModel());
  }

  static Stream<Arguments> served() {
    return Stream.of(
        Arguments.of(HU.serve(true), "{\"boolValue\":true}"),
        Arguments.of(HU.serve("x"), "{\"stringValue\":\"x\"}"),
        Arguments.of(HU.serve("x"), "{\"stringValue\":\"x\"}"),
        Arguments.of(HU.serve(10), "{\"intValue\":10}"),
        Arguments.of(HU.serve(10.0), "{\"doubleValue\":10.0}"),
        Arguments.of(HU.serve(ServedValue.of(SettingValue.of(7))), "{\"intValue\":7}"),
        Arguments.of(
            HU.serve(ServedValue.variation(ID)), "{\"predefinedVariationId\":\"" + ID + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("served")
  void servesAValueToThoseWhoMatch(TargetingRule rule, String value) {
    assertThat(json(rule)).isEqualTo("{\"conditions\":[" + HU_JSON + "],\"value\":" + value + "}");
  }

  @Test
  void joinsConditionsInTheirOrderWithoutChangingWhatItStartedFrom() {
    RuleConditions both = HU.and(segment(ID).matches()).and(prerequisite(7).notEqualTo(false));

    assertThat(json(both.serve(true)))
        .isEqualTo(
            "{\"conditions\":["
                + HU_JSON
                + ",{\"segmentCondition\":{\"comparator\":\"isIn\",\"segmentId\":\""
                + ID
                + "\"}},{\"prerequisiteFlagCondition\":{\"comparator\":\"doesNotEqual\","
                + "\"prerequisiteComparisonValue\":{\"boolValue\":false},\"prerequisiteSettingId\":7}}],"
                + "\"value\":{\"boolValue\":true}}");
    assertThat(HU.serve(true).toModel().getConditions()).hasSize(1);
  }

  @Test
  void splitsThoseWhoMatch() {
    assertThat(json(HU.percentages(percentage(30, true), percentage(70, false))))
        .isEqualTo(
            "{\"conditions\":["
                + HU_JSON
                + "],\"percentageOptions\":[{\"percentage\":30,\"value\":{\"boolValue\":true}},"
                + "{\"percentage\":70,\"value\":{\"boolValue\":false}}]}");
  }

  @Test
  void splitsEveryone() {
    assertThat(json(TargetingRule.everyone(percentage(0, "a"), percentage(100, "b"))))
        .isEqualTo(
            "{\"percentageOptions\":[{\"percentage\":0,\"value\":{\"stringValue\":\"a\"}},"
                + "{\"percentage\":100,\"value\":{\"stringValue\":\"b\"}}]}");
  }

  static Stream<Arguments> prerequisites() {
    Prerequisite flag = prerequisite(1);
    ServedValue variation = ServedValue.variation(ID);
    return Stream.of(
        Arguments.of(flag.equalTo(true), flag.notEqualTo(true), "{\"boolValue\":true}"),
        Arguments.of(flag.equalTo("a"), flag.notEqualTo("a"), "{\"stringValue\":\"a\"}"),
        Arguments.of(flag.equalTo(-5), flag.notEqualTo(-5), "{\"intValue\":-5}"),
        Arguments.of(flag.equalTo(0.5), flag.notEqualTo(0.5), "{\"doubleValue\":0.5}"),
        Arguments.of(
            flag.equalTo(variation),
            flag.notEqualTo(variation),
            "{\"predefinedVariationId\":\"" + ID + "\"}"));
  }

  @ParameterizedTest
  @MethodSource("prerequisites")
  void comparesWhatAnotherFlagServes(Condition equal, Condition notEqual, String value) {
    String format =
        "{\"prerequisiteFlagCondition\":{\"comparator\":\"%s\",\"prerequisiteComparisonValue\":%s,"
            + "\"prerequisiteSettingId\":1}}";
    assertThat(json(equal)).isEqualTo(format.formatted("equals", value));
    assertThat(json(notEqual)).isEqualTo(format.formatted("doesNotEqual", value));
  }

  @Test
  void asksWhetherTheUserIsInASegment() {
    String format = "{\"segmentCondition\":{\"comparator\":\"%s\",\"segmentId\":\"" + ID + "\"}}";
    assertThat(json(segment(ID).matches())).isEqualTo(format.formatted("isIn"));
    assertThat(json(segment(ID).doesNotMatch())).isEqualTo(format.formatted("isNotIn"));
  }

  @Test
  void reachesEveryComparatorAndConditionOfTheDocument() throws Exception {
    assertThat(PinnedEnum.values("SegmentComparator")).containsExactlyInAnyOrder("isIn", "isNotIn");
    assertThat(PinnedEnum.values("PrerequisiteComparator"))
        .containsExactlyInAnyOrder("equals", "doesNotEqual");
    assertThat(PinnedEnum.values("ConditionType"))
        .containsExactlyInAnyOrder(
            "userCondition", "segmentCondition", "prerequisiteFlagCondition");
  }

  @Test
  void refusesPercentagesThatAreNotAHundredTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HU.percentages(percentage(30, 1), percentage(60, 2)))
        .withMessage("The percentages add up to 90: change them to add up to 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetingRule.everyone(percentage(100, 1), percentage(1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TargetingRule.everyone())
        .withMessageContaining("add up to 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesPercentagesOutOfRange(int percentage) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> percentage(percentage, "a"))
        .withMessageContaining("from 0 to 100");
  }

  @Test
  void givesAFeatureFlagOneShareOnAndOneOff() {
    assertThatCode(() -> HU.percentages(percentage(0, false), percentage(100, true)))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HU.percentages(percentage(100, true)))
        .withMessageContaining("one for true and one for false");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HU.percentages(percentage(50, true), percentage(50, true)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                HU.percentages(percentage(50, true), percentage(25, false), percentage(25, false)));
  }

  @Test
  void refusesValuesOfSeveralTypesInOneRule() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HU.percentages(percentage(50, 1), percentage(50, 1.5)))
        .withMessageContaining("types double and int");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> HU.percentages(percentage(50, "a"), percentage(50, ServedValue.variation(ID))))
        .withMessageContaining("predefined variation and string");
  }

  @Test
  void refusesValuesThatNoSettingServes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HU.serve(1L << 31))
        .withMessageContaining("32 bits");
    assertThatIllegalArgumentException().isThrownBy(() -> HU.serve(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> percentage(1, Double.NEGATIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> prerequisite(1).equalTo(1L << 40));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -7})
  void refusesAPrerequisiteThatIsNoSettingsId(int settingId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prerequisite(settingId))
        .withMessageContaining("not a setting's id");
  }

  @Test
  void refusesNullsWithASentence() {
    assertThatNullPointerException()
        .isThrownBy(() -> TargetingRule.when(null))
        .withMessageContaining("userAttribute, segment or prerequisite");
    assertThatNullPointerException().isThrownBy(() -> HU.and(null));
    assertThatNullPointerException()
        .isThrownBy(() -> HU.serve((String) null))
        .withMessageContaining("null");
    assertThatNullPointerException().isThrownBy(() -> HU.serve((ServedValue) null));
    assertThatNullPointerException()
        .isThrownBy(() -> HU.percentages(percentage(100, 1), null))
        .withMessageContaining("leave it out");
    assertThatNullPointerException()
        .isThrownBy(() -> HU.percentages((PercentageOption[]) null))
        .withMessageContaining("add up to 100");
    assertThatNullPointerException().isThrownBy(() -> segment(null));
    assertThatNullPointerException().isThrownBy(() -> ServedValue.variation(null));
    assertThatNullPointerException().isThrownBy(() -> prerequisite(1).equalTo((ServedValue) null));
  }
}
