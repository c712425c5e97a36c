package com.configcat.management.it.prism;

import java.time.Duration;

/**
 * Says how Prism answers and how long it may take to start.
 *
 * @param dynamic whether answers are made from the schemas by chance; otherwise they are the
 *     document's examples
 * @param seed where chance starts, so that dynamic answers are the same again
 * @param startLimit how long starting may take
 */
public record PrismOptions(boolean dynamic, int seed, Duration startLimit) {
  /** Answers with the document's examples, so that an answer is known beforehand. */
  public static final PrismOptions EXAMPLES = new PrismOptions(false, 42, Duration.ofSeconds(60));

  /** Answers with whatever the schemas allow. */
  public static final PrismOptions GENERATED = new PrismOptions(true, 42, Duration.ofSeconds(60));

  /**
   * Returns these options with another seed.
   *
   * @param newSeed where chance starts
   * @return a changed copy
   */
  public PrismOptions withSeed(int newSeed) {
    return new PrismOptions(dynamic, newSeed, startLimit);
  }

  /**
   * Returns these options with another limit for starting.
   *
   * @param newLimit how long starting may take
   * @return a changed copy
   */
  public PrismOptions withStartLimit(Duration newLimit) {
    return new PrismOptions(dynamic, seed, newLimit);
  }
}
