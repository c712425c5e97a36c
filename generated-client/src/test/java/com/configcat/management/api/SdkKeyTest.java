package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "ключ"})
  void refusesWhatNoHeaderCanCarry(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SdkKey.of(text))
        .withMessageContaining("Dashboard");
  }

  @Test
  void isASecret() {
    assertThat(SdkKey.of("s3cret")).hasToString("SdkKey{***}");
    assertThat(SdkKey.of("s3cret").value()).isEqualTo("s3cret");
  }

  @Test
  void comparesByText() {
    assertThat(SdkKey.of("a"))
        .isEqualTo(SdkKey.of("a"))
        .hasSameHashCodeAs(SdkKey.of("a"))
        .isNotEqualTo(SdkKey.of("b"));
    assertThatNullPointerException().isThrownBy(() -> SdkKey.of(null));
  }
}
