package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.BulkEdit;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Random;

/** Edits four of five flags, or sets their defaults, and resumes what is left. */
record BulkEditRandomWalk(WalkWorld world, Random random, boolean v2, boolean rule, boolean bare)
    implements RandomWalk {
  static BulkEditRandomWalk draw(WalkWorld world, Random random) {
    boolean v2 = random.nextInt(4) > 0;
    return new BulkEditRandomWalk(
        world, random, v2, v2 && random.nextBoolean(), random.nextBoolean());
  }

  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    if (bare) {
      world.withoutUnknownMembers();
    }
    List<FakeFlag> flags = v2 ? world.flags : world.oldFlags;
    FakeFlag flag = flags.get(random.nextInt(5));
    FakeFlag other = flags.get(random.nextInt(5));
    int chunk = 1 + random.nextInt(3);
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(
                random, new ValueConcurrentWriters(world, v2).of(flag, other, this::alike)));
    return trace.told(() -> edit(client, flags, chunk, trace));
  }

  private void edit(
      ConfigCatManagementClient client, List<FakeFlag> flags, int chunk, RequestTrace trace) {
    BulkPlan plan;
    try {
      plan = plan(client, flags.get(4));
    } catch (ConfigCatException e) {
      assertThat(e.requestMayHaveBeenApplied()).isFalse();
      return;
    }
    assertThat(trace.since(0)).as("a dry run").allMatch(Step::isRead);
    BulkResult result;
    try {
      result = plan.chunkSize(chunk).apply();
    } catch (ConfigCatException e) {
      assertThat(trace.since(0)).as("V1 values are read again").allMatch(Step::isRead);
      return;
    }
    check(result, trace, flags.get(4));
    for (int i = 0; i < 3; i++) {
      int start = trace.length();
      try {
        result = result.resume();
      } catch (ConfigCatException e) {
        assertThat(trace.since(start)).allMatch(Step::isRead);
        continue;
      }
      check(result, trace, flags.get(4));
    }
  }

  private BulkPlan plan(ConfigCatManagementClient client, FakeFlag leftOut) {
    BulkEdit edit =
        client
            .flags()
            .bulkEdit((v2 ? world.v2 : world.v1).id(), world.test.id())
            .only(flag -> !flag.key().equals(leftOut.key()));
    return rule ? edit.edit(BulkEditRandomWalk::change) : edit.setDefault(true);
  }

  private static EditableFormula change(EditableFormula formula) {
    return formula
        .defaultValue(true)
        .insertRule(0, TargetingRule.when(userAttribute("Plan").isOneOf("gold")).serve(true));
  }

  /** What the edit does, done by somebody else. */
  private void alike(JsonObject row) {
    if (!v2) {
      row.addProperty("value", true);
      return;
    }
    row.getAsJsonObject("defaultValue").addProperty("boolValue", true);
    if (rule) {
      row.add("targetingRules", EditRandomWalk.withRule(ValueChecks.rules(row)));
    }
  }

  private void check(BulkResult result, RequestTrace trace, FakeFlag leftOut) {
    ValueChecks checks = new ValueChecks(world, v2, false);
    List<Step> all = trace.since(0);
    if (v2) { // A patch of a V1 value may miss a rule that somebody appends, but keeps it.
      checks.writtenOnWhatWasRead(all);
    }
    assertThat(checks.sent(all, leftOut.id())).as("what is left out").isFalse();
    for (BulkOutcome outcome : result.outcomes().values()) {
      check(outcome, checks, all);
    }
    if (!bare && !ValueChecks.came(all, "deleted") && !ValueChecks.came(all, "made again")) {
      assertThat(world.fake.lostUnknownMembers()).as("unknown members lost").isEmpty();
    }
    assertThat(result.isComplete())
        .isEqualTo(result.outcomes().values().stream().allMatch(o -> o.status().isSettled()));
  }

  private void check(BulkOutcome outcome, ValueChecks checks, List<Step> all) {
    int id = outcome.settingId();
    List<Step> applied = checks.applied(all, id);
    boolean asBefore = !v2 && (ValueChecks.came(all, "alike") || ValueChecks.came(all, "switched"));
    assertThat(applied.size() <= 1 || asBefore).as("%s is edited once", outcome).isTrue();
    for (Step step : applied) {
      JsonObject wanted = Rows.content(checks.value(step.found(), id)).getAsJsonObject();
      alike(wanted);
      assertThat(Rows.content(checks.value(step.left(), id)))
          .as("%s as request %s left it", outcome, step.number())
          .isEqualTo(Rows.pruned(wanted));
    }
    boolean unclear = checks.unclear(all, id);
    switch (outcome.status()) {
      case DONE -> assertThat(!applied.isEmpty() || unclear).as("%s", outcome).isTrue();
      case UNCHANGED, NOT_TRIED -> assertThat(applied).as("%s", outcome).isEmpty();
      case FAILED -> assertThat(applied.isEmpty() || asBefore).as("%s", outcome).isTrue();
      case CONFLICT ->
          assertThat(applied.isEmpty() || (unclear && outcome.explanation().contains("perhaps")))
              .as("%s", outcome)
              .isTrue();
      case UNKNOWN -> assertThat(unclear).as("%s", outcome).isTrue();
    }
  }
}
