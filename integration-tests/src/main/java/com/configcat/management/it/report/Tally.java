package com.configcat.management.it.report;

import com.configcat.management.it.report.Report.Operation;
import java.util.Collection;

/** Counts over some operations. */
record Tally(
    long operations,
    long accepted,
    long decoded,
    long unserved,
    long failed,
    long cases,
    long failures) {
  static Tally of(Collection<Operation> operations) {
    return new Tally(
        operations.size(),
        operations.stream().filter(Operation::accepted).count(),
        operations.stream().filter(Operation::decoded).count(),
        operations.stream().filter(operation -> !operation.unserved().isEmpty()).count(),
        operations.stream().filter(operation -> !operation.passed()).count(),
        operations.stream().mapToLong(operation -> operation.cases().size()).sum(),
        operations.stream().mapToLong(Operation::failures).sum());
  }

  /** Whether every operation was decoded of which there was anything to decode. */
  boolean allDecoded() {
    return decoded + unserved >= operations;
  }

  long passedOperations() {
    return operations - failed;
  }

  long passedCases() {
    return cases - failures;
  }
}
