package com.configcat.management.it.tasks;

import static com.configcat.management.targeting.Targeting.userAttribute;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.EditableFormula;
import com.configcat.management.flag.Flag;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.targeting.TargetingRule;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Edits a flag's value, or sets its default. */
record EditRandomWalk(WalkWorld world, Random random, boolean rule, boolean byKey)
    implements RandomWalk {
  private static final String RULE =
      """
      {'conditions':[{'userCondition':{'comparisonAttribute':'Plan','comparator':'isOneOf',
        'comparisonValue':{'listValue':[{'value':'gold'}]}}}],'value':{'boolValue':true}}
      """;

  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    FakeFlag flag = world.flags.get(0);
    ValueChecks checks = new ValueChecks(world, true, false);
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(
                random,
                new ValueConcurrentWriters(world, true).of(flag, world.flags.get(1), this::alike)));
    return trace.told(
        () -> {
          @Nullable EditResult edited = null;
          @Nullable ConfigCatException failure = null;
          try {
            edited = edit(client, flag);
          } catch (ConfigCatException e) {
            failure = e;
          }
          check(checks, trace.since(0), edited, failure);
        });
  }

  private EditResult edit(ConfigCatManagementClient client, FakeFlag flag) {
    Flag handle =
        byKey ? client.flag(world.key, flag.key()) : client.flag(world.test.id(), flag.id());
    return rule || byKey ? handle.edit(this::change) : handle.setDefault(true);
  }

  private EditableFormula change(EditableFormula formula) {
    EditableFormula on = formula.defaultValue(true);
    return rule
        ? on.insertRule(0, TargetingRule.when(userAttribute("Plan").isOneOf("gold")).serve(true))
        : on;
  }

  /** What the change does, done by somebody else. */
  private void alike(JsonObject row) {
    row.getAsJsonObject("defaultValue").addProperty("boolValue", true);
    if (rule) {
      row.add("targetingRules", withRule(row.getAsJsonArray("targetingRules")));
    }
  }

  /** The rules with the one that the edit inserts. */
  static JsonArray withRule(JsonArray rules) {
    JsonArray more = new JsonArray();
    more.add(Scene.json(RULE));
    more.addAll(rules);
    return more;
  }

  private void check(
      ValueChecks checks,
      List<Step> steps,
      @Nullable EditResult edited,
      @Nullable ConfigCatException failure) {
    checks.writtenOnWhatWasRead(steps);
    List<Step> applied = steps.stream().filter(Step::wrote).toList();
    assertThat(applied.size()).as("applied").isLessThanOrEqualTo(1);
    for (Step step : applied) {
      int flag = checks.written(step).iterator().next();
      JsonObject wanted = Rows.content(checks.value(step.found(), flag)).getAsJsonObject();
      wanted.getAsJsonObject("defaultValue").addProperty("boolValue", true);
      if (rule) {
        wanted.add("targetingRules", withRule(ValueChecks.rules(wanted)));
      }
      assertThat(Rows.content(checks.value(step.left(), flag))).as("written").isEqualTo(wanted);
    }
    if (!ValueChecks.came(steps, "deleted") && !ValueChecks.came(steps, "made again")) {
      assertThat(world.fake.lostUnknownMembers()).as("unknown members lost").isEmpty();
    }
    if (failure != null) {
      checks.honest(failure, steps);
      return;
    }
    boolean mistakable =
        steps.stream().anyMatch(Step::unclear)
            && (ValueChecks.came(steps, "alike") || ValueChecks.came(steps, "switched"));
    assertThat(edited.changed() == !applied.isEmpty() || (mistakable && edited.changed()))
        .as("changed is %s", edited.changed())
        .isTrue();
    String version = String.valueOf(edited.value().asV2().getLastVersionId());
    JsonElement shown =
        steps.stream()
            .flatMap(s -> Stream.of(s.found(), s.left()))
            .flatMap(tree -> tree.getAsJsonObject("values").asMap().values().stream())
            .filter(
                row -> row.getAsJsonObject().get("$lastVersionId").getAsString().equals(version))
            .findFirst()
            .orElseThrow(() -> new AssertionError("a version that never was: " + version));
    assertThat(
            shown.getAsJsonObject().getAsJsonObject("defaultValue").get("boolValue").getAsBoolean())
        .isTrue();
    if (rule) {
      assertThat(shown.toString()).contains("gold");
    }
    assertThat(edited.value().asV2().getTargetingRules())
        .hasSize(ValueChecks.rules(Rows.content(shown.getAsJsonObject())).size());
  }
}
