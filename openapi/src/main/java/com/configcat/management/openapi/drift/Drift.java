package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.compare.Change;
import com.configcat.management.openapi.compare.ContractComparison;
import com.configcat.management.openapi.compare.Severity;
import com.configcat.management.openapi.document.ChosenDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a document differs from the pinned one.
 *
 * @param changes what is worth telling, each thing once
 * @param wording what differs in words and order alone, which is worth telling beside the rest only
 */
record Drift(List<Change> changes, Wording wording) {
  static Drift between(ChosenDocument pinned, ChosenDocument chosen, FacadeUse use) {
    return new Drift(
        ContractComparison.between(pinned, chosen, use),
        Wording.between(pinned.source(), chosen.source()));
  }

  /** Says whether there is nothing to tell. */
  boolean isEmpty() {
    return changes.isEmpty();
  }

  List<Change> of(Severity severity) {
    return changes.stream().filter(change -> change.severity() == severity).toList();
  }

  int count(Severity severity) {
    return of(severity).size();
  }

  Verdict verdict() {
    if (count(Severity.BREAKS) > 0) {
      return Verdict.MAJOR;
    }
    return count(Severity.ADDS) + count(Severity.SURPRISES) > 0 ? Verdict.MINOR : Verdict.NOTHING;
  }

  /** Says the verdict in a few words. */
  String headline() {
    return switch (verdict()) {
      case NOTHING -> "Nothing for you";
      case MINOR ->
          count(Severity.ADDS) > 0 ? "Adds: a minor release" : "May surprise: a minor release";
      case MAJOR -> "Breaks: a major release";
    };
  }

  /** Returns the facade's methods that use what breaks or may surprise. */
  Set<String> touched() {
    Set<String> touched = new TreeSet<>();
    for (Change change : changes) {
      if (change.severity().compareTo(Severity.SURPRISES) >= 0) {
        touched.addAll(change.callers());
      }
    }
    return touched;
  }
}
