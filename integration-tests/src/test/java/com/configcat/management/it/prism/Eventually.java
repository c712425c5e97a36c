package com.configcat.management.it.prism;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens a moment later. */
final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  private Eventually() {}

  static void is(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new AssertionError("It has not happened within " + LIMIT.toSeconds() + " s");
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
