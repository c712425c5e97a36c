package com.configcat.management.it.tasks;

import com.configcat.management.fake.FakeState;
import com.configcat.management.it.tasks.FaultPlan.ConcurrentWrite;
import com.configcat.management.it.tasks.ResourceCase.Place;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What others do to the resource that is ensured, or one of its name. */
final class EnsureConcurrentWriters {
  private final ResourceCase subject;
  private final Place place;
  private final boolean duplicates;
  private int marks;

  /**
   * Writes beside a task.
   *
   * @param duplicates whether others make one of the name though there is one
   */
  EnsureConcurrentWriters(ResourceCase subject, Place place, boolean duplicates) {
    this.duplicates = duplicates;
    this.subject = subject;
    this.place = place;
  }

  List<ConcurrentWrite> all() {
    return List.of(
        new ConcurrentWrite("made one", this::make),
        new ConcurrentWrite("made one", this::make),
        new ConcurrentWrite(
            "changed", first(row -> row.addProperty("fromTheFutureOfSomebody" + ++marks, "kept"))),
        new ConcurrentWrite("noted", first(row -> subject.note(row, "by writer " + ++marks))),
        new ConcurrentWrite("alike", first(row -> subject.note(row, ResourceCase.NOTE))),
        new ConcurrentWrite("deleted", this::delete));
  }

  private Consumer<FakeState> first(Consumer<JsonObject> change) {
    return state -> find(state).ifPresent(change);
  }

  private Optional<JsonObject> find(FakeState state) {
    return subject.rows(state.tree(), place).stream().findFirst();
  }

  private void make(FakeState state) {
    if (duplicates || find(state).isEmpty()) {
      subject.makeAnother(place);
    }
  }

  private void delete(FakeState state) {
    find(state)
        .ifPresent(
            row ->
                state.tree().asMap().values().stream()
                    .filter(JsonElement::isJsonObject)
                    .forEach(
                        table ->
                            table
                                .getAsJsonObject()
                                .asMap()
                                .values()
                                .removeIf(each -> each == row)));
  }
}
