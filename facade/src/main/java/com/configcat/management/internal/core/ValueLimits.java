package com.configcat.management.internal.core;

/**
 * The lengths of texts and lists that the service takes of everyone; a plan may allow less of a
 * list.
 */
public final class ValueLimits {
  /** The most texts that one comparison may have, in any plan: 100, 1000 or 15000. */
  public static final int COMPARISON_LIST = 15_000;

  private static final int SERVED = 100_000;
  private static final int COMPARISON = 65_535;
  private static final int COMPARISON_ITEM = 255;

  private ValueLimits() {}

  /** Refuses text that no flag can serve. */
  public static String served(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "A text to serve is empty: give one of 1 to " + SERVED + " characters");
    }
    return Preconditions.atMost(text, "A text to serve", SERVED);
  }

  /** Refuses text that nothing can be compared with. */
  public static String comparison(String text) {
    return Preconditions.atMost(text, "A text to compare with", COMPARISON);
  }

  /** Refuses text that cannot be in a list of texts to compare with. */
  public static String comparisonItem(String text) {
    return Preconditions.atMost(text, "One of the texts to compare with", COMPARISON_ITEM);
  }
}
