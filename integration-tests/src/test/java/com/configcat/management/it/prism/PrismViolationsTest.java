package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.it.prism.PrismViolations.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrismViolationsTest {
  @Test
  void readsEachViolationWithItsPlace() {
    PrismViolations violations =
        PrismViolations.ofHeader(
            """
            [{"location":["request","body","items",0],"severity":"Error","code":"type","message":"m"},
             {"location":["response"],"severity":"Warning","code":401,"message":"n"}]\
            """);

    assertThat(violations.all())
        .containsExactly(
            new Violation(List.of("request", "body", "items", "0"), "Error", "type", "m"),
            new Violation(List.of("response"), "Warning", "401", "n"));
    assertThat(violations.isEmpty()).isFalse();
  }

  @Test
  void hasNoneWithoutTheHeader() {
    assertThat(PrismViolations.ofHeader(null).isEmpty()).isTrue();
  }

  @Test
  void takesAViolationThatLeavesThingsOut() {
    assertThat(PrismViolations.ofHeader("[{\"message\":\"m\",\"code\":null}]").all())
        .containsExactly(new Violation(List.of(), "", "", "m"));
  }

  @Test
  void printsAViolationInOneLine() {
    assertThat(new Violation(List.of("request", "query", "limit"), "Error", "type", "Not a number"))
        .hasToString("Error type at request.query.limit: Not a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[1]", "[", "[{\"location\":\"body\"}]"})
  void refusesWhatPrismDoesNotWrite(String value) {
    assertThatThrownBy(() -> PrismViolations.ofHeader(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(value);
  }
}
