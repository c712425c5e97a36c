package com.configcat.management.it.tasks;

import com.configcat.management.fake.FakeConfig;
import com.configcat.management.fake.FakeEnvironment;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.fake.FakeState;
import com.configcat.management.it.tasks.FaultPlan.ConcurrentWrite;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What others do to values and flags while a task is at work on one of them. */
final class ValueConcurrentWriters {
  static final String UNKNOWN = "fromTheFutureOfSomebody";

  private final WalkWorld world;
  private final FakeConfig config;
  private final boolean v2;
  private int marks;

  ValueConcurrentWriters(WalkWorld world, boolean v2) {
    this.world = world;
    this.v2 = v2;
    this.config = v2 ? world.v2 : world.v1;
  }

  /**
   * Lists them.
   *
   * @param flag what the task is at work on
   * @param other another flag of the Config
   * @param alike does what the task is to do
   */
  List<ConcurrentWrite> of(FakeFlag flag, FakeFlag other, Consumer<JsonObject> alike) {
    List<ConcurrentWrite> all = new ArrayList<>();
    Consumer<JsonObject> change = row -> change(row);
    all.add(writer("changed", flag, world.test, change));
    all.add(writer("changed", flag, world.test, change));
    all.add(writer("switched", flag, world.test, this::toggle));
    all.add(writer("unknown changed", flag, world.test, this::unknown));
    all.add(writer("and back", flag, world.test, row -> {}));
    all.add(writer("other flag changed", other, world.test, change));
    all.add(writer("changed elsewhere", flag, world.production, change));
    all.add(writer("changed alike", flag, world.test, alike));
    all.add(new ConcurrentWrite("deleted", state -> delete(state, flag)));
    all.add(new ConcurrentWrite("made again", state -> makeAgain(state, flag)));
    return all;
  }

  private static ConcurrentWrite writer(
      String name, FakeFlag flag, FakeEnvironment environment, Consumer<JsonObject> change) {
    return new ConcurrentWrite(
        name + " " + flag.key(),
        state -> {
          if (Rows.value(state.tree(), environment.id(), flag.id()) != null) {
            state.write(environment.id(), flag.id(), change);
          }
        });
  }

  private void change(JsonObject row) {
    String mark = "writer-" + ++marks;
    if (v2 && marks % 2 == 0) {
      row.addProperty("percentageEvaluationAttribute", mark);
      return;
    }
    JsonArray rules = row.getAsJsonArray(v2 ? "targetingRules" : "rolloutRules");
    JsonObject rule =
        v2
            ? Scene.json(
                """
                {'conditions':[{'userCondition':{'comparisonAttribute':'%s',
                  'comparator':'textEquals','comparisonValue':{'stringValue':'x'}},
                  'segmentCondition':null,'prerequisiteFlagCondition':null}],
                 'percentageOptions':null,'value':{'boolValue':true},'fromTheFutureBySomebody':'%s'}
                """
                    .formatted(mark, mark))
            : Scene.json(
                """
                {'comparisonAttribute':'%s','comparator':'contains','comparisonValue':'x',
                 'segmentComparator':null,'segmentId':null,'value':true}
                """
                    .formatted(mark));
    rules.add(rule);
    if (marks % 3 == 0) { // In front of all others.
      for (int i = rules.size() - 1; i > 0; i--) {
        rules.set(i, rules.get(i - 1));
      }
      rules.set(0, rule);
    }
  }

  private void toggle(JsonObject row) {
    if (v2) {
      JsonObject value = row.getAsJsonObject("defaultValue");
      value.addProperty("boolValue", !value.get("boolValue").getAsBoolean());
    } else {
      row.addProperty("value", !row.get("value").getAsBoolean());
    }
  }

  private void unknown(JsonObject row) {
    String mark = "writer-" + ++marks;
    row.addProperty(UNKNOWN + marks, mark);
    if (v2) {
      row.getAsJsonObject("defaultValue").addProperty(UNKNOWN + marks, mark);
      row.getAsJsonArray("targetingRules")
          .forEach(rule -> rule.getAsJsonObject().addProperty(UNKNOWN + marks, mark));
    }
  }

  private static void delete(FakeState state, FakeFlag flag) {
    JsonObject tree = state.tree();
    tree.getAsJsonObject("settings").remove(Integer.toString(flag.id()));
    tree.getAsJsonObject("values").asMap().keySet().removeIf(id -> id.endsWith("/" + flag.id()));
  }

  private void makeAgain(FakeState state, FakeFlag flag) {
    if (state.tree().getAsJsonObject("settings").has(Integer.toString(flag.id()))) {
      delete(state, flag);
      FakeFlag unused = config.flag(flag.key());
    }
  }
}
