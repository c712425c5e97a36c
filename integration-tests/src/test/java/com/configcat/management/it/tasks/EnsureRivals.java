package com.configcat.management.it.tasks;

import com.configcat.management.it.fake.FakeState;
import com.configcat.management.it.tasks.Mishaps.Rival;
import com.configcat.management.it.tasks.Subject.Place;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What others do to the resource that is ensured, or one of its name. */
final class EnsureRivals {
  private final Subject subject;
  private final Place place;
  private int marks;

  EnsureRivals(Subject subject, Place place) {
    this.subject = subject;
    this.place = place;
  }

  List<Rival> all() {
    return List.of(
        new Rival("made one", this::make),
        new Rival("made one", this::make),
        new Rival("changed", first(row -> row.addProperty("ofTheRival" + ++marks, "kept"))),
        new Rival("noted", first(row -> subject.note(row, "by rival " + ++marks))),
        new Rival("alike", first(row -> subject.note(row, Subject.NOTE))),
        new Rival("deleted", this::delete));
  }

  private Consumer<FakeState> first(Consumer<JsonObject> change) {
    return state -> find(state).ifPresent(change);
  }

  private Optional<JsonObject> find(FakeState state) {
    return subject.rows(state.tree(), place).stream().findFirst();
  }

  private void make(FakeState state) {
    if (!subject.isUnique() || find(state).isEmpty()) {
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
