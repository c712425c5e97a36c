package com.configcat.management.it.sweep;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/** Makes numbers within the limits of a schema. */
final class NumberMaker {
  private static final BigDecimal WIDTH = BigDecimal.valueOf(1_000_000);
  private final Random random;

  NumberMaker(Random random) {
    this.random = random;
  }

  Number integer(JsonObject schema) {
    BigDecimal step = number(schema, "multipleOf", BigDecimal.ONE).max(BigDecimal.ONE);
    return within(schema, step, BigDecimal.ONE).toBigInteger();
  }

  Number decimal(JsonObject schema) {
    return within(schema, number(schema, "multipleOf", new BigDecimal("0.01")), BigDecimal.ZERO);
  }

  /**
   * A multiple of the step between the limits; where a limit is missing, not far from the other.
   */
  private BigDecimal within(JsonObject schema, BigDecimal step, BigDecimal usualMinimum) {
    BigDecimal max = number(schema, "maximum", null);
    BigDecimal min = number(schema, "minimum", null);
    if (min == null) {
      min = max == null ? usualMinimum : max.subtract(WIDTH).max(usualMinimum.min(max));
    }
    if (max == null) {
      max = min.add(WIDTH);
    }
    BigInteger first = min.divide(step, 0, RoundingMode.CEILING).toBigInteger();
    BigInteger last = max.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
    if (isTrue(schema, "exclusiveMinimum") && step.multiply(new BigDecimal(first)).equals(min)) {
      first = first.add(BigInteger.ONE);
    }
    if (isTrue(schema, "exclusiveMaximum") && step.multiply(new BigDecimal(last)).equals(max)) {
      last = last.subtract(BigInteger.ONE);
    }
    int width = last.subtract(first).min(BigInteger.valueOf(1_000_000)).intValue();
    if (width < 0) {
      throw new IllegalArgumentException("no number is what " + schema + " wants");
    }
    BigInteger chosen = first.add(BigInteger.valueOf(random.nextInt(width + 1)));
    return step.multiply(new BigDecimal(chosen));
  }

  /** Any that a service could answer with, whatever the limits. */
  Number wildInteger(boolean isLong) {
    List<Long> extremes =
        isLong
            ? List.of(0L, -1L, 1L << 53, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE)
            : List.of(0L, -1L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE);
    return extremes.get(random.nextInt(extremes.size()));
  }

  Number wildDecimal() {
    return List.of(0.0, -0.5, 1e300, Double.MIN_VALUE, 0.1 + 0.2, -1e-7, 9007199254740992.0)
        .get(random.nextInt(7));
  }

  private static BigDecimal number(JsonObject schema, String name, BigDecimal otherwise) {
    return schema.has(name) ? schema.get(name).getAsBigDecimal() : otherwise;
  }

  private static boolean isTrue(JsonObject schema, String name) {
    return schema.has(name) && schema.get(name).getAsBoolean();
  }
}
