package com.configcat.management.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget(3);

  private int left() {
    int taken = 0;
    while (budget.tryTake()) {
      taken++;
    }
    return taken;
  }

  @Test
  void givesAsManyRetriesAsItHas() {
    assertThat(left()).isEqualTo(3);
    assertThat(budget.tryTake()).isFalse();
    assertThat(new RetryBudget(Integer.MAX_VALUE).tryTake()).isTrue();
  }

  @Test
  void takesBackTheRetryThatSucceeds() {
    left();
    budget.succeeded(true);
    budget.succeeded(true);

    assertThat(left()).isEqualTo(2);
  }

  @Test
  void growsByAFifthWithEachCallThatSucceedsAtOnce() {
    left();
    for (int i = 0; i < 4; i++) {
      budget.succeeded(false);
    }
    assertThat(left()).isZero();
    for (int i = 0; i < 6; i++) {
      budget.succeeded(false);
    }
    assertThat(left()).isEqualTo(2);
  }

  @Test
  void neverHasMoreThanInTheBeginning() {
    for (int i = 0; i < 100; i++) {
      budget.succeeded(true);
    }
    assertThat(left()).isEqualTo(3);
  }
}
