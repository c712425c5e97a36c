package com.configcat.management.internal.flag;

import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkProgress;
import com.configcat.management.flag.FlagDifference;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.json.ValueFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Implements {@link BulkPlan}. */
final class ValuePlan implements BulkPlan {
  private static final int DEFAULT_CHUNK = 50;

  private final String title;
  private final ConfigValues values;
  private final ConfigSnapshot snapshot;
  private final Map<Integer, PlannedWrite> writes;
  private final Map<Integer, BulkOutcome> outcomes;
  private final int chunkSize;
  private final Consumer<BulkProgress> listener;

  private ValuePlan(
      String title,
      ConfigValues values,
      ConfigSnapshot snapshot,
      Map<Integer, PlannedWrite> writes,
      Map<Integer, BulkOutcome> outcomes,
      int chunkSize,
      Consumer<BulkProgress> listener) {
    this.title = title;
    this.values = values;
    this.snapshot = snapshot;
    this.writes = writes;
    this.outcomes = outcomes;
    this.chunkSize = chunkSize;
    this.listener = listener;
  }

  /**
   * Creates a plan.
   *
   * @param title what is changed, for people to read
   * @param outcomes the outcome of each flag so far, by id
   */
  static ValuePlan of(
      String title,
      ConfigValues values,
      ConfigSnapshot snapshot,
      Map<Integer, PlannedWrite> writes,
      Map<Integer, BulkOutcome> outcomes) {
    return new ValuePlan(title, values, snapshot, writes, outcomes, DEFAULT_CHUNK, told -> {});
  }

  /** Collects the writes of a plan. */
  static final class Builder {
    private final ConfigValues values;
    private final ConfigSnapshot snapshot;
    private final Map<Integer, PlannedWrite> writes = new LinkedHashMap<>();
    private final Map<Integer, BulkOutcome> outcomes = new LinkedHashMap<>();

    Builder(ConfigValues values, ConfigSnapshot snapshot) {
      this.values = values;
      this.snapshot = snapshot;
    }

    void write(PlannedWrite write) {
      writes.put(write.settingId(), write);
      outcomes.put(write.settingId(), BulkLedger.planned(write.settingId(), write.before().key()));
    }

    void unchanged(int settingId, ValueSnapshot value) {
      outcomes.put(settingId, BulkLedger.unchanged(settingId, value.key()));
    }

    /** Adds a flag that the Config does not have. */
    void missing(int settingId) {
      outcomes.put(settingId, BulkLedger.planned(settingId, ""));
    }

    ValuePlan build(String title) {
      return of(title, values, snapshot, writes, outcomes);
    }
  }

  @Override
  public List<FlagDifference> differences() {
    return writes.values().stream().map(PlannedWrite::difference).toList();
  }

  @Override
  public int requests() {
    int together =
        (int) writes.values().stream().filter(write -> replacement(write) != null).count();
    return (together + chunkSize - 1) / chunkSize + writes.size() - together;
  }

  private static @Nullable Object replacement(PlannedWrite write) {
    return write.replacement(write.before());
  }

  @Override
  public BulkPlan only(Predicate<FlagDifference> which) {
    Preconditions.value(which, "which", "give a predicate for the flags to change");
    Map<Integer, PlannedWrite> chosen = new LinkedHashMap<>(writes);
    chosen.values().removeIf(write -> !which.test(write.difference()));
    Map<Integer, BulkOutcome> left = new LinkedHashMap<>(outcomes);
    left.keySet().retainAll(chosen.keySet());
    return new ValuePlan(title, values, snapshot, chosen, left, chunkSize, listener);
  }

  @Override
  public BulkPlan chunkSize(int flags) {
    Preconditions.positive(flags, "flags", "give how many values to send at once, 1 or more");
    return new ValuePlan(title, values, snapshot, writes, outcomes, flags, listener);
  }

  @Override
  public BulkPlan onProgress(Consumer<BulkProgress> listener) {
    Preconditions.value(listener, "listener", "give a consumer of the progress");
    return new ValuePlan(title, values, snapshot, writes, outcomes, chunkSize, listener);
  }

  @Override
  public RunResult apply(WriteOptions options) {
    check(options);
    boolean hasVersions = values.format() == ValueFormat.V2;
    return run(
        options, writes, outcomes, hasVersions || writes.isEmpty() ? snapshot : values.read());
  }

  /** Writes the changes to values that were read just now. */
  RunResult applyAtOnce(WriteOptions options) {
    check(options);
    return run(options, writes, outcomes, snapshot);
  }

  private void check(WriteOptions options) {
    Preconditions.value(options, "options", "use WriteOptions.none()");
    GuardedValue.checkApproval(values.format(), options);
    GuardedValue.checkReason(snapshot.requiresReason() && !writes.isEmpty(), options);
  }

  private RunResult run(
      WriteOptions options,
      Map<Integer, PlannedWrite> writes,
      Map<Integer, BulkOutcome> before,
      ConfigSnapshot latest) {
    BulkRun run = new BulkRun(values, options, writes, before, latest);
    run.run(chunkSize, listener);
    return new RunResult(
        run.outcomes(),
        run.writes(),
        run.stoppedBy(),
        result -> run(options, result.writes(), result.outcomes(), values.read()));
  }

  /** Returns the Environment and the changes, as lines. */
  @Override
  public String toString() {
    if (writes.isEmpty()) {
      return title + ": nothing to change";
    }
    int requests = requests();
    StringBuilder text = new StringBuilder(title);
    text.append(": ").append(writes.size()).append(writes.size() == 1 ? " flag" : " flags");
    text.append(" to change, with ").append(requests);
    text.append(requests == 1 ? " request" : " requests");
    differences().forEach(flag -> text.append('\n').append(flag));
    return text.toString();
  }
}
