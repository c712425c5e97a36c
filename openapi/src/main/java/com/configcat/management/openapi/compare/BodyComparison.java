package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Compares what operations send. */
final class BodyComparison {
  private final List<Change> changes;
  private final SchemaComparison schemas;

  BodyComparison(List<Change> changes, SchemaComparison schemas) {
    this.changes = changes;
    this.schemas = schemas;
  }

  void compare(ComparedOperation before, ComparedOperation after, Place call) {
    JsonNode old = before.body();
    JsonNode now = after.body();
    Place place =
        new Place(
            call.resource(),
            Sentence.of("the body of ").then(call.member()),
            call.inline() + "Request",
            Direction.SENT,
            ChangeKind.BODY_TYPE,
            call.callers());
    if (old == null && now == null) {
      return;
    }
    if (old == null || now == null) {
      changes.add(
          now != null
              ? place.change(
                  BREAKS,
                  ChangeKind.BODY_NEW,
                  call.says(" needs a body now: {}", JavaTypes.of(now, place.inline())))
              : place.change(BREAKS, ChangeKind.BODY_GONE, call.says(" takes no body now")));
      return;
    }
    schemas.compare(old, now, place);
    JsonNode oldBody = before.source().path("requestBody");
    JsonNode newBody = after.source().path("requestBody");
    boolean required = newBody.path("required").asBoolean();
    if (required != oldBody.path("required").asBoolean()) {
      changes.add(
          place.change(
              NO_EFFECT,
              ChangeKind.BODY_REQUIRED,
              Sentence.of(
                  "is "
                      + (required ? "required" : "optional")
                      + " now; the client always sends it")));
    }
    mediaTypes(oldBody.path("content"), newBody.path("content"), place, "go", changes);
  }

  /** Java sees one media type, JSON: it matters only when that goes. */
  static void mediaTypes(
      JsonNode before, JsonNode after, Place place, String verb, List<Change> changes) {
    for (String type : Keys.differing(before, after)) {
      if (before.has(type) == after.has(type)) {
        continue;
      }
      boolean lost = before.has(type);
      changes.add(
          lost && type.equals("application/json")
              ? place.change(
                  SURPRISES,
                  ChangeKind.MEDIA_TYPE,
                  place.says(
                      " may no longer " + verb + " as {}, which is all that the client knows",
                      type))
              : place.change(
                  NO_EFFECT,
                  ChangeKind.MEDIA_TYPE,
                  Sentence.of((lost ? "may no longer " : "may also ") + verb + " as {}", type)));
    }
  }
}
