package com.configcat.management.flag;

import com.configcat.management.flag.FlagCopy.Outcome;
import com.configcat.management.internal.core.Preconditions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of applying a {@link CopyPlan}. Immutable.
 *
 * @param plan what was to be done
 * @param flags what became of each flag, in the plan's order
 */
public record CopyResult(CopyPlan plan, List<FlagCopy> flags) {
  private static final Set<Outcome> DONE = EnumSet.of(Outcome.COPIED, Outcome.UNCHANGED);
  private static final Set<Outcome> LEFT = EnumSet.of(Outcome.FAILED, Outcome.NOT_TRIED);

  /**
   * Makes a result.
   *
   * @param plan what was to be done
   * @param flags what became of each flag
   */
  public CopyResult {
    Preconditions.value(plan, "plan", "give what was to be done");
    flags = Preconditions.list(flags, "flags", "give what became of each");
  }

  /**
   * Says whether all flags of the plan serve what they should.
   *
   * @return false if there was a conflict or a failure
   */
  public boolean isComplete() {
    return flags.stream().allMatch(flag -> DONE.contains(flag.outcome()));
  }

  /**
   * Returns the flags with some outcome.
   *
   * @param outcome which one
   * @return the flags, in the plan's order
   */
  public List<FlagCopy> with(Outcome outcome) {
    Preconditions.value(outcome, "outcome", "give one such as Outcome.CONFLICT");
    return flags.stream().filter(flag -> flag.outcome() == outcome).toList();
  }

  /**
   * Returns what is left to be tried: what failed, and what was not tried. Conflicts are not among
   * it: compare again, and look what the others did.
   *
   * @return a plan for the rest; empty if nothing is left
   */
  public CopyPlan left() {
    Set<Integer> ids =
        flags.stream()
            .filter(flag -> LEFT.contains(flag.outcome()))
            .map(flag -> flag.flag().settingId())
            .collect(Collectors.toSet());
    return plan.only(flag -> ids.contains(flag.settingId()));
  }

  /** Returns a line for each flag; the plan as text if it had none. */
  @Override
  public String toString() {
    return flags.isEmpty()
        ? plan.toString()
        : flags.stream().map(FlagCopy::toString).collect(Collectors.joining("\n"));
  }
}
