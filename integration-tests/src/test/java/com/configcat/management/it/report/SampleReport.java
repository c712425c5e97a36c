package com.configcat.management.it.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A contract report as a run would leave it, with every kind of case and with hostile content. */
final class SampleReport {
  static final String HOSTILE =
      "</script><script>window.hacked=1</script><!--<img src=x onerror=window.hacked=1>"
          + "{{data}}\u2028\u2029&amp;\"'";
  static final int LONG_LIST = 400;

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final String URL = "http://127.0.0.1:40321";
  private static final String ID = "08d8f29c-65fb-40ce-8d74-9a8b9f2c1e55";

  private SampleReport() {}

  /** The report of a run in which all went well. */
  static String passed() {
    return json(operations());
  }

  /** The report of a run in which four operations failed, each in its way. */
  static String failed() {
    Map<String, Map<String, Object>> operations = operations();
    SampleFailures.in(operations);
    return json(operations);
  }

  static String json(Map<String, Map<String, Object>> operations) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put(
        "document",
        Map.of(
            "hash",
            "b9f67e467218cd814e7927d30d824a640238fcc017b4ac62a6b02ac3c484cd59",
            "source",
            "pinned",
            "date",
            "2026-08",
            "operations",
            operations().size()));
    report.put("prism", Map.of("mode", "local", "version", "5.14.2"));
    report.put("seed", 42);
    report.put("operations", operations.values());
    return GSON.toJson(report);
  }

  /** The operations by id, all of them passed. */
  static Map<String, Map<String, Object>> operations() {
    Map<String, Map<String, Object>> operations = new LinkedHashMap<>();
    for (String line : resource("operations.txt").lines().toList()) {
      String[] words = line.split(" ", -1);
      Map<String, Object> operation = new LinkedHashMap<>();
      operation.put("method", words[0]);
      operation.put("path", words[1]);
      operation.put("operationId", words[2]);
      operation.put("resource", words[3]);
      operation.put("blocking", words[4]);
      operation.put("accepted", true);
      operation.put("decoded", true);
      operation.put("cases", cases(words[0], words[1], words[2].equals("get-products")));
      operations.put(words[2], operation);
    }
    return operations;
  }

  private static List<Object> cases(String method, String path, boolean isLong) {
    String url = path.replaceAll("\\{[^}]*}", ID);
    String sent = method.equals("GET") || method.equals("DELETE") ? "" : model(7);
    List<Object> cases = new ArrayList<>();
    cases.add(
        example("minimal request", "success", null, exchange(method, url, sent, 200, answer(1))));
    cases.add(
        example(
            "full request",
            "success",
            null,
            exchange(method, url, sent, 200, answer(isLong ? LONG_LIST : 3))));
    cases.add(failure("without credentials", "noCredentials", method, url, 401, "Unauthorized"));
    cases.add(
        failure(
            "id that is no UUID",
            "brokenParameter",
            method,
            url + "x",
            400,
            "BadRequest",
            "Error format at request.path.id: must match format \"uuid\""));
    cases.add(
        failure(
            "without a required property",
            "brokenBody",
            method,
            url,
            400,
            "BadRequest",
            "Error required at request.body: must have required property 'name'"));
    cases.add(failure("status 400", "declaredStatus", method, url, 400, "BadRequest"));
    cases.add(failure("status 404", "declaredStatus", method, url, 404, "NotFound"));
    cases.add(failure("status 429", "declaredStatus", method, url, 429, "TooManyRequests"));
    return cases;
  }

  private static Map<String, Object> failure(
      String name,
      String kind,
      String method,
      String url,
      int status,
      String exception,
      String... violations) {
    Map<String, Object> one =
        example(name, kind, exception + "Exception", exchange(method, url, "", status, ""));
    one.put("violations", List.of(violations));
    return one;
  }

  private static Map<String, Object> example(
      String name, String kind, String exception, Map<String, Object> exchange) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", name);
    one.put("kind", kind);
    one.put("outcome", "passed");
    one.put("detail", "");
    if (exception != null) {
      one.put("exception", exception);
    }
    one.putAll(exchange);
    one.put("violations", List.of());
    return one;
  }

  static Map<String, Object> exchange(
      String method, String path, String sent, int status, String answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "***");
    headers.put("User-Agent", "configcat-management-java/0.1.0 (contract b9f67e467218; 2026-08)");
    headers.put("Accept-Encoding", "gzip");
    if (!sent.isEmpty()) {
      headers.put("Content-Type", "application/json; charset=UTF-8");
    }
    Map<String, Object> exchange = new LinkedHashMap<>();
    exchange.put(
        "request", Map.of("method", method, "url", URL + path, "headers", headers, "body", sent));
    exchange.put(
        "answer",
        Map.of(
            "status",
            status,
            "headers",
            Map.of("Content-Type", "application/json", "X-Rate-Limit-Remaining", "499"),
            "body",
            answer));
    return exchange;
  }

  private static String answer(int models) {
    List<String> all = new ArrayList<>();
    for (int number = 1; number <= models; number++) {
      all.add(model(number));
    }
    return "[" + String.join(",", all) + "]";
  }

  /** Its numbers have more digits than a script's number can keep. */
  private static String model(int number) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("productId", ID);
    model.put("name", "Product " + number + " " + HOSTILE);
    model.put("description", null);
    model.put("order", 9007199254740993L);
    model.put("ratio", -0.1);
    model.put("archived", false);
    model.put("tags", List.of());
    model.put(
        "organization", Map.of("organizationId", ID, "name", "Zürich 東京", "limits", Map.of()));
    return GSON.toJson(model);
  }

  private static String resource(String name) {
    try (InputStream in = SampleReport.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
