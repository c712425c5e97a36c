package com.configcat.management.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberNamesTest {
  private final MemberNames names = new MemberNames("key", "name", "hint");

  @Test
  void numbersNamesWhateverTheirPlace() {
    for (int place = 0; place < 5; place++) {
      for (int again = 0; again < 2; again++) {
        assertThat(names.number("hint", place)).isEqualTo(3);
        assertThat(names.number("key", place)).isEqualTo(1);
        assertThat(names.number("name", place)).isEqualTo(2);
      }
    }
  }

  @Test
  void knowsNoOtherName() {
    assertThat(names.number("order", 0)).isZero();
    assertThat(names.number("", 2)).isZero();
    assertThat(names.number("Key", 7)).isZero();
    assertThat(new MemberNames().number("key", 0)).isZero();
    assertThat(names.number("key", 0)).isEqualTo(1);
  }
}
