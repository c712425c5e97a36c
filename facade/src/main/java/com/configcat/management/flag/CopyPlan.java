package com.configcat.management.flag;

import java.util.List;
import java.util.function.Predicate;

/**
 * The differences between the values of a Config in two Environments, which can be applied to copy
 * them.
 *
 * <p>Creating a plan only reads. Applying it makes the changes it lists and no others, and changes
 * a flag only if it still has the value that the plan was created from. Tags, integration links and
 * authorship are not copied. Immutable and thread-safe.
 */
public interface CopyPlan {
  /**
   * Returns the name of the source Environment.
   *
   * @return the name, or the id if the service returns no name
   */
  String from();

  /**
   * Returns the name of the target Environment.
   *
   * @return the name, or the id if the service returns no name
   */
  String to();

  /**
   * Returns the flags whose values differ.
   *
   * @return one entry per flag, in the order of the Config; empty if the Environments do not differ
   */
  List<FlagDifference> differences();

  /**
   * Restricts the plan to some of its flags.
   *
   * @param which returns true for flags to keep
   * @return a plan for those flags
   */
  CopyPlan only(Predicate<FlagDifference> which);

  /**
   * Copies the flags one by one, each with a PATCH, without a reason; see {@link
   * #apply(WriteOptions)}.
   *
   * @return the outcome of each flag; a failed call is an outcome, not an exception
   * @throws IllegalArgumentException if the target Environment or its Product requires a reason and
   *     the plan is not empty
   */
  default CopyResult apply() {
    return apply(WriteOptions.none());
  }

  /**
   * Copies the flags one by one, each with a PATCH. May be called again after a failure: flags
   * already copied are not written again.
   *
   * @param options the audit-log reason and approval options
   * @return the outcome of each flag; a failed call is an outcome, not an exception
   * @throws IllegalArgumentException if the target Environment or its Product requires a reason,
   *     none is given, and the plan is not empty
   */
  CopyResult apply(WriteOptions options);
}
