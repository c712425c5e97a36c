package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.compare.Sentence;
import com.configcat.management.openapi.compare.Severity;
import com.configcat.management.openapi.document.ChosenDocument;
import java.util.List;

/**
 * What a reader wants to know first.
 *
 * @param verdict in a few words
 * @param counts how much there is of each
 * @param origin which documents are compared
 * @param used whether the client is generated from the document, which it is not where that would
 *     break the facade
 */
record Heading(String verdict, List<Count> counts, Sentence origin, boolean used) {
  static final String REFUSED =
      "The build does not use this document, since the facade needs what it takes away.";

  /**
   * How much there is of something.
   *
   * @param number how much
   * @param words of what
   */
  record Count(int number, String words) {
    @Override
    public String toString() {
      return number + " " + words;
    }
  }

  static Heading of(Drift drift, ChosenDocument pinned, ChosenDocument chosen, boolean used) {
    return new Heading(
        drift.headline(),
        List.of(
            new Count(drift.count(Severity.ADDS), "new"),
            new Count(drift.count(Severity.SURPRISES), "may surprise"),
            new Count(drift.count(Severity.BREAKS), "break"),
            new Count(drift.count(Severity.NO_EFFECT), "without effect")),
        new Sentence(
            "The document from {}, {}, beside the pinned one of {}.",
            List.of(chosen.origin(), chosen.date(), pinned.date())),
        used);
  }

  String countsInWords() {
    return String.join(", ", counts.stream().map(Count::toString).toList());
  }
}
