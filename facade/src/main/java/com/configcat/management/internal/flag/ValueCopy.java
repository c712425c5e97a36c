package com.configcat.management.internal.flag;

import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.flag.CopyPlan;
import com.configcat.management.flag.CopyResult;
import com.configcat.management.flag.FlagCopy;
import com.configcat.management.flag.FlagCopy.Outcome;
import com.configcat.management.flag.FlagDifference;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.json.JsonChange;
import com.configcat.management.internal.json.JsonDiff;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Implements {@link CopyPlan}: compares the values of a V2 Config in two Environments. */
public final class ValueCopy implements CopyPlan {
  private record Step(
      FlagDifference flag, GuardedValue value, ValueSnapshot before, JsonObject wanted) {}

  private final String from;
  private final String to;
  private final boolean reasonRequired;
  private final List<Step> steps;

  private ValueCopy(String from, String to, boolean reasonRequired, List<Step> steps) {
    this.from = from;
    this.to = to;
    this.reasonRequired = reasonRequired;
    this.steps = List.copyOf(steps);
  }

  /**
   * Compares two Environments. A flag that only one of them lists, because it was just created or
   * deleted, is left out.
   */
  public static ValueCopy compare(ConfigValues values, UUID configId, UUID from, UUID to) {
    ConfigValues.Listing source = values.list(configId, from);
    ConfigValues.Listing target = values.list(configId, to);
    List<Step> steps = new ArrayList<>();
    target
        .readings()
        .forEach(
            (settingId, before) -> {
              ValueSnapshot wanted = source.readings().get(settingId);
              if (wanted != null) {
                step(values.value(to, settingId), settingId, before, wanted.content(), steps);
              }
            });
    return new ValueCopy(
        source.environment(), target.environment(), target.reasonRequired(), steps);
  }

  private static void step(
      GuardedValue value,
      int settingId,
      ValueSnapshot before,
      JsonObject wanted,
      List<Step> steps) {
    List<JsonChange> changes = JsonDiff.between(before.content(), wanted);
    if (!changes.isEmpty()) {
      JsonObject setting = before.json().getAsJsonObject("setting");
      List<String> lines = changes.stream().map(JsonChange::toString).toList();
      FlagDifference flag =
          new FlagDifference(settingId, text(setting, "key"), text(setting, "name"), lines);
      steps.add(new Step(flag, value, before, wanted));
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonPrimitive text ? text.getAsString() : "";
  }

  @Override
  public String from() {
    return from;
  }

  @Override
  public String to() {
    return to;
  }

  @Override
  public List<FlagDifference> differences() {
    return steps.stream().map(Step::flag).toList();
  }

  @Override
  public CopyPlan only(Predicate<FlagDifference> which) {
    Objects.requireNonNull(which, "which is null: give a predicate for the flags to copy");
    List<Step> chosen = steps.stream().filter(step -> which.test(step.flag())).toList();
    return new ValueCopy(from, to, reasonRequired, chosen);
  }

  @Override
  public CopyResult apply(WriteOptions options) {
    Objects.requireNonNull(options, "options is null: use WriteOptions.none()");
    GuardedValue.checkReason(reasonRequired && !steps.isEmpty(), options);
    List<FlagCopy> done = new ArrayList<>();
    boolean goesOn = true;
    for (Step step : steps) {
      FlagCopy copy = goesOn ? copy(step, options) : notTried(step);
      done.add(copy);
      goesOn = goesOn && !stops(copy);
    }
    return new CopyResult(this, done);
  }

  private static FlagCopy copy(Step step, WriteOptions options) {
    try {
      WriteResult written = step.value().write(step.before(), step.wanted(), options);
      Outcome outcome = written.changed() ? Outcome.COPIED : Outcome.UNCHANGED;
      return new FlagCopy(step.flag(), outcome, null);
    } catch (ConflictException e) {
      return servesIt(step, e)
          ? new FlagCopy(step.flag(), Outcome.UNCHANGED, null)
          : new FlagCopy(step.flag(), Outcome.CONFLICT, e);
    } catch (ConfigCatException e) {
      return new FlagCopy(step.flag(), Outcome.FAILED, e);
    } catch (IllegalStateException e) {
      return notTried(step); // The client was closed.
    }
  }

  private static FlagCopy notTried(Step step) {
    return new FlagCopy(step.flag(), Outcome.NOT_TRIED, null);
  }

  /**
   * Returns whether the flag has the value to copy, from a previous run or written by somebody
   * else.
   */
  private static boolean servesIt(Step step, ConflictException conflict) {
    try {
      JsonObject now = step.value().read().content();
      return step.before().format().says(now, step.wanted());
    } catch (RuntimeException e) {
      conflict.addSuppressed(e);
      return false;
    }
  }

  /** Returns whether the failure would affect the other flags as well. */
  private static boolean stops(FlagCopy copy) {
    return copy.outcome() == Outcome.NOT_TRIED
        || (copy.outcome() == Outcome.FAILED
            && !(copy.failure() instanceof BadRequestException)
            && !(copy.failure() instanceof NotFoundException)
            && !(copy.failure() instanceof DecodingException));
  }

  /** Returns both Environments and the differences, as lines. */
  @Override
  public String toString() {
    String head = from + " -> " + to + ": ";
    return steps.isEmpty()
        ? head + "no difference"
        : head
            + steps.size()
            + (steps.size() == 1 ? " flag differs\n" : " flags differ\n")
            + steps.stream().map(step -> step.flag().toString()).collect(Collectors.joining("\n"));
  }
}
