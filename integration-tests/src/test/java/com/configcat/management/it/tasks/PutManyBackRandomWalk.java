package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.error.FlagNotRestoredException;
import com.configcat.management.error.FlagsNotSetException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.TemporaryFlags;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.model.SettingValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sets all flags of a Config for a while and puts them back; again, if that failed. */
record PutManyBackRandomWalk(WalkWorld world, Random random, boolean v2, boolean bare)
    implements RandomWalk {
  static PutManyBackRandomWalk draw(WalkWorld world, Random random) {
    return new PutManyBackRandomWalk(world, random, random.nextInt(4) > 0, random.nextBoolean());
  }

  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    if (bare) {
      world.withoutUnknownMembers();
    }
    List<FakeFlag> flags = v2 ? world.flags : world.oldFlags;
    FakeFlag flag = flags.get(random.nextInt(5));
    JsonObject first = flag.served(world.test);
    boolean back = random.nextBoolean();
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(
                random,
                new ValueConcurrentWriters(world, v2)
                    .of(
                        flag,
                        flags.get(1),
                        row -> PutBackRandomWalk.alike(v2, row, back ? first : null))));
    return trace.told(() -> setAndPutBack(client, trace));
  }

  private void setAndPutBack(ConfigCatManagementClient client, RequestTrace trace) {
    ValueChecks checks = new ValueChecks(world, v2, false);
    TemporaryFlags set;
    try {
      set =
          client
              .flags()
              .bulkEdit((v2 ? world.v2 : world.v1).id(), world.test.id())
              .temporarily(SettingValue.of(true));
    } catch (ConfigCatException e) {
      checkNotSet(e, checks, trace.since(0));
      return;
    }
    List<Step> setting = trace.since(0);
    Map<Integer, JsonElement> before = values(set.before());
    before.forEach((flag, value) -> checkSet(flag, value, checks, setting));
    int start = trace.length();
    for (int i = 0; i < 3; i++) {
      int from = trace.length();
      @Nullable ConfigCatException failure = null;
      try {
        set.close();
      } catch (FlagNotRestoredException e) {
        failure = e;
        JsonObject left = JsonParser.parseString(e.before()).getAsJsonObject();
        left.asMap()
            .forEach(
                (id, value) ->
                    assertThat(Rows.pruned(value)).isEqualTo(before.get(Integer.valueOf(id))));
      }
      checks.writtenOnWhatWasRead(trace.since(0));
      checks.replacedOnly(setting.get(setting.size() - 1).left(), trace.since(start));
      boolean closed = failure == null;
      before.forEach((flag, value) -> checkBack(flag, value, closed, checks, trace.since(start)));
      if (closed
          && trace.length() > from
          && !PutBackRandomWalk.othersRemoved(trace.since(0))
          && !bare) {
        assertThat(world.fake.lostUnknownMembers()).as("lost").isEmpty();
      }
    }
  }

  private static Map<Integer, JsonElement> values(Map<Integer, String> before) {
    Map<Integer, JsonElement> values = new TreeMap<>();
    before.forEach((id, json) -> values.put(id, Rows.pruned(JsonParser.parseString(json))));
    return values;
  }

  /** Either nothing was set, or what was set is put back. */
  private void checkNotSet(ConfigCatException e, ValueChecks checks, List<Step> steps) {
    checks.writtenOnWhatWasRead(steps);
    if (!(e instanceof FlagsNotSetException || e instanceof FlagNotRestoredException)) {
      assertThat(steps).as("%s", e).noneMatch(Step::wrote);
      return;
    }
    if (e instanceof FlagNotRestoredException) {
      return; // It says what is to be put back by hand.
    }
    assertThat(e.requestMayHaveBeenApplied()).isFalse();
    for (FakeFlag flag : v2 ? world.flags : world.oldFlags) {
      List<Step> applied = checks.applied(steps, flag.id());
      if (applied.isEmpty() || checks.unclear(steps, flag.id()) || mistakable(steps)) {
        continue;
      }
      Step last = applied.get(applied.size() - 1);
      assertThat(Rows.content(checks.value(last.left(), flag.id())))
          .as("%s is put back", flag.key())
          .isEqualTo(Rows.content(checks.value(applied.get(0).found(), flag.id())));
    }
  }

  private void checkSet(int flag, JsonElement before, ValueChecks checks, List<Step> setting) {
    List<Step> applied = checks.applied(setting, flag);
    assertThat(applied.size() <= 1 || mistakable(setting)).as("set once").isTrue();
    for (Step step : applied) {
      assertThat(Rows.content(checks.value(step.found(), flag))).as("before").isEqualTo(before);
      assertThat(PutBackRandomWalk.isOn(v2, Rows.content(checks.value(step.left(), flag))))
          .as("on")
          .isTrue();
    }
  }

  private void checkBack(
      int flag, JsonElement before, boolean closed, ValueChecks checks, List<Step> steps) {
    List<Step> applied = checks.applied(steps, flag);
    assertThat(applied.size() <= 1 || mistakable(steps)).as("put back once").isTrue();
    for (Step step : applied) {
      assertThat(Rows.content(checks.value(step.left(), flag))).as("back").isEqualTo(before);
    }
    if (closed && applied.isEmpty() && !steps.isEmpty()) {
      assertThat(checks.ever(steps, flag, now -> Rows.isAs(now, before)))
          .as("back without a write")
          .isTrue();
    }
  }

  /** Whether somebody else did what may be taken for one's own, or undid it. */
  private static boolean mistakable(List<Step> steps) {
    return ValueChecks.came(steps, "alike") || ValueChecks.came(steps, "switched");
  }
}
