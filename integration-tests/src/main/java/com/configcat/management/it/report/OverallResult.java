package com.configcat.management.it.report;

/** Result of the whole run, in words. */
record OverallResult(boolean good, String headline, String explanation) {
  static OverallResult of(Report report) {
    Tally tally = report.tally();
    String called = Markup.count(tally.operations(), "operation");
    if (tally.operations() == 0) {
      return new OverallResult(false, "No operation was called", "The report is empty.");
    }
    if (tally.failed() > 0) {
      return new OverallResult(
          false,
          Markup.number(tally.failed()) + " of " + called + " failed",
          Markup.number(tally.failures())
              + " of "
              + Markup.count(tally.cases(), "case")
              + " failed."
              + without(report)
              + missing(report));
    }
    if (!report.complete()) {
      return new OverallResult(
          false, "Not every operation was called", "What was called passed." + missing(report));
    }
    return new OverallResult(
        true,
        tally.operations() == 1 ? "The one operation passed" : "All " + called + " passed",
        "Each was called through the client, accepted by Prism and decoded: "
            + Markup.count(tally.cases(), "case")
            + "."
            + unserved(tally));
  }

  private static String without(Report report) {
    long without = report.operations().stream().filter(one -> one.cases().isEmpty()).count();
    return without == 0 ? "" : " For " + Markup.count(without, "operation") + " no case ran.";
  }

  private static String unserved(Tally tally) {
    return tally.unserved() == 0
        ? ""
        : " But for "
            + Markup.count(tally.unserved(), "operation")
            + " of which Prism itself could not make every answer.";
  }

  private static String missing(Report report) {
    return report.complete()
        ? ""
        : " The document has "
            + report.expected()
            + " operations, this report "
            + Markup.number(report.operations().size())
            + ".";
  }

  String title() {
    return headline + " · Contract report";
  }
}
