package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for each request that writes values, whatever goes wrong. */
final class ValueChecks {
  private final WalkWorld world;
  private final boolean v2;
  private final boolean bulk;

  ValueChecks(WalkWorld world, boolean v2, boolean bulk) {
    this.world = world;
    this.v2 = v2;
    this.bulk = bulk;
  }

  /** The flags in Test whose values a request is about. */
  Set<Integer> written(Step step) {
    String path = step.request().path().replaceFirst("\\?.*", "");
    List<String> parts = List.of(path.split("/", -1));
    if (path.endsWith("/values")) {
      Set<Integer> all = new HashSet<>();
      if (!path.contains(world.test.id().toString()) || step.isRead()) {
        return all;
      }
      JsonObject body = JsonParser.parseString(step.request().body()).getAsJsonObject();
      for (JsonElement each : body.getAsJsonArray(v2 ? "updateFormulas" : "settingValues")) {
        all.add(each.getAsJsonObject().get("settingId").getAsInt());
      }
      return all;
    }
    if (path.contains("/environments/")) {
      return path.contains(world.test.id().toString())
          ? Set.of(Integer.valueOf(parts.get(5)))
          : Set.of();
    }
    return Set.of(Rows.flag(step.found(), (v2 ? world.v2 : world.v1).id(), parts.get(3)));
  }

  private Set<Integer> shown(Step step) {
    if (!step.request().path().contains("/value")) {
      return Set.of(); // A flag or a Config, read to find out the evaluation version.
    }
    if (!step.request().path().contains("/values")) {
      return written(step);
    }
    Set<Integer> all = new HashSet<>();
    if (step.request().path().contains(world.test.id().toString())) {
      step.left().getAsJsonObject("settings").keySet().forEach(id -> all.add(Integer.valueOf(id)));
    }
    return all;
  }

  @Nullable JsonObject value(JsonObject tree, int flag) {
    return Rows.value(tree, world.test.id(), flag);
  }

  /** Each write that took effect found what was known last, so that nobody's work is gone. */
  void writtenOnWhatWasRead(List<Step> steps) {
    Map<Integer, List<@Nullable JsonElement>> known = new HashMap<>();
    for (Step step : steps) {
      if (step.wrote()) {
        JsonObject found = bulk && !v2 ? firstTry(steps, step).before() : step.found();
        for (int flag : written(step)) {
          assertThat(known.getOrDefault(flag, List.of()))
              .as("what was read of flag %s before request %s", flag, step.number())
              .contains(known(value(found, flag)));
        }
      }
      if (step.heard()) {
        shown(step).forEach(flag -> see(known, flag, known(value(step.left(), flag))));
      }
    }
  }

  /** Each write that took effect replaced what the task began with, and nobody else's work. */
  void replacedOnly(JsonObject start, List<Step> steps) {
    for (Step step : steps) {
      JsonObject found = bulk && !v2 ? firstTry(steps, step).before() : step.found();
      for (int flag : step.wrote() ? written(step) : Set.<Integer>of()) {
        assertThat(Rows.content(value(found, flag)))
            .as("what request %s replaces of flag %s", step.number(), flag)
            .isEqualTo(Rows.content(value(start, flag)));
      }
    }
  }

  /** What a write is made for: a V2 value has a version, a V1 value may be as it was before. */
  private @Nullable JsonElement known(@Nullable JsonObject row) {
    return v2 ? row : Rows.content(row);
  }

  private void see(
      Map<Integer, List<@Nullable JsonElement>> known, int flag, @Nullable JsonElement now) {
    List<@Nullable JsonElement> all = known.computeIfAbsent(flag, id -> new ArrayList<>());
    if (v2) {
      all.clear();
    }
    all.add(now);
  }

  /** Where nothing guards a write, others may come while it is sent, be it several times. */
  static Step firstTry(List<Step> steps, Step step) {
    Step first = step;
    while (first.number() > steps.get(0).number()) {
      Step before = steps.get(first.number() - 1 - steps.get(0).number());
      if (before.heard()
          || !before.request().path().equals(step.request().path())
          || !before.request().method().equals(step.request().method())) {
        break;
      }
      first = before;
    }
    return first;
  }

  List<Step> applied(List<Step> steps, int flag) {
    return steps.stream().filter(s -> s.wrote() && written(s).contains(flag)).toList();
  }

  boolean sent(List<Step> steps, int flag) {
    return steps.stream().anyMatch(s -> !s.isRead() && written(s).contains(flag));
  }

  /** Returns whether it is unknown if a write of the flag was applied. */
  boolean unclear(List<Step> steps, int flag) {
    return steps.stream().anyMatch(s -> s.unclear() && written(s).contains(flag));
  }

  /** Whether it held at any moment. */
  boolean ever(List<Step> steps, int flag, Predicate<@Nullable JsonElement> content) {
    return steps.stream()
        .flatMap(s -> Stream.of(s.before(), s.found(), s.left()))
        .anyMatch(tree -> content.test(Rows.content(value(tree, flag))));
  }

  /** What a failure says was done. */
  void honest(ConfigCatException failure, List<Step> steps) {
    List<Step> writes = steps.stream().filter(s -> !s.isRead()).toList();
    if (failure.requestMayHaveBeenApplied()) {
      assertThat(writes).as("one may have been applied: %s", failure).anyMatch(Step::unclear);
    } else {
      assertThat(writes).as("none was applied: %s", failure).noneMatch(Step::wrote);
    }
  }

  /** Whether a writer came in whose name that is. */
  static boolean came(List<Step> steps, String writer) {
    return steps.stream().anyMatch(s -> s.fault().name().contains(writer));
  }

  /** The rules in a value. */
  static JsonArray rules(JsonElement content) {
    JsonElement rules = content.getAsJsonObject().get("targetingRules");
    return rules == null ? new JsonArray() : rules.getAsJsonArray();
  }
}
