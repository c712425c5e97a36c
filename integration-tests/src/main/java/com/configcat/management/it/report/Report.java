package com.configcat.management.it.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the page's HTML needs of the report; requests and answers stay in the data. */
record Report(
    Fields document, Fields prism, String seed, String expected, List<Operation> operations) {
  static Report of(Fields root) {
    List<Operation> operations = new ArrayList<>();
    Set<String> anchors = new HashSet<>();
    for (Fields operation : root.children("operations")) {
      operations.add(Operation.of(operation, operations.size(), anchors));
    }
    Fields document = root.child("document");
    return new Report(
        document,
        root.child("prism"),
        root.text("seed"),
        document.text("operations"),
        List.copyOf(operations));
  }

  Tally tally() {
    return Tally.of(operations);
  }

  /** Whether the report has as many operations as the document, where it says how many that is. */
  boolean complete() {
    return expected.isEmpty() || expected.equals(Integer.toString(operations.size()));
  }

  /** An operation of the document and how the client fared with it. */
  record Operation(
      int index,
      String anchor,
      String method,
      String path,
      String operationId,
      String resource,
      String blocking,
      boolean accepted,
      boolean decoded,
      List<String> unserved,
      List<Case> cases) {
    private static Operation of(Fields fields, int index, Set<String> anchors) {
      String resource = fields.text("resource");
      return new Operation(
          index,
          anchor(fields, anchors),
          fields.text("method"),
          fields.text("path"),
          fields.text("operationId"),
          resource.isEmpty() ? "(none)" : resource,
          fields.text("blocking"),
          fields.flag("accepted"),
          fields.flag("decoded"),
          fields.texts("unserved"),
          fields.children("cases").stream().map(Case::of).toList());
    }

    private static String anchor(Fields fields, Set<String> anchors) {
      String id = fields.text("operationId");
      String name = id.isEmpty() ? fields.text("method") + fields.text("path") : id;
      String wanted = "op-" + name.replaceAll("[^A-Za-z0-9_.-]+", "-");
      String anchor = wanted;
      for (int next = 2; !anchors.add(anchor); next++) {
        anchor = wanted + "-" + next;
      }
      return anchor;
    }

    long failures() {
      return cases.stream().filter(one -> !one.passed()).count();
    }

    /**
     * An operation that no case exercised has not passed; one that Prism itself could not serve
     * has, if nothing else is wrong.
     */
    boolean passed() {
      return accepted && (decoded || !unserved.isEmpty()) && !cases.isEmpty() && failures() == 0;
    }
  }

  /** One call of an operation. */
  record Case(String name, boolean passed, String detail) {
    private static Case of(Fields fields) {
      return new Case(
          fields.text("name"),
          fields.text("outcome").matches("passed|unserved"),
          fields.text("detail"));
    }
  }
}
