package com.configcat.management.it.report;

import com.configcat.management.it.report.Report.Case;
import com.configcat.management.it.report.Report.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The list of operations, those that failed first; a script fills each when it is opened. */
final class OperationsHtml {
  private OperationsHtml() {}

  static String of(Report report) {
    return section(report, "failed", "Failed", false) + section(report, "passed", "Passed", true);
  }

  private static String section(Report report, String id, String title, boolean passed) {
    List<Operation> operations =
        report.operations().stream()
            .filter(operation -> operation.passed() == passed)
            .sorted(Comparator.comparing(Operation::resource).thenComparing(Operation::path))
            .toList();
    if (operations.isEmpty()) {
      return "";
    }
    return """
    <section class="group" aria-labelledby="%1$s-title">
    <h3 id="%1$s-title">%2$s <span class="number">%3$s</span></h3>
    %4$s</section>
    """
        .formatted(
            id,
            title,
            Markup.number(operations.size()),
            operations.stream().map(OperationsHtml::operation).collect(Collectors.joining()));
  }

  private static String operation(Operation operation) {
    String state = operation.passed() ? "passed" : "failed";
    return """
    <details class="operation %1$s" data-index="%3$d" data-resource="%4$s">
    <summary id="%2$s"><span class="mark" aria-hidden="true"></span>\
    <span class="method">%5$s</span> <span class="path">%6$s</span> \
    <span class="tally"><span class="hidden">%1$s: </span>%7$s</span> \
    <span class="by">%8$s</span>%9$s</summary>
    <div class="inside"><noscript>%10$s</noscript></div>
    </details>
    """
        .formatted(
            state,
            operation.anchor(),
            operation.index(),
            Markup.text(operation.resource()),
            Markup.text(operation.method()),
            Markup.path(operation.path()),
            tally(operation),
            Markup.name(
                operation.blocking().isEmpty() ? operation.operationId() : operation.blocking()),
            why(operation),
            withoutScript(operation));
  }

  private static String tally(Operation operation) {
    long failures = operation.failures();
    String all = Markup.count(operation.cases().size(), "case");
    return failures == 0 ? all : "<b>" + Markup.number(failures) + " failed</b> of " + all;
  }

  private static String why(Operation operation) {
    if (operation.passed()) {
      return operation.unserved().isEmpty()
          ? ""
          : " <span class=\"why\">Prism itself cannot serve "
              + Markup.text(shortened(String.join(", ", operation.unserved())))
              + "</span>";
    }
    StringBuilder chips = new StringBuilder();
    if (!operation.accepted()) {
      chips.append("<span class=\"chip\">not accepted</span> ");
    }
    if (!operation.decoded()) {
      chips.append("<span class=\"chip\">not decoded</span> ");
    }
    if (operation.cases().isEmpty()) {
      chips.append("<span class=\"chip\">no case ran</span> ");
    }
    String reason =
        operation.cases().stream()
            .filter(one -> !one.passed())
            .findFirst()
            .map(one -> Markup.text(shortened(one.name() + ": " + one.detail())))
            .orElse("");
    return " <span class=\"why\">" + chips + reason + "</span>";
  }

  private static String shortened(String reason) {
    String line = reason.strip().replaceAll("\\s+", " ");
    int end = line.offsetByCodePoints(0, Math.min(200, line.codePointCount(0, line.length())));
    return end == line.length() ? line : line.substring(0, end) + "…";
  }

  private static String withoutScript(Operation operation) {
    return operation.cases().stream()
        .sorted(Comparator.comparing(Case::passed))
        .map(
            one ->
                "<p>%s: %s %s</p>"
                    .formatted(
                        one.passed() ? "passed" : "failed",
                        Markup.text(one.name()),
                        Markup.text(one.detail())))
        .collect(Collectors.joining());
  }
}
