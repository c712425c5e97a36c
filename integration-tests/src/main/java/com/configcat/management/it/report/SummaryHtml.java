package com.configcat.management.it.report;

import com.configcat.management.it.report.Report.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The top of the page: what was tested, and counts. */
final class SummaryHtml {
  private SummaryHtml() {}

  static String facts(Report report) {
    Fields document = report.document();
    Fields prism = report.prism();
    String mode =
        switch (prism.text("mode")) {
          case "local" -> "local process";
          case "docker" -> "Docker container";
          default -> prism.text("mode");
        };
    return fact("Document", Markup.text(joined(document.text("source"), document.text("date"))))
        + fact("Prism", Markup.text(joined(prism.text("version"), mode)))
        + fact("Seed", Markup.text(report.seed()))
        + fact("SHA-256", "<code>" + Markup.text(document.text("hash")) + "</code>");
  }

  private static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + ", " + second;
  }

  private static String fact(String name, String html) {
    return "<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(name, html.isEmpty() ? "unknown" : html);
  }

  static String counts(Report report) {
    Tally tally = report.tally();
    String all = report.expected().isEmpty() ? "" : "of " + report.expected() + " in the document";
    return count("Operations", tally.operations(), all, report.complete())
        + count(
            "Accepted",
            tally.accepted(),
            "by Prism, without violations",
            tally.accepted() == tally.operations())
        + count("Decoded", tally.decoded(), "with nothing lost", tally.allDecoded())
        + count("Cases passed", tally.passedCases(), "of " + Markup.number(tally.cases()), true)
        + count("Cases failed", tally.failures(), "", tally.failures() == 0);
  }

  private static String count(String name, long number, String note, boolean good) {
    return "<div class=\"count%s\"><dt>%s</dt><dd>%s<small>%s</small></dd></div>\n"
        .formatted(good ? "" : " bad", name, Markup.number(number), Markup.text(note));
  }

  /** The rows of the table of resources, those with a failure first. */
  static String resources(Report report) {
    return byResource(report).entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), Tally.of(entry.getValue())))
        .sorted(Comparator.comparing(entry -> entry.getValue().failed() == 0))
        .map(entry -> resource(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String resource(String name, Tally tally) {
    return """
    <tr%s data-resource="%s"><th scope="row">%s</th><td>%s</td>%s%s<td>%s</td>%s</tr>
    """
        .formatted(
            tally.failed() == 0 ? "" : " class=\"bad\"",
            Markup.text(name),
            Markup.name(name),
            Markup.number(tally.operations()),
            cell(tally.accepted(), tally.accepted() == tally.operations()),
            cell(tally.decoded(), tally.allDecoded()),
            Markup.number(tally.passedCases()),
            cell(tally.failures(), tally.failures() == 0));
  }

  private static String cell(long number, boolean good) {
    String state = good ? number == 0 ? " class=\"none\"" : "" : " class=\"bad\"";
    return "<td%s>%s</td>".formatted(state, Markup.number(number));
  }

  static String resourceOptions(Report report) {
    return byResource(report).entrySet().stream()
        .map(
            entry ->
                "<option value=\"%1$s\">%1$s (%2$d)</option>"
                    .formatted(Markup.text(entry.getKey()), entry.getValue().size()))
        .collect(Collectors.joining("\n"));
  }

  /** The choices of the filter by outcome. */
  static String outcomes(Report report) {
    Tally tally = report.tally();
    return outcome("all", "All", tally.operations(), " checked")
        + outcome("failed", "Failed", tally.failed(), "")
        + outcome("passed", "Passed", tally.passedOperations(), "");
  }

  private static String outcome(String value, String label, long number, String checked) {
    return """
    <label><input type="radio" name="outcome" value="%s"%s><span>%s <b>%s</b></span></label>
    """
        .formatted(value, checked, label, Markup.number(number));
  }

  private static Map<String, List<Operation>> byResource(Report report) {
    return report.operations().stream()
        .collect(Collectors.groupingBy(Operation::resource, TreeMap::new, Collectors.toList()));
  }
}
