package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.check.FacadeUse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the operations of two documents, found by method and path. */
final class OperationComparison {
  /** What is compared one by one, and what names say. */
  private static final Set<String> KNOWN =
      Set.of(
          "parameters",
          "requestBody",
          "responses",
          "deprecated",
          "security",
          "operationId",
          "tags");

  private final List<Change> changes;
  private final FacadeUse use;
  private final JavaNames names;
  private final ParameterComparison parameters;
  private final BodyComparison bodies;
  private final AnswerComparison answers;

  OperationComparison(
      List<Change> changes, FacadeUse use, JavaNames names, SchemaComparison schemas) {
    this.changes = changes;
    this.use = use;
    this.names = names;
    this.parameters = new ParameterComparison(changes, use, names, schemas);
    this.bodies = new BodyComparison(changes, schemas);
    this.answers = new AnswerComparison(changes, schemas);
  }

  /** Returns the keys of those that there is something to tell of. */
  Set<String> compare(Map<String, ComparedOperation> before, Map<String, ComparedOperation> after) {
    Set<String> told = new HashSet<>();
    after.forEach(
        (key, operation) -> {
          int size = changes.size();
          ComparedOperation old = before.get(key);
          if (old == null) {
            added(operation);
          } else {
            common(old, operation);
          }
          if (changes.size() > size) {
            told.add(key);
          }
        });
    before.forEach(
        (key, operation) -> {
          if (!after.containsKey(key)) {
            gone(operation, after);
          }
        });
    return told;
  }

  private void gone(ComparedOperation operation, Map<String, ComparedOperation> after) {
    Place place = place(operation, operation, Direction.SENT, ChangeKind.OPERATION_GONE);
    Set<String> callers = new TreeSet<>(place.callers());
    String resource = operation.resource();
    if (after.values().stream().noneMatch(other -> other.resource().equals(resource))) {
      // The generated class goes with its last operation, and so does what the client returns it
      // by.
      names.accessor(resource).ifPresent(callers::add);
    }
    changes.add(
        new Change(
            BREAKS,
            ChangeKind.OPERATION_GONE,
            resource,
            place.member(),
            place.says(" is gone: the API has no {} now", operation.key()),
            List.copyOf(callers)));
  }

  private void added(ComparedOperation operation) {
    Place place = place(operation, operation, Direction.READ, ChangeKind.OPERATION_NEW);
    Sentence sentence = Sentence.of("new operation: ").then(place.member());
    if (operation.answer() != null) {
      sentence = sentence.then(" returns {}", answerType(operation));
    }
    String before = "; options: {}";
    for (JsonNode option : operation.optional()) {
      sentence = sentence.then(before, JavaNames.variable(option.path("name").asText()));
      before = ", {}";
    }
    changes.add(
        place.change(ADDS, ChangeKind.OPERATION_NEW, sentence.then(" ({})", operation.key())));
  }

  private void common(ComparedOperation before, ComparedOperation after) {
    if (before.equals(after)) {
      return;
    }
    Place place = place(before, after, Direction.SENT, ChangeKind.ARGUMENT_TYPE);
    if (!names.method(before).equals(names.method(after))
        || !before.javaId().equals(after.javaId())) {
      changes.add(
          place.change(
              BREAKS,
              ChangeKind.OPERATION_RENAMED,
              Sentence.of("{} is called {} now", names.call(before), names.call(after))));
    }
    deprecation(before, after, place);
    parameters.compare(before, after, place);
    bodies.compare(before, after, place);
    answers.compare(before, after, place);
    if (!before.json().path("security").equals(after.json().path("security"))) {
      changes.add(
          place.change(
              SURPRISES,
              ChangeKind.SECURITY,
              place.says(" asks for other credentials than before")));
    }
    for (String key : Keys.differing(before.json(), after.json(), KNOWN)) {
      changes.add(SchemaComparison.unknown(place, key));
    }
    String id = before.source().path("operationId").asText();
    String newId = after.source().path("operationId").asText();
    if (!id.equals(newId)) {
      changes.add(
          place.change(
              NO_EFFECT,
              ChangeKind.OPERATION_ID,
              Sentence.of("the document calls it {}, was {}", shown(newId), shown(id))));
    }
  }

  private void deprecation(ComparedOperation before, ComparedOperation after, Place place) {
    boolean now = after.json().path("deprecated").asBoolean();
    if (now != before.json().path("deprecated").asBoolean()) {
      changes.add(
          now
              ? place.change(
                  SURPRISES, ChangeKind.OPERATION_DEPRECATED, place.says(" is deprecated"))
              : place.change(
                  NO_EFFECT,
                  ChangeKind.OPERATION_DEPRECATED,
                  Sentence.of("is no longer deprecated")));
    }
  }

  private Place place(
      ComparedOperation before, ComparedOperation after, Direction direction, ChangeKind typeKind) {
    return new Place(
        after.resource(),
        Sentence.of("{}", names.call(before)),
        JavaNames.capitalized(after.javaId()),
        direction,
        typeKind,
        use.callersOfOperation(after.key()));
  }

  static String answerType(ComparedOperation operation) {
    return JavaTypes.of(
        operation.answer(), JavaNames.capitalized(operation.javaId()) + "200Response");
  }

  private static String shown(String name) {
    return name.isEmpty() ? "nothing" : name;
  }
}
