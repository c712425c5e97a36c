package com.configcat.management.it.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns the contract report into one HTML file that needs nothing else.
 *
 * <p>The summary and the list of operations are plain HTML. Requests and answers travel as data
 * inside the file, and a script shows them when somebody opens them.
 */
public final class ReportPage {
  /** Stricter would refuse an answer with half a character in it. */
  private static final Gson STRICT =
      new GsonBuilder().setStrictness(Strictness.LEGACY_STRICT).create();

  private ReportPage() {}

  /**
   * Makes the page.
   *
   * @param json the contract report, a JSON object
   * @return an HTML document to be written as UTF-8; it loads nothing and works from a file
   * @throws IllegalArgumentException when the report is not a JSON object
   */
  public static String html(String json) {
    JsonObject root = parse(json);
    Report report = Report.of(new Fields(root));
    OverallResult verdict = OverallResult.of(report);
    String style = Template.resource("page.css");
    String script = script();
    Map<String, String> parts = new HashMap<>();
    parts.put("policy", ContentPolicy.allowing(style, script));
    parts.put("style", style);
    parts.put("script", script);
    parts.put("title", Markup.text(verdict.title()));
    parts.put("state", verdict.good() ? "good" : "bad");
    parts.put("iconColor", verdict.good() ? "%2314692f" : "%23b3261e");
    parts.put("headline", Markup.text(verdict.headline()));
    parts.put("explanation", Markup.text(verdict.explanation()));
    parts.put("facts", SummaryHtml.facts(report));
    parts.put("counts", SummaryHtml.counts(report));
    parts.put("resources", SummaryHtml.resources(report));
    parts.put("resourceOptions", SummaryHtml.resourceOptions(report));
    parts.put("outcomes", SummaryHtml.outcomes(report));
    parts.put("operations", OperationsHtml.of(report));
    parts.put("data", ScriptData.of(root));
    return Template.fill(Template.resource("page.html"), parts);
  }

  private static String script() {
    return "'use strict';\n{\n"
        + Template.resource("json.js")
        + Template.resource("cases.js")
        + Template.resource("page.js")
        + "}\n";
  }

  private static JsonObject parse(String json) {
    try {
      JsonObject root = STRICT.fromJson(json, JsonObject.class);
      if (root != null) {
        return root;
      }
    } catch (JsonParseException e) {
      throw new IllegalArgumentException("The report is not a JSON object: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("The report is not a JSON object: it is empty");
  }
}
