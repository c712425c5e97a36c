package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.BulkOutcome;
import com.configcat.management.flag.BulkPlan;
import com.configcat.management.flag.BulkResult;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies what differs from Production to Test, and what is left twice more. */
record CopyRandomWalk(WalkWorld world, Random random) implements RandomWalk {
  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    boolean bare = random.nextBoolean();
    if (bare) {
      world.withoutUnknownMembers();
    }
    FakeFlag flag = world.flags.get(random.nextInt(3));
    FakeFlag other = world.flags.get(random.nextInt(3));
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(
                random,
                new ValueConcurrentWriters(world, true).of(flag, other, row -> alike(row, flag))));
    return trace.told(() -> copy(client, trace, bare));
  }

  /** What copying does, done by somebody else. */
  private void alike(JsonObject row, FakeFlag flag) {
    flag.served(world.production).asMap().forEach(row::add);
  }

  private void copy(ConfigCatManagementClient client, RequestTrace trace, boolean bare) {
    BulkPlan plan;
    try {
      plan = client.flags().compare(world.v2.id(), world.production.id(), world.test.id());
    } catch (ConfigCatException e) {
      assertThat(e.requestMayHaveBeenApplied()).isFalse();
      return;
    }
    Map<Integer, JsonElement> wanted = wanted(trace.since(0));
    JsonObject compared = trace.since(trace.length() - 1).get(0).found();
    int start = trace.length();
    Set<String> ours = new HashSet<>();
    BulkResult result = plan.apply();
    for (int i = 0; i < 3; i++) {
      check(result, trace, start, wanted, ours);
      start = trace.length();
      try {
        result = result.resume();
      } catch (ConfigCatException e) {
        assertThat(trace.since(start)).allMatch(Step::isRead);
      }
    }
    check(result, trace, start, wanted, ours);
    new ValueChecks(world, true, false).replacedOnly(compared, trace.since(0));
    if (bare) {
      return;
    }
    assertThat(world.fake.lostUnknownMembers())
        .as("lost elsewhere")
        .allMatch(
            place ->
                place.startsWith("values/" + world.test.id())
                    || ValueChecks.came(trace.since(0), "deleted")
                    || ValueChecks.came(trace.since(0), "made again"));
  }

  /** What the first Environment that was read served then. */
  private Map<Integer, JsonElement> wanted(List<Step> steps) {
    Map<Integer, JsonElement> wanted = new HashMap<>();
    JsonObject tree =
        steps.stream()
            .filter(s -> s.heard() && s.request().path().contains(world.production.id().toString()))
            .findFirst()
            .orElseThrow()
            .found();
    for (String id : tree.getAsJsonObject("settings").keySet()) {
      int flag = Integer.parseInt(id);
      @Nullable JsonElement content = Rows.content(Rows.value(tree, world.production.id(), flag));
      if (content != null) {
        wanted.put(flag, content);
      }
    }
    return wanted;
  }

  private void check(
      BulkResult result,
      RequestTrace trace,
      int start,
      Map<Integer, JsonElement> wanted,
      Set<String> ours) {
    ValueChecks checks = new ValueChecks(world, true, false);
    List<Step> steps = trace.since(start);
    checks.writtenOnWhatWasRead(trace.since(0));
    for (BulkOutcome copy : result.outcomes().values()) {
      int id = copy.settingId();
      JsonElement meant = wanted.get(id);
      List<Step> applied = checks.applied(steps, id);
      applied.forEach(
          step -> {
            assertThat(ours.add(copy.key())).as("%s is copied once", copy).isTrue();
            assertThat(Rows.content(checks.value(step.left(), id))).as("%s", copy).isEqualTo(meant);
          });
      boolean unclear = checks.unclear(trace.since(0), id);
      boolean mistakable =
          unclear
              && (ValueChecks.came(trace.since(0), "alike")
                  || ValueChecks.came(trace.since(0), "switched"));
      switch (copy.status()) {
        case DONE -> assertThat(ours.contains(copy.key()) || mistakable).as("%s", copy).isTrue();
        case UNCHANGED -> {
          assertThat(applied).as("%s", copy).isEmpty();
          assertThat(checks.ever(trace.since(0), id, now -> Rows.isAs(now, meant)))
              .as("%s", copy)
              .isTrue();
        }
        case NOT_TRIED -> assertThat(checks.sent(steps, id)).as("%s", copy).isFalse();
        case FAILED -> assertThat(applied).as("%s", copy).isEmpty();
        case CONFLICT ->
            assertThat(applied.isEmpty() || (unclear && copy.explanation().contains("perhaps")))
                .as("%s", copy)
                .isTrue();
        case UNKNOWN -> assertThat(unclear).as("%s", copy).isTrue();
      }
    }
    assertThat(result.isComplete())
        .isEqualTo(result.outcomes().values().stream().allMatch(o -> o.status().isSettled()));
  }
}
