package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.EnsuredItem.Status;
import com.configcat.management.it.tasks.RequestTrace.Step;
import com.configcat.management.it.tasks.ResourceCase.Place;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for a resource that is ensured, alone or with others, whatever goes wrong. */
final class EnsureChecks {
  private final ResourceCase subject;
  private final Place place;
  private final boolean many;
  private final List<Step> steps;

  /** The writes that are about the resource. */
  private final List<Step> writes;

  /** What was made and not taken back. */
  private final Set<String> left = new HashSet<>();

  private boolean changed;

  /**
   * Checks each write.
   *
   * @param many whether it was ensured with others, so that a list read for all may be old
   */
  EnsureChecks(ResourceCase subject, Place place, boolean many, List<Step> steps) {
    this.subject = subject;
    this.place = place;
    this.many = many;
    this.steps = steps;
    this.writes = steps.stream().filter(step -> !step.isRead() && isAbout(step)).toList();
    Set<String> made = new HashSet<>();
    for (Step step : writes) {
      if (!step.wrote()) {
        continue;
      }
      Set<String> found = rows(step.found()).keySet();
      Set<String> now = rows(step.left()).keySet();
      switch (step.request().method()) {
        case "POST" -> {
          Set<String> more = minus(now, found);
          assertThat(more).hasSize(1);
          made.addAll(more);
          left.addAll(more);
        }
        case "DELETE" -> {
          Set<String> less = minus(found, now);
          assertThat(made).as("taken back is only what was made").containsAll(less);
          left.removeAll(less);
        }
        default -> {
          changed = true;
          written(step);
        }
      }
    }
  }

  private static Set<String> minus(Set<String> all, Set<String> others) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(others);
    return rest;
  }

  private Map<String, JsonObject> rows(JsonObject tree) {
    Map<String, JsonObject> rows = new HashMap<>();
    subject.rows(tree, place).forEach(row -> rows.put(subject.id(row), row));
    return rows;
  }

  private Stream<JsonObject> trees() {
    return steps.stream().flatMap(step -> Stream.of(step.before(), step.found(), step.left()));
  }

  private boolean isAbout(Step step) {
    if (step.request().method().equals("POST")) {
      JsonObject body = JsonParser.parseString(step.request().body()).getAsJsonObject();
      return subject.name(body).equals(place.name());
    }
    return trees()
        .flatMap(tree -> rows(tree).keySet().stream())
        .anyMatch(id -> step.request().path().endsWith("/" + id));
  }

  /** Only the note is another than in what was read. */
  private void written(Step step) {
    Map<String, JsonObject> now = rows(step.left());
    String id =
        now.keySet().stream()
            .filter(each -> step.request().path().endsWith("/" + each))
            .findFirst()
            .orElseThrow();
    assertThat(versions(step).map(tree -> rows(tree).get(id)).filter(row -> row != null))
        .map(this::asWanted)
        .as("written by request %s", step.number())
        .contains(asWanted(now.get(id)));
    assertThat(subject.note(now.get(id))).isEqualTo(ResourceCase.NOTE);
  }

  /** What a write may be based on: a PUT may undo what others do after it was read. */
  private Stream<JsonObject> versions(Step step) {
    if (subject.isUnique()) {
      return Stream.of(step.found());
    }
    JsonObject latest = ValueChecks.firstTry(steps, step).before();
    return many
        ? steps.stream()
            .filter(read -> read.number() < step.number() && read.isRead() && read.heard())
            .map(Step::left)
        : Stream.of(latest);
  }

  private JsonObject asWanted(JsonObject row) {
    JsonObject wanted = row.deepCopy();
    subject.note(wanted, ResourceCase.NOTE);
    Stream.of("updatedAt", "lastUpdaterEmail", "lastUpdaterFullName").forEach(wanted::remove);
    return wanted;
  }

  /**
   * Checks what is said of the resource.
   *
   * @param value what is said to be there
   */
  void check(Status status, @Nullable Object value, JsonObject end) {
    assertThat(left.stream().filter(rows(end)::containsKey).count())
        .as("ours")
        .isLessThanOrEqualTo(1);
    switch (status) {
      case CREATED, UPDATED, UNCHANGED -> {
        wasAsWanted(String.valueOf(value));
        assertThat(isTrue(status))
            .as("%s %s, made %s, changed %s", place.name(), status, left, changed)
            .isTrue();
        left.forEach(this::seenTwice);
      }
      case UNKNOWN ->
          assertThat(isUnclear() || !left.isEmpty() || changed)
              .as("%s may have been written", place.name())
              .isTrue();
      case FAILED -> {
        assertThat(left).as("none of %s was made", place.name()).isEmpty();
        assertThat(changed).as("%s was not changed", place.name()).isFalse();
      }
      case NOT_TRIED -> assertThat(writes).as("nothing was sent for %s", place.name()).isEmpty();
    }
  }

  private boolean isUnclear() {
    return writes.stream().anyMatch(Step::unclear);
  }

  private void wasAsWanted(String shown) {
    assertThat(
            trees()
                .flatMap(tree -> rows(tree).entrySet().stream())
                .anyMatch(
                    row ->
                        shown.contains(row.getKey())
                            && subject.note(row.getValue()).equals(ResourceCase.NOTE)))
        .as("was as wanted: %s", shown)
        .isTrue();
  }

  private boolean isTrue(Status status) {
    return switch (status) {
      case CREATED -> !left.isEmpty() || (isUnclear() && ValueChecks.came(steps, "made one"));
      // A patch that finds what it would write is answered as any other.
      case UPDATED ->
          changed
              || (ValueChecks.came(steps, "alike")
                  && writes.stream().anyMatch(s -> s.unclear() || s.heard()));
      default -> left.isEmpty() && !changed;
    };
  }

  /** What was made is not left beside an older one that showed in the lists at the end. */
  private void seenTwice(String id) {
    int last =
        steps.stream()
            .filter(step -> step.request().method().equals("POST"))
            .mapToInt(Step::number)
            .max()
            .orElseThrow();
    List<Step> lists =
        steps.stream()
            .filter(step -> step.number() > last && step.isRead())
            .filter(step -> subject.isListed(step.request().path()))
            .toList();
    if (many && !lists.stream().allMatch(Step::heard)) {
      return; // The one that was to show duplicates may be the one that failed.
    }
    for (Step list : lists) {
      Map<String, JsonObject> rows = rows(list.found());
      if (list.heard() && rows.containsKey(id)) {
        assertThat(rows.keySet().stream().filter(other -> other.compareTo(id) < 0))
            .as("older than %s in request %s", id, list.number())
            .isEmpty();
      }
    }
  }
}
