package com.configcat.management.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationTest {
  private static final Operation LIST = new Operation("GET", "/v1/products");

  @Test
  void equalsWhatHasItsMethodAndPath() {
    assertThat(LIST)
        .isEqualTo(new Operation("GET", "/v1/products"))
        .hasSameHashCodeAs(new Operation("GET", "/v1/products"))
        .isNotEqualTo(new Operation("HEAD", "/v1/products"))
        .isNotEqualTo(new Operation("GET", "/v1/me"))
        .isNotEqualTo(null)
        .isNotEqualTo("GET /v1/products");
  }
}
