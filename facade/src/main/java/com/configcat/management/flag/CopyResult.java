package com.configcat.management.flag;

import com.configcat.management.flag.FlagCopy.Outcome;
import com.configcat.management.internal.core.Preconditions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of applying a {@link CopyPlan}. Immutable.
 *
 * @param plan the plan that was applied
 * @param flags the outcome of each flag, in the plan's order
 */
public record CopyResult(CopyPlan plan, List<FlagCopy> flags) {
  private static final Set<Outcome> DONE = EnumSet.of(Outcome.COPIED, Outcome.UNCHANGED);
  private static final Set<Outcome> LEFT = EnumSet.of(Outcome.FAILED, Outcome.NOT_TRIED);

  /**
   * Creates a result.
   *
   * @param plan the plan that was applied
   * @param flags the outcome of each flag
   */
  public CopyResult {
    Preconditions.value(plan, "plan", "give the planned change");
    flags = Preconditions.list(flags, "flags", "give the outcome of each flag");
  }

  /**
   * Returns whether all flags of the plan have the value to copy.
   *
   * @return false if there was a conflict or a failure, or a flag was not tried
   */
  public boolean isComplete() {
    return flags.stream().allMatch(flag -> DONE.contains(flag.outcome()));
  }

  /**
   * Returns the flags with a given outcome.
   *
   * @param outcome the outcome
   * @return the flags, in the plan's order
   */
  public List<FlagCopy> with(Outcome outcome) {
    Preconditions.value(outcome, "outcome", "give one such as Outcome.CONFLICT");
    return flags.stream().filter(flag -> flag.outcome() == outcome).toList();
  }

  /**
   * Returns a plan for the flags that failed or were not tried. Flags with a conflict are not
   * included: compare the Environments again and review the changes.
   *
   * @return the remaining plan; empty if no flag is left
   */
  public CopyPlan left() {
    Set<Integer> ids =
        flags.stream()
            .filter(flag -> LEFT.contains(flag.outcome()))
            .map(flag -> flag.flag().settingId())
            .collect(Collectors.toSet());
    return plan.only(flag -> ids.contains(flag.settingId()));
  }

  /** Returns one line per flag, or the plan as text if it is empty. */
  @Override
  public String toString() {
    return flags.isEmpty()
        ? plan.toString()
        : flags.stream().map(FlagCopy::toString).collect(Collectors.joining("\n"));
  }
}
