package com.configcat.management.internal.ensure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  @ParameterizedTest
  @CsvSource({
    "webShop, WEBSHOP",
    "webShop, web_shop",
    "webShop, web-shop",
    "webShop, wbShop",
    "webShop, webShops",
    "webShop, webShip",
    "web, wob",
    "enableCheckout, enable.checkout.",
    "prod, Production",
    "checkout, Enable new checkout",
    "Production EU, production",
  })
  void isNear(String wanted, String name) {
    assertThat(Suggestions.of(wanted, List.of(name))).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"webShop, warehouse", "web, app", "a, abc", "ab, abcdef", "production, test"})
  void isNotNear(String wanted, String name) {
    assertThat(Suggestions.of(wanted, List.of(name))).isEmpty();
  }

  @Test
  void theNearestComeFirstAndOnlyFive() {
    List<String> names =
        List.of("flagABC", "flagB", "flag", "FLAG", "flags", "flog", "flagA", "f_l_a_g", "flag");

    assertThat(Suggestions.of("flag", names))
        .containsExactly("FLAG", "f_l_a_g", "flag", "flagA", "flagB");
  }

  @Test
  void aNameOfSignsOnlyIsLikeNoOther() {
    assertThat(Suggestions.of("--", List.of("web"))).isEmpty();
  }
}
