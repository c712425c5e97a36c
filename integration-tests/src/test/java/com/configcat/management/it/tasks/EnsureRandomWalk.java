package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.core.Ensured;
import com.configcat.management.core.Ensured.Outcome;
import com.configcat.management.error.ConfigCatException;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.it.tasks.ResourceCase.Place;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ensures one of something, of which there may be none, another one or just the same. */
record EnsureRandomWalk(
    WalkWorld world, Random random, ResourceCase subject, Place place, boolean duplicates)
    implements RandomWalk {
  /**
   * Draws one.
   *
   * @param duplicates whether names may repeat where the service refuses that, so that writers who
   *     come between make one of the name as often as they like
   */
  static EnsureRandomWalk draw(WalkWorld world, Random random, boolean duplicates) {
    List<ResourceCase> subjects = List.of(ResourceCase.values());
    ResourceCase subject = subjects.get(random.nextInt(subjects.size()));
    if (duplicates) {
      world.fake.world().allowDuplicateNames();
    }
    Place place = Place.in(world.fake, "one");
    int there = random.nextInt(3);
    if (there > 0) {
      subject.makeAnother(place);
      world.fake.change(
          state -> {
            JsonObject row = subject.rows(state.tree(), place).get(0);
            row.add("fromTheFuture", Scene.json("{'mark':'kept'}"));
            if (there > 1) {
              subject.note(row, ResourceCase.NOTE);
            }
          });
    }
    return new EnsureRandomWalk(world, random, subject, place, subject.mayRepeat(duplicates));
  }

  @Override
  public RequestTrace walk(ConfigCatManagementClient client) {
    RequestTrace trace =
        RequestTrace.of(
            world.fake,
            FaultPlan.draw(random, new EnsureConcurrentWriters(subject, place, duplicates).all()));
    return trace.told(
        () -> {
          @Nullable Ensured<?> result = null;
          @Nullable ConfigCatException failure = null;
          try {
            result = subject.ensure(client, place);
          } catch (ConfigCatException e) {
            failure = e;
          }
          check(trace.since(0), result, failure);
        });
  }

  private Map<String, JsonObject> rows(JsonObject tree) {
    Map<String, JsonObject> rows = new HashMap<>();
    subject.rows(tree, place).forEach(row -> rows.put(subject.id(row), row));
    return rows;
  }

  private void check(
      List<Step> steps, @Nullable Ensured<?> result, @Nullable ConfigCatException failure) {
    Set<String> made = new HashSet<>();
    Set<String> takenBack = new HashSet<>();
    boolean changed = false;
    for (Step step : steps) {
      if (!step.wrote()) {
        continue;
      }
      Map<String, JsonObject> found = rows(step.found());
      Map<String, JsonObject> left = rows(step.left());
      switch (step.request().method()) {
        case "POST" -> {
          Set<String> more = new HashSet<>(left.keySet());
          more.removeAll(found.keySet());
          assertThat(more).hasSize(1);
          made.addAll(more);
        }
        case "DELETE" -> {
          Set<String> less = new HashSet<>(found.keySet());
          less.removeAll(left.keySet());
          assertThat(made).as("taken back is only what was made").containsAll(less);
          takenBack.addAll(less);
        }
        default -> {
          changed = true;
          written(steps, step);
        }
      }
    }
    Map<String, JsonObject> end = rows(world.fake.snapshot());
    Set<String> left = new HashSet<>(made);
    left.removeAll(takenBack);
    assertThat(left.stream().filter(end::containsKey).count()).as("ours").isLessThanOrEqualTo(1);
    if (failure == null) {
      told(steps, result, !left.isEmpty(), changed);
      seenTwice(steps, left);
    } else if (failure.requestMayHaveBeenApplied()) {
      assertThat(steps.stream().anyMatch(Step::unclear) || !left.isEmpty() || changed)
          .as("may have been applied: %s", failure)
          .isTrue();
    } else {
      assertThat(left).as("none was made: %s", failure).isEmpty();
      assertThat(changed).as("none was changed: %s", failure).isFalse();
    }
  }

  /** Only the note is another; a PUT may undo what others do while it is sent. */
  private void written(List<Step> steps, Step step) {
    JsonObject before =
        subject.isUnique() ? step.found() : ValueChecks.firstTry(steps, step).before();
    Map<String, JsonObject> left = rows(step.left());
    Map<String, JsonObject> was = rows(before);
    String id =
        left.keySet().stream()
            .filter(each -> step.request().path().endsWith("/" + each))
            .findFirst()
            .orElseThrow();
    JsonObject expected = was.get(id).deepCopy();
    subject.note(expected, ResourceCase.NOTE);
    JsonObject now = left.get(id).deepCopy();
    for (String trace : List.of("updatedAt", "lastUpdaterEmail", "lastUpdaterFullName")) {
      expected.remove(trace);
      now.remove(trace);
    }
    assertThat(now).as("written by request %s", step.number()).isEqualTo(expected);
  }

  private void told(List<Step> steps, Ensured<?> result, boolean made, boolean changed) {
    boolean unclear = steps.stream().anyMatch(Step::unclear);
    String shown = result.value().toString();
    assertThat(
            steps.stream()
                .flatMap(s -> Stream.of(s.before(), s.found(), s.left()))
                .flatMap(tree -> rows(tree).entrySet().stream())
                .anyMatch(
                    row ->
                        shown.contains(row.getKey())
                            && subject.note(row.getValue()).equals(ResourceCase.NOTE)))
        .as("was as wanted: %s", shown)
        .isTrue();
    boolean truth =
        switch (result.outcome()) {
          case CREATED -> made || (unclear && ValueChecks.came(steps, "made one"));
          // A patch that finds what it would write is answered as any other.
          case UPDATED ->
              changed
                  || (ValueChecks.came(steps, "alike")
                      && steps.stream().anyMatch(s -> !s.isRead() && (s.unclear() || s.heard())));
          case UNCHANGED -> !made && !changed;
        };
    assertThat(truth).as("%s, made %s, changed %s", result.outcome(), made, changed).isTrue();
    assertThat(result.changed()).isEqualTo(result.outcome() != Outcome.UNCHANGED);
  }

  /** What was made is not left beside an older one that showed in a list afterwards. */
  private void seenTwice(List<Step> steps, Set<String> left) {
    for (String id : left) {
      for (Step step : steps) {
        Map<String, JsonObject> rows = rows(step.found());
        boolean listed =
            step.isRead()
                && step.heard()
                && subject.isListed(step.request().path())
                && rows.containsKey(id);
        if (listed) {
          assertThat(rows.keySet().stream().filter(other -> other.compareTo(id) < 0))
              .as("older than %s in request %s", id, step.number())
              .isEmpty();
        }
      }
    }
  }
}
