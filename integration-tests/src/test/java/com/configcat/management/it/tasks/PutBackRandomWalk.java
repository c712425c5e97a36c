package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.TemporaryFlag;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.model.SettingValue;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets a flag for a while and puts it back; again, if that failed. */
record PutBackRandomWalk(WalkWorld world, Random random, boolean v2, boolean byKey)
    implements RandomWalk {
  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    List<FakeFlag> flags = v2 ? world.flags : world.oldFlags;
    FakeFlag flag = flags.get(0);
    JsonObject first = flag.served(world.test);
    boolean back = random.nextBoolean();
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(
                random,
                new ValueConcurrentWriters(world, v2)
                    .of(flag, flags.get(1), row -> alike(v2, row, back ? first : null))));
    return trace.told(() -> setAndPutBack(client, trace, flag));
  }

  /** Sets it, or puts it back, as somebody else. */
  static void alike(boolean v2, JsonObject row, @Nullable JsonObject first) {
    if (first != null) {
      first.deepCopy().asMap().forEach(row::add);
    } else if (v2) {
      row.getAsJsonObject("defaultValue").addProperty("boolValue", true);
      row.add("targetingRules", new JsonArray());
    } else {
      row.addProperty("value", true);
      row.add("rolloutRules", new JsonArray());
      row.add("rolloutPercentageItems", new JsonArray());
    }
  }

  private TemporaryFlag on(ConfigCatManagementClient client, FakeFlag flag) {
    SettingValue on = SettingValue.of(true);
    Flag handle =
        byKey
            ? client.flag(v2 ? world.key : world.oldKey, flag.key())
            : client.flag(world.test.id(), flag.id());
    return handle.temporarily(on);
  }

  private void setAndPutBack(ConfigCatManagementClient client, RequestTrace trace, FakeFlag flag) {
    ValueChecks checks = new ValueChecks(world, v2, false);
    TemporaryFlag set;
    try {
      set = on(client, flag);
    } catch (ConfigCatException e) {
      checks.writtenOnWhatWasRead(trace.since(0));
      once("set", applied(trace.since(0)).size(), trace.since(0));
      checks.honest(e, trace.since(0));
      assertThat(e instanceof FlagNotRestoredException)
          .as("%s", e)
          .isEqualTo(e.requestMayHaveBeenApplied());
      return;
    }
    List<Step> setting = trace.since(0);
    JsonElement before = Rows.pruned(Scene.json(set.before().replace('\'', '’')));
    boolean mistakable = mistakable(setting);
    once("set", applied(setting).size(), setting);
    for (Step step : applied(setting)) {
      int id = checks.written(step).iterator().next();
      assertThat(Rows.content(checks.value(step.found(), id))).as("before").isEqualTo(before);
      assertThat(isOn(v2, Rows.content(checks.value(step.left(), id)))).as("on").isTrue();
    }
    if (applied(setting).isEmpty() && !mistakable) {
      assertThat(isOn(v2, before)).as("on already").isTrue();
    }
    int start = trace.length();
    putBack(set, trace, before, checks, !applied(setting).isEmpty() || mistakable);
    checks.replacedOnly(setting.get(setting.size() - 1).left(), trace.since(start));
  }

  private void putBack(
      TemporaryFlag set,
      RequestTrace trace,
      JsonElement before,
      ValueChecks checks,
      boolean changed) {
    int ours = 0;
    for (int i = 0; i < 3; i++) {
      int start = trace.length();
      @Nullable ConfigCatException failure = null;
      try {
        set.close();
      } catch (FlagNotRestoredException e) {
        failure = e;
        assertThat(Rows.pruned(Scene.json(e.before()))).isEqualTo(before);
      }
      List<Step> steps = trace.since(start);
      checks.writtenOnWhatWasRead(trace.since(0));
      List<Step> applied = applied(steps);
      ours += applied.size();
      once("put back", ours, trace.since(0));
      for (Step step : applied) {
        int id = checks.written(step).iterator().next();
        assertThat(Rows.content(checks.value(step.left(), id))).as("back").isEqualTo(before);
      }
      if (failure != null) {
        checks.honest(failure, steps);
        continue;
      }
      if (applied.isEmpty() && changed && !steps.isEmpty()) {
        assertThat(steps.stream().map(Step::left).anyMatch(tree -> holds(tree, before)))
            .as("back without a write")
            .isTrue();
      }
      if (!applied.isEmpty() && !othersRemoved(trace.since(0))) {
        assertThat(world.fake.lostUnknownMembers()).as("lost").isEmpty();
      }
    }
  }

  static boolean othersRemoved(List<Step> steps) {
    return Stream.of("alike", "deleted", "made again").anyMatch(r -> ValueChecks.came(steps, r));
  }

  /**
   * A V1 value that somebody makes what it was cannot be told from one that nobody touched; and
   * what somebody else sets to the same for a while is put back in both.
   */
  private void once(String what, int times, List<Step> steps) {
    boolean asBefore =
        (!v2 || what.equals("put back"))
            && (ValueChecks.came(steps, "alike") || ValueChecks.came(steps, "switched"));
    assertThat(times <= 1 || asBefore).as("%s once, not %s times", what, times).isTrue();
  }

  private boolean holds(JsonObject tree, JsonElement before) {
    return tree.getAsJsonObject("values").asMap().values().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(row -> row.get("$environmentId").getAsString().equals(world.test.id().toString()))
        .anyMatch(row -> Rows.isAs(Rows.content(row), before));
  }

  /** Whether what somebody else did may be taken for one's own. */
  private static boolean mistakable(List<Step> steps) {
    return steps.stream().anyMatch(Step::unclear)
        && (ValueChecks.came(steps, "alike") || ValueChecks.came(steps, "switched"));
  }

  private static List<Step> applied(List<Step> steps) {
    return steps.stream().filter(Step::wrote).toList();
  }

  /** Whether a value serves true to everyone. */
  static boolean isOn(boolean v2, JsonElement content) {
    JsonObject value = content.getAsJsonObject();
    return v2
        ? value.getAsJsonObject("defaultValue").get("boolValue").getAsBoolean()
            && !value.has("targetingRules")
        : value.get("value").getAsBoolean()
            && !value.has("rolloutRules")
            && !value.has("rolloutPercentageItems");
  }
}
