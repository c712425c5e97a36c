package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkReplacement;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.flag.BulkStatus;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.targeting.Formula;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Random;

/** Switches four of five flags on in chunks, and resumes what is left. */
record BulkRandomWalk(WalkWorld world, Random random, boolean v2) implements RandomWalk {
  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    List<FakeFlag> flags = v2 ? world.flags : world.oldFlags;
    int chunk = 1 + random.nextInt(3);
    FakeFlag flag = flags.get(random.nextInt(5));
    FakeFlag other = flags.get(random.nextInt(5));
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(
                random, new ValueConcurrentWriters(world, v2).of(flag, other, this::alike)));
    return trace.told(() -> run(replacement(client, flags.subList(0, 4)), chunk, trace));
  }

  private BulkReplacement<?> replacement(ConfigCatManagementClient client, List<FakeFlag> flags) {
    return v2
        ? fill(
            client.flags().bulkReplacement(world.v2.id(), world.test.id()),
            Formula.byDefault(true).toModel(),
            flags)
        : fill(
            client.flags().bulkReplacementV1(world.v1.id(), world.test.id()),
            UpdateSettingValueModel.builder().value(SettingValue.of(true)).build(),
            flags);
  }

  private static <V> BulkReplacement<V> fill(BulkReplacement<V> empty, V on, List<FakeFlag> flags) {
    BulkReplacement<V> filled = empty;
    for (FakeFlag flag : flags) {
      filled = filled.replace(flag.id(), on);
    }
    return filled;
  }

  /** What the replacement does, done by somebody else. */
  private void alike(JsonObject row) {
    if (v2) {
      row.getAsJsonObject("defaultValue").addProperty("boolValue", true);
      row.add("targetingRules", new JsonArray());
      row.remove("percentageEvaluationAttribute");
    } else {
      row.addProperty("value", true);
      row.add("rolloutRules", new JsonArray());
      row.add("rolloutPercentageItems", new JsonArray());
    }
  }

  private void run(BulkReplacement<?> replacement, int chunk, RequestTrace trace) {
    BulkResult result;
    try {
      result = replacement.plan().chunkSize(chunk).apply();
    } catch (ConfigCatException e) {
      assertThat(e.requestMayHaveBeenApplied()).isFalse();
      assertThat(trace.since(0)).allMatch(Step::isRead);
      return;
    }
    check(result, trace);
    for (int i = 0; i < 3; i++) {
      int start = trace.length();
      try {
        result = result.resume();
      } catch (ConfigCatException e) {
        assertThat(trace.since(start)).allMatch(Step::isRead);
        continue;
      }
      check(result, trace);
    }
  }

  private void check(BulkResult result, RequestTrace trace) {
    ValueChecks checks = new ValueChecks(world, v2, true);
    List<Step> all = trace.since(0);
    checks.writtenOnWhatWasRead(all);
    checks.replacedOnly(all.stream().filter(Step::heard).findFirst().orElseThrow().found(), all);
    for (BulkOutcome outcome : result.outcomes().values()) {
      int id = outcome.settingId();
      int applied = checks.applied(all, id).size();
      assertThat(applied).as("%s is written once", outcome).isLessThanOrEqualTo(1);
      boolean unclear = checks.unclear(all, id);
      switch (outcome.status()) {
        case DONE -> {
          assertThat(checks.ever(all, id, this::isOn)).as("%s", outcome).isTrue();
          assertThat(applied == 1 || unclear).as("%s by us", outcome).isTrue();
        }
        case UNCHANGED -> {
          assertThat(checks.ever(all, id, this::isOn)).as("%s", outcome).isTrue();
          assertThat(applied).as("%s", outcome).isZero();
        }
        case CONFLICT ->
            assertThat(applied == 0 || (unclear && outcome.explanation().contains("perhaps")))
                .as("%s", outcome)
                .isTrue();
        case FAILED -> assertThat(applied).as("%s", outcome).isZero();
        case UNKNOWN -> assertThat(unclear).as("%s", outcome).isTrue();
        case NOT_TRIED -> assertThat(applied == 0 && !unclear).as("%s", outcome).isTrue();
      }
    }
    assertThat(result.isComplete())
        .isEqualTo(
            result.outcomes().values().stream()
                .allMatch(
                    o -> o.status() == BulkStatus.DONE || o.status() == BulkStatus.UNCHANGED));
  }

  private boolean isOn(JsonElement content) {
    if (content == null) {
      return false;
    }
    JsonObject value = content.getAsJsonObject();
    return v2
        ? value.getAsJsonObject("defaultValue").get("boolValue").getAsBoolean()
            && !value.has("targetingRules")
            && !value.has("percentageEvaluationAttribute")
        : value.get("value").getAsBoolean()
            && !value.has("rolloutRules")
            && !value.has("rolloutPercentageItems");
  }
}
