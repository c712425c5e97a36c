package com.configcat.management.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValueTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesNumbersThatJsonCannotCarry(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingValue.of(value))
        .withMessageContaining("finite");
  }

  @Test
  void refusesNull() {
    assertThatNullPointerException().isThrownBy(() -> SettingValue.of((String) null));
    assertThatNullPointerException().isThrownBy(() -> SettingValue.of((BigDecimal) null));
  }

  @Test
  void tellsWholeNumbersFromDecimals() {
    assertThat(SettingValue.of(10).isWholeNumber()).isTrue();
    assertThat(SettingValue.of(10.0).isWholeNumber()).isFalse();
    assertThat(SettingValue.of(1e10).isWholeNumber()).isFalse();
    assertThat(SettingValue.of("10").isWholeNumber()).isFalse();
  }

  @Test
  void givesOnlyTheTypeItHas() {
    assertThat(SettingValue.of(true).asBoolean()).isTrue();
    assertThat(SettingValue.of("a").asString()).isEqualTo("a");
    assertThat(SettingValue.of(1.5).asNumber()).isEqualByComparingTo("1.5");
    assertThatIllegalStateException()
        .isThrownBy(() -> SettingValue.of("true").asBoolean())
        .withMessageContaining("is a string");
  }

  @Test
  void comparesNumbersByValueAndNothingAcrossTypes() {
    assertThat(SettingValue.of(10))
        .isEqualTo(SettingValue.of(10.0))
        .hasSameHashCodeAs(SettingValue.of(10.0));
    assertThat(SettingValue.of(1))
        .isNotEqualTo(SettingValue.of(true))
        .isNotEqualTo(SettingValue.of("1"));
    assertThat(SettingValue.of("a")).isEqualTo(SettingValue.of("a"));
  }

  @Test
  void showsStringsInQuotes() {
    assertThat(SettingValue.of("10")).hasToString("\"10\"");
    assertThat(SettingValue.of(10)).hasToString("10");
  }
}
