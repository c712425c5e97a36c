package com.configcat.management.openapi.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterWordsFixTest {
  @ParameterizedTest
  @CsvSource({
    "productId, Id of the Product.",
    "proxyProfileId, Id of the Proxy Profile.",
    "pageSize, The page size.",
    "X-Request-ID, Id of the X Request.",
    "id, The id."
  })
  void describesAParameterByItsName(String name, String description) {
    assertThat(ParameterWordsFix.description(name)).isEqualTo(description);
  }
}
