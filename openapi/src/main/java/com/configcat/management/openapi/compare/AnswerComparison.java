package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Compares what operations return. */
final class AnswerComparison {
  private static final String NOTHING = "void";
  private final List<Change> changes;
  private final SchemaComparison schemas;

  AnswerComparison(List<Change> changes, SchemaComparison schemas) {
    this.changes = changes;
    this.schemas = schemas;
  }

  void compare(ComparedOperation before, ComparedOperation after, Place call) {
    JsonNode old = before.answer();
    JsonNode now = after.answer();
    String was = OperationComparison.answerType(before);
    String is = OperationComparison.answerType(after);
    if (!was.equals(is)) {
      changes.add(call.change(BREAKS, ChangeKind.ANSWER_TYPE, otherType(call, was, is)));
    } else if (old != null && now != null) {
      schemas.compare(old, now, answer(call));
      emptiness(before, after, call);
    }
    statuses(before.source().path("responses"), after.source().path("responses"), call);
  }

  private static Sentence otherType(Place call, String was, String is) {
    if (is.equals(NOTHING)) {
      return call.says(" returns nothing now, was {}", was);
    }
    return was.equals(NOTHING)
        ? call.says(" returns {} now, was nothing", is)
        : call.says(" returns {} now, was {}", is, was);
  }

  private static Place answer(Place call) {
    return new Place(
        call.resource(),
        Sentence.of("the answer of ").then(call.member()),
        call.inline() + "200Response",
        Direction.READ,
        ChangeKind.ANSWER_TYPE,
        call.callers());
  }

  private void emptiness(ComparedOperation before, ComparedOperation after, Place call) {
    if (before.mayBeEmpty() != after.mayBeEmpty()) {
      changes.add(
          after.mayBeEmpty()
              ? call.change(
                  SURPRISES, ChangeKind.ANSWER_MAY_BE_EMPTY, call.says(" may return null now"))
              : call.change(
                  NO_EFFECT,
                  ChangeKind.ANSWER_MAY_BE_EMPTY,
                  Sentence.of("never returns null now")));
    }
  }

  private void statuses(JsonNode before, JsonNode after, Place call) {
    for (String status : Keys.differing(before, after)) {
      if (before.has(status) != after.has(status)) {
        changes.add(
            call.change(
                NO_EFFECT,
                ChangeKind.STATUS,
                Sentence.of(
                    after.has(status) ? "{} is declared" : "{} is no longer declared", status)));
      } else {
        status(status, before.path(status), after.path(status), call);
      }
    }
  }

  private void status(String status, JsonNode before, JsonNode after, Place call) {
    for (String key : Keys.differing(before, after, Set.of("content"))) {
      changes.add(
          call.change(
              NO_EFFECT,
              ChangeKind.HEADER,
              Sentence.of("{} has other {}, which Java does not see", status, key)));
    }
    JsonNode content = before.path("content");
    JsonNode other = after.path("content");
    if (status.startsWith("2")) {
      // Where there was no content or there is none now, the type has said so.
      if (!content.isEmpty() && !other.isEmpty()) {
        BodyComparison.mediaTypes(content, other, answer(call), "come", changes);
      }
    } else if (!content.equals(other)) {
      changes.add(
          call.change(
              NO_EFFECT,
              ChangeKind.STATUS,
              Sentence.of("{} has another body, which Java takes as text", status)));
    }
  }
}
