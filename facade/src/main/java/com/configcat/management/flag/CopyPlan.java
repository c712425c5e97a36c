package com.configcat.management.flag;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the flags of a Config serve in one Environment and not in another, and the way to copy it.
 *
 * <p>Making the plan only reads. Applying it changes what it shows and nothing else: each flag only
 * while it is as it was when the plan was made. Tags, integration links and who changed what are
 * not copied. Immutable, and safe for use by several threads.
 */
public interface CopyPlan {
  /**
   * Returns the name of the Environment that is copied from.
   *
   * @return its name
   */
  String from();

  /**
   * Returns the name of the Environment that is copied to.
   *
   * @return its name
   */
  String to();

  /**
   * Returns the flags that differ.
   *
   * @return one for each, in the order of the Config; empty if both Environments serve the same
   */
  List<FlagDifference> differences();

  /**
   * Leaves flags out.
   *
   * @param which says which flags stay
   * @return a plan for those
   */
  CopyPlan only(Predicate<FlagDifference> which);

  /**
   * Copies the flags, one after the other, with a PATCH for each.
   *
   * <p>May be called again, to go on after a failure: what was copied already is not copied twice.
   *
   * @return what became of each flag; failures are in there and not thrown
   * @throws IllegalArgumentException if the Environment requires a reason: give one
   */
  default CopyResult apply() {
    return apply(WriteOptions.none());
  }

  /**
   * Copies the flags, one after the other, with a PATCH for each.
   *
   * <p>May be called again, to go on after a failure: what was copied already is not copied twice.
   *
   * @param options what else to say with each change
   * @return what became of each flag; failures are in there and not thrown
   * @throws IllegalArgumentException if the Environment requires a reason, and there is none
   */
  CopyResult apply(WriteOptions options);
}
