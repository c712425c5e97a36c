package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.check.FacadeUse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two schemas at one place, keyword by keyword: what no keyword's words fit is told as
 * unknown, so that nothing goes unnoticed.
 */
final class SchemaComparison {
  /** What the place itself is compared by, wherever it can have them. */
  private static final Set<String> ELSEWHERE = Set.of("properties", "required");

  private static final Set<String> ACCESS = Set.of("readOnly", "writeOnly");
  private final List<Change> changes;
  private final FacadeUse use;
  private final PropertyComparison properties;

  SchemaComparison(List<Change> changes, FacadeUse use, PropertyComparison properties) {
    this.changes = changes;
    this.use = use;
    this.properties = properties;
  }

  void compare(JsonNode before, JsonNode after, Place place) {
    String was = JavaTypes.of(before, place.inline());
    String is = JavaTypes.of(after, place.inline());
    if (!was.equals(is) || before.has("enum") != after.has("enum")) {
      changes.add(
          place.change(BREAKS, place.typeKind(), place.says(" is now {}, was {}", is, was)));
      return;
    }
    keywords(before, after, place);
    if (before.has("properties") && after.has("properties")) {
      properties.compare(before, after, place.inline(), place.resource(), place.direction());
    }
  }

  /** Compares all but properties. */
  void keywords(JsonNode before, JsonNode after, Place place) {
    for (String keyword : Keys.differing(before, after, ELSEWHERE)) {
      keyword(keyword, before.path(keyword), after.path(keyword), place);
    }
  }

  private void keyword(String keyword, JsonNode was, JsonNode is, Place place) {
    if (ConstraintComparison.isLimit(keyword)) {
      changes.add(ConstraintComparison.change(place, keyword, was, is));
    } else if (ACCESS.contains(keyword)) {
      changes.add(access(place, keyword, is.asBoolean()));
    } else {
      switch (keyword) {
        case "items" -> compare(was, is, place.element("Inner"));
        case "enum" -> values(was, is, place);
        case "oneOf", "anyOf" -> alternatives(was, is, place);
        case "default" -> changes.add(defaults(place, text(was), text(is)));
        case "nullable" -> changes.add(nullable(place, is.asBoolean()));
        case "deprecated" -> changes.add(deprecated(place, is.asBoolean()));
        case "additionalProperties" -> {
          if (was.isObject() && is.isObject()) {
            compare(was, is, place.element("Value"));
          } else {
            changes.add(unknown(place, keyword));
          }
        }
        default -> changes.add(unknown(place, keyword));
      }
    }
  }

  private void values(JsonNode before, JsonNode after, Place place) {
    String model = place.inline();
    for (String value : missing(after, before)) {
      Sentence constant = Sentence.of("{}", JavaNames.constant(model, value));
      Sentence news =
          place.direction().read()
              ? Sentence.of("new value, which clients built before read as {}: ", "UNRECOGNIZED")
              : Sentence.of("new value: ");
      changes.add(
          place.change(
              ADDS,
              SURPRISES,
              ChangeKind.VALUE_NEW,
              news.then(constant),
              Sentence.of("new value: ").then(constant)));
    }
    for (String value : missing(before, after)) {
      String constant = JavaNames.constant(model, value);
      changes.add(
          new Change(
              BREAKS,
              ChangeKind.VALUE_GONE,
              place.resource(),
              Sentence.of("{}", constant),
              Sentence.of("{} is gone", constant),
              use.callersOfValue(model, value)));
    }
  }

  private void alternatives(JsonNode before, JsonNode after, Place place) {
    for (JsonNode part : missingParts(after, before)) {
      String type = JavaTypes.of(part, place.inline());
      changes.add(
          place.change(
              ADDS,
              SURPRISES,
              ChangeKind.ALTERNATIVE,
              place.says(" may be {} as well", type),
              Sentence.of("may be {} as well", type)));
    }
    for (JsonNode part : missingParts(before, after)) {
      String type = JavaTypes.of(part, place.inline());
      changes.add(
          place.change(
              SURPRISES,
              NO_EFFECT,
              ChangeKind.ALTERNATIVE,
              place.says(" may no longer be {}", type),
              Sentence.of("is never {} now", type)));
    }
  }

  private static Change access(Place place, String keyword, boolean now) {
    boolean readOnly = keyword.equals("readOnly");
    Sentence sentence =
        readOnly
            ? place.says(now ? " is ignored when it is sent" : " may be sent now")
            : place.says(now ? " no longer comes back" : " comes back now");
    Severity severity = now ? SURPRISES : ADDS;
    return place.change(
        readOnly ? severity : NO_EFFECT,
        readOnly ? NO_EFFECT : severity,
        ChangeKind.PROPERTY_ACCESS,
        sentence,
        Sentence.of(now ? "{} is said" : "{} is no longer said", keyword));
  }

  private static Change defaults(Place place, String was, String is) {
    return place.change(
        SURPRISES,
        NO_EFFECT,
        ChangeKind.DEFAULT,
        place.says(" is {} where it is not set, was {}", is, was),
        Sentence.of("the default is {}, was {}", is, was));
  }

  /** Speaks of elements and bodies; for properties, whether they are required counts as well. */
  private static Change nullable(Place place, boolean now) {
    return place.change(
        NO_EFFECT,
        now ? SURPRISES : NO_EFFECT,
        ChangeKind.PRESENCE,
        place.says(" may be or hold null now"),
        Sentence.of(now ? "may be null" : "is no longer null"));
  }

  static Change deprecated(Place place, boolean now) {
    return now
        ? place.change(SURPRISES, ChangeKind.PROPERTY_DEPRECATED, place.says(" is deprecated"))
        : place.change(
            NO_EFFECT, ChangeKind.PROPERTY_DEPRECATED, Sentence.of("is no longer deprecated"));
  }

  static Change unknown(Place place, String keyword) {
    return place.change(
        SURPRISES,
        ChangeKind.UNKNOWN,
        place.says(" differs in {}, which this report cannot judge", keyword));
  }

  private static String text(JsonNode value) {
    return value.isMissingNode()
        ? "nothing"
        : value.isTextual() ? value.asText() : value.toString();
  }

  private static List<String> missing(JsonNode all, JsonNode known) {
    Set<String> values = new TreeSet<>();
    all.forEach(value -> values.add(value.asText()));
    known.forEach(value -> values.remove(value.asText()));
    return List.copyOf(values);
  }

  private static List<JsonNode> missingParts(JsonNode all, JsonNode known) {
    List<JsonNode> parts = new ArrayList<>();
    all.forEach(parts::add);
    known.forEach(parts::remove);
    return parts;
  }
}
