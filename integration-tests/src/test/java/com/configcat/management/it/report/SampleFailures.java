package com.configcat.management.it.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes wrong in the sample report. */
final class SampleFailures {
  private SampleFailures() {}

  static void in(Map<String, Map<String, Object>> operations) {
    notAccepted(operations.get("get-settings"));
    notDecoded(operations.get("replace-setting-value"));
    wrongException(operations.get("create-webhook"));
    notCalled(operations.get("get-me"));
  }

  private static void notAccepted(Map<String, Object> operation) {
    operation.put("accepted", false);
    Map<String, Object> one = fail(operation, 1, "Prism objected to the request.");
    one.put(
        "violations",
        List.of(
            "Error required at request.query.configId: must have required property 'configId'",
            "Error type at request.body.tags[0]: must be integer"));
  }

  private static void notDecoded(Map<String, Object> operation) {
    operation.put("decoded", false);
    fail(
        operation,
        0,
        "Decoded and encoded again, the answer is another:\n"
            + "  $[0].name: was \""
            + SampleReport.HOSTILE
            + "\", is missing\n  $[0].order: was 9007199254740993, is 9007199254740992");
  }

  private static void wrongException(Map<String, Object> operation) {
    Map<String, Object> one =
        fail(operation, 6, "Expected NotFoundException, but DecodingException was thrown.");
    one.put("exception", "DecodingException");
    one.putAll(
        SampleReport.exchange(
            "POST",
            "/v1/configs/08d8f29c-65fb-40ce-8d74-9a8b9f2c1e55/webhooks",
            "{\"url\":\"https://example.com/" + "very-long-segment".repeat(12) + "\"}",
            404,
            "<!DOCTYPE html>\n<title>Not found</title>\n<h1>Not found</h1>"));
  }

  private static void notCalled(Map<String, Object> operation) {
    operation.put("accepted", false);
    operation.put("decoded", false);
    operation.put("cases", new ArrayList<>());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fail(Map<String, Object> operation, int index, String detail) {
    Map<String, Object> one =
        (Map<String, Object>) ((List<Object>) operation.get("cases")).get(index);
    one.put("outcome", "failed");
    one.put("detail", detail);
    return one;
  }
}
