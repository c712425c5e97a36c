package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Tells tighter limits from looser ones. */
final class ConstraintComparison {
  private static final Set<String> UPPER =
      Set.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final Set<String> LOWER =
      Set.of("minimum", "minLength", "minItems", "minProperties");
  private static final Set<String> OTHER =
      Set.of(
          "exclusiveMaximum", "exclusiveMinimum", "format", "multipleOf", "pattern", "uniqueItems");

  private ConstraintComparison() {}

  static boolean isLimit(String keyword) {
    return UPPER.contains(keyword) || LOWER.contains(keyword) || OTHER.contains(keyword);
  }

  /** Says that a limit differs: tighter ones surprise who sends, looser ones who reads. */
  static Change change(Place place, String keyword, JsonNode before, JsonNode after) {
    boolean tighter = isTighter(keyword, before, after);
    boolean looser = isTighter(keyword, after, before);
    String was = before.isMissingNode() ? "nothing" : before.asText();
    String is = after.isMissingNode() ? "nothing" : after.asText();
    String what = "other values";
    if (tighter != looser) {
      what = tighter ? "less" : "more";
    }
    String verb = place.direction().sent() ? " takes " : " may hold ";
    return place.change(
        tighter ? SURPRISES : NO_EFFECT,
        looser ? SURPRISES : NO_EFFECT,
        ChangeKind.LIMIT,
        place.says(verb + what + ": {} is {}, was {}", keyword, is, was),
        Sentence.of("{} is {}, was {}", keyword, is, was));
  }

  /** Says whether values that passed before may fail now; both ways where nobody can tell. */
  private static boolean isTighter(String keyword, JsonNode before, JsonNode after) {
    if (before.isMissingNode() || after.isMissingNode()) {
      return before.isMissingNode();
    }
    if (UPPER.contains(keyword)) {
      return after.decimalValue().compareTo(before.decimalValue()) < 0;
    }
    if (LOWER.contains(keyword)) {
      return after.decimalValue().compareTo(before.decimalValue()) > 0;
    }
    boolean divides =
        keyword.equals("multipleOf")
            && after.decimalValue().signum() > 0
            && before.decimalValue().remainder(after.decimalValue()).signum() == 0;
    return !divides;
  }
}
