package com.configcat.management.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
  private static final String DATA = "<script type=\"application/json\" id=\"report\">";

  @Test
  void carriesTheWholeReport() {
    String json = SampleReport.failed();

    String data = between(ReportPage.html(json), DATA, "</script>");

    assertThat(JsonParser.parseString(data)).isEqualTo(JsonParser.parseString(json));
  }

  @Test
  void letsNothingOfTheReportBecomeMarkup() {
    String page = ReportPage.html(SampleReport.failed());

    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(page.contains("<!--") || page.contains("<img")).isFalse();
    assertThat(html(SampleReport.failed()))
        .contains("&lt;/script&gt;&lt;script&gt;window.hacked=1")
        .contains("{{data}}");
  }

  @Test
  void loadsNothing() {
    String page = html(SampleReport.passed());

    assertThat(page).contains("<style>").doesNotContain(" src=", "href=\"http", "url(", "@import");
  }

  @Test
  void allowsItsOwnScriptAndStyleOnly() throws Exception {
    String page = ReportPage.html(SampleReport.passed());

    String policy = between(page, "Content-Security-Policy\" content=\"", "\"");

    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("style-src '" + hash(between(page, "<style>", "</style>")) + "'")
        .contains("script-src '" + hash(between(page, "<script>", "</script>")) + "'");
  }

  @Test
  void saysThatAllIsWell() {
    assertThat(html(SampleReport.passed()))
        .contains("<title>All 123 operations passed · Contract report</title>")
        .contains("class=\"masthead good\"")
        .contains("<dd>pinned, 2026-08</dd>", "<dd>5.14.2, local process</dd>", "<dd>42</dd>")
        .contains("b9f67e467218cd814e7927d30d824a640238fcc017b4ac62a6b02ac3c484cd59")
        .contains("<dt>Operations</dt><dd>123<small>of 123 in the document")
        .contains("<dt>Cases passed</dt><dd>984<small>of 984")
        .contains("<dt>Cases failed</dt><dd>0<small>")
        .doesNotContain("class=\"count bad\"", "id=\"failed-title\"");
  }

  @Test
  void countsWhatFailed() {
    assertThat(html(SampleReport.failed()))
        .contains("<title>4 of 123 operations failed · Contract report</title>")
        .contains("class=\"masthead bad\"")
        .contains("3 of 976 cases failed. For 1 operation no case ran.")
        .contains("<div class=\"count bad\"><dt>Accepted</dt><dd>121<small>")
        .contains("<div class=\"count bad\"><dt>Decoded</dt><dd>121<small>")
        .contains("<dt>Cases passed</dt><dd>973<small>of 976")
        .contains("<div class=\"count bad\"><dt>Cases failed</dt><dd>3<small>");
  }

  @Test
  void countsByResource() {
    assertThat(html(SampleReport.failed()))
        .contains(
            "<tr class=\"bad\" data-resource=\"Flags\"><th scope=\"row\">Flags</th><td>8</td>"
                + "<td class=\"bad\">7</td><td>8</td><td>63</td><td class=\"bad\">1</td></tr>")
        .contains(
            "<tr data-resource=\"Products\"><th scope=\"row\">Products</th><td>7</td>"
                + "<td>7</td><td>7</td><td>56</td><td class=\"none\">0</td></tr>");
  }

  @Test
  void showsFailuresFirst() {
    String page = html(SampleReport.failed());

    assertThat(
            List.of(
                page.indexOf("data-resource=\"Webhooks\"><th"),
                page.indexOf("data-resource=\"AuditLogs\"><th"),
                page.indexOf("id=\"op-get-settings\""),
                page.indexOf("id=\"op-create-webhook\""),
                page.indexOf("class=\"operation passed\"")))
        .isSorted()
        .doesNotContain(-1);
  }

  @Test
  void isNoSuccessWithoutOperations() {
    assertThat(ReportPage.html("{}"))
        .contains("class=\"masthead bad\"", "No operation was called", "<dd>unknown</dd>");
  }

  @Test
  void isNoSuccessWithFewerOperationsThanTheDocumentHas() {
    var operations = SampleReport.operations();
    operations.remove("get-me");

    assertThat(html(SampleReport.json(operations)))
        .contains("class=\"masthead bad\"", "Not every operation was called")
        .contains("The document has 123 operations, this report 122.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"skipped", "PASSED", ""})
  void isNoSuccessWithAnotherOutcomeThanPassed(String outcome) {
    Map<String, Object> one = Map.of("name", "only", "outcome", outcome);

    assertThat(html(report(List.of(one)))).contains("<title>1 of 1 operation failed");
  }

  @Test
  void isNoSuccessWithoutCases() {
    assertThat(html(report(List.of()))).contains("<title>1 of 1 operation failed");
  }

  @Test
  void isASuccessWithThePlainestReport() {
    Map<String, Object> one = Map.of("outcome", "passed");

    assertThat(html(report(List.of(one)))).contains("<title>The one operation passed");
  }

  @Test
  void givesEachOperationItsOwnAnchor() {
    String operation = "{\"method\":\"GET\",\"path\":\"/v1/{id}\"}";

    assertThat(ReportPage.html("{\"operations\":[" + operation + "," + operation + "]}"))
        .contains(" id=\"op-GET-v1-id-\"", " id=\"op-GET-v1-id--2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{} {}", "nothing"})
  void refusesWhatIsNoReport(String json) {
    assertThatThrownBy(() -> ReportPage.html(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The report is not a JSON object");
  }

  /** The page without its data and script, so that a failure can be read. */
  private static String html(String json) {
    String page = ReportPage.html(json);
    return page.substring(0, page.indexOf(DATA));
  }

  private static String report(List<Object> cases) {
    Map<String, Object> operation = SampleReport.operations().get("get-me");
    operation.put("cases", cases);
    return SampleReport.json(Map.of("get-me", operation)).replace("\"operations\":123", "\"x\":0");
  }

  private static String between(String text, String start, String end) {
    assertThat(text).contains(start);
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
