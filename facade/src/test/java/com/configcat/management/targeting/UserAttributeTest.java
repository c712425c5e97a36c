package com.configcat.management.targeting;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.configcat.management.codec.ManagementGson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserAttributeTest {
  private static final UserAttribute A = userAttribute("Attribute");
  private static final SensitiveUserAttribute S = A.sensitive();
  private static final String TEXT = "{\"stringValue\":\"a\"}";
  private static final String TEXTS = "{\"listValue\":[{\"value\":\"a\"},{\"value\":\"B c\"}]}";
  private static final String VERSION = "{\"stringValue\":\"2.0.0-rc.1\"}";
  private static final String VERSIONS =
      "{\"listValue\":[{\"value\":\"1.0.0\"},{\"value\":\"2.0.0-rc.1+7\"}]}";
  private static final String NUMBER = "{\"doubleValue\":1.5}";
  private static final String TIME = "{\"doubleValue\":1.7077522901E9}";
  private static final Instant AT = Instant.parse("2024-02-12T15:38:10.1Z");

  static Stream<Arguments> comparisons() {
    return Stream.of(
        row("isOneOf", A.isOneOf("a", "B c"), TEXTS),
        row("isNotOneOf", A.isNotOneOf("a", "B c"), TEXTS),
        row("containsAnyOf", A.containsAnyOf("a", "B c"), TEXTS),
        row("doesNotContainAnyOf", A.doesNotContainAnyOf("a", "B c"), TEXTS),
        row("semVerIsOneOf", A.semVerIsOneOf("1.0.0", "2.0.0-rc.1+7"), VERSIONS),
        row("semVerIsNotOneOf", A.semVerIsNotOneOf("1.0.0", "2.0.0-rc.1+7"), VERSIONS),
        row("semVerLess", A.semVerLessThan("2.0.0-rc.1"), VERSION),
        row("semVerLessOrEquals", A.semVerLessThanOrEqualTo("2.0.0-rc.1"), VERSION),
        row("semVerGreater", A.semVerGreaterThan("2.0.0-rc.1"), VERSION),
        row("semVerGreaterOrEquals", A.semVerGreaterThanOrEqualTo("2.0.0-rc.1"), VERSION),
        row("numberEquals", A.numberEqualTo(1.5), NUMBER),
        row("numberDoesNotEqual", A.numberNotEqualTo(1.5), NUMBER),
        row("numberLess", A.numberLessThan(1.5), NUMBER),
        row("numberLessOrEquals", A.numberLessThanOrEqualTo(1.5), NUMBER),
        row("numberGreater", A.numberGreaterThan(1.5), NUMBER),
        row("numberGreaterOrEquals", A.numberGreaterThanOrEqualTo(1.5), NUMBER),
        row("sensitiveIsOneOf", S.isOneOf("a", "B c"), TEXTS),
        row("sensitiveIsNotOneOf", S.isNotOneOf("a", "B c"), TEXTS),
        row("dateTimeBefore", A.isBefore(AT), TIME),
        row("dateTimeAfter", A.isAfter(AT), TIME),
        row("sensitiveTextEquals", S.equalTo("a"), TEXT),
        row("sensitiveTextDoesNotEqual", S.notEqualTo("a"), TEXT),
        row("sensitiveTextStartsWithAnyOf", S.startsWithAnyOf("a", "B c"), TEXTS),
        row("sensitiveTextNotStartsWithAnyOf", S.doesNotStartWithAnyOf("a", "B c"), TEXTS),
        row("sensitiveTextEndsWithAnyOf", S.endsWithAnyOf("a", "B c"), TEXTS),
        row("sensitiveTextNotEndsWithAnyOf", S.doesNotEndWithAnyOf("a", "B c"), TEXTS),
        row("sensitiveArrayContainsAnyOf", S.arrayContainsAnyOf("a", "B c"), TEXTS),
        row("sensitiveArrayDoesNotContainAnyOf", S.arrayDoesNotContainAnyOf("a", "B c"), TEXTS),
        row("textEquals", A.equalTo("a"), TEXT),
        row("textDoesNotEqual", A.notEqualTo("a"), TEXT),
        row("textStartsWithAnyOf", A.startsWithAnyOf("a", "B c"), TEXTS),
        row("textNotStartsWithAnyOf", A.doesNotStartWithAnyOf("a", "B c"), TEXTS),
        row("textEndsWithAnyOf", A.endsWithAnyOf("a", "B c"), TEXTS),
        row("textNotEndsWithAnyOf", A.doesNotEndWithAnyOf("a", "B c"), TEXTS),
        row("arrayContainsAnyOf", A.arrayContainsAnyOf("a", "B c"), TEXTS),
        row("arrayDoesNotContainAnyOf", A.arrayDoesNotContainAnyOf("a", "B c"), TEXTS));
  }

  private static Arguments row(String comparator, Condition condition, String value) {
    return Arguments.of(comparator, condition, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("comparisons")
  void writesComparatorAndValue(String comparator, Condition condition, String value) {
    assertThat(ManagementGson.create().toJson(condition.toModel()))
        .isEqualTo(
            "{\"userCondition\":{\"comparator\":\"%s\",\"comparisonAttribute\":\"Attribute\",\"comparisonValue\":%s}}"
                .formatted(comparator, value));
  }

  @Test
  void reachesEveryComparatorOfTheDocument() throws Exception {
    assertThat(comparisons().map(row -> (String) row.get()[0]))
        .as("UserAttribute needs a method for each comparator, and this test a row")
        .containsExactlyInAnyOrderElementsOf(PinnedEnum.values("UserComparator"));
  }

  static Stream<Function<String[], Condition>> lists() {
    return Stream.of(
        A::isOneOf,
        A::isNotOneOf,
        A::containsAnyOf,
        A::doesNotContainAnyOf,
        A::startsWithAnyOf,
        A::endsWithAnyOf,
        A::semVerIsOneOf,
        A::semVerIsNotOneOf,
        S::isOneOf,
        S::arrayContainsAnyOf);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void refusesAListWithoutTexts(Function<String[], Condition> list) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list.apply(new String[0]))
        .withMessageContaining("at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> list.apply(new String[] {"1.0.0", ""}))
        .withMessageContaining("leave it out");
    assertThatNullPointerException()
        .isThrownBy(() -> list.apply(new String[] {"1.0.0", null}))
        .withMessageContaining("leave it out");
    assertThatNullPointerException()
        .isThrownBy(() -> list.apply(null))
        .withMessageContaining("at least one");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(A.equalTo("x".repeat(65_535))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A.equalTo("x".repeat(65_536)))
        .withMessageContaining("65535");
    assertThat(A.isOneOf("x".repeat(255))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A.isOneOf("x".repeat(256)))
        .withMessageContaining("255");
    String[] most = new String[15_000];
    Arrays.fill(most, "x");
    assertThat(A.isOneOf(most)).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A.isOneOf(Arrays.copyOf(most, 15_001)))
        .withMessageContaining("15000");
  }

  @Test
  void refusesWhatIsNoTextNumberVersionOrTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> A.equalTo(""));
    assertThatNullPointerException().isThrownBy(() -> S.notEqualTo(null));
    assertThatNullPointerException().isThrownBy(() -> A.isBefore(null));
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> A.numberLessThan(number))
          .withMessageContaining("finite");
    }
    for (Function<String, Condition> one :
        List.<Function<String, Condition>>of(
            A::semVerLessThan,
            A::semVerLessThanOrEqualTo,
            A::semVerGreaterThan,
            A::semVerGreaterThanOrEqualTo)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> one.apply("2.0"))
          .withMessage("'2.0' is not a semantic version: give one like 2.0.0 or 2.0.0-beta.1");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> A.semVerIsOneOf("1.0.0", "v1.0.1"));
    assertThatIllegalArgumentException().isThrownBy(() -> A.semVerIsNotOneOf("1.0.0", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1970-01-01T00:00:00Z", "1969-12-31T23:59:58.75Z", "2026-08-06T07:06:40.123456Z"})
  void writesATimeInSeconds(String text) {
    Instant time = Instant.parse(text);

    double seconds =
        A.isAfter(time).toModel().getUserCondition().getComparisonValue().getDoubleValue();

    assertThat(Math.round(seconds * 1e6))
        .isEqualTo(time.getEpochSecond() * 1_000_000 + time.getNano() / 1000);
  }

  @Test
  void refusesAnAttributeThatNoUserHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> userAttribute(" "))
        .withMessageContaining("blank");
    assertThatNullPointerException().isThrownBy(() -> userAttribute(null));
    assertThat(userAttribute("a".repeat(1000))).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> userAttribute("a".repeat(1001)))
        .withMessageContaining("1001 characters, more than the 1000 that the service accepts");
  }

  @Test
  void putsAHintBesideAListedText() {
    Condition condition = A.sensitive().isOneOf("a", "b");

    assertThat(ManagementGson.create().toJson(condition.withHint("b", "Bea").toModel()))
        .isEqualTo(
            "{\"userCondition\":{\"comparator\":\"sensitiveIsOneOf\",\"comparisonAttribute\":\"Attribute\","
                + "\"comparisonValue\":{\"listValue\":[{\"value\":\"a\"},{\"hint\":\"Bea\",\"value\":\"b\"}]}}}");
    assertThat(condition.toModel().toString()).doesNotContain("Bea");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition.withHint("c", "Cea"))
        .withMessageContaining("does not list");
    assertThatIllegalArgumentException().isThrownBy(() -> A.equalTo("a").withHint("a", "Aya"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Targeting.prerequisite(1).equalTo("a").withHint("a", "Aya"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition.withHint("a", "h".repeat(1501)))
        .withMessageContaining("more than the 1500 that the service accepts");
    assertThat(condition.withHint("a", "h".repeat(1500))).isNotNull();
  }
}
