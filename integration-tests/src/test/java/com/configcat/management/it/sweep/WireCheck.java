package com.configcat.management.it.sweep;

import com.configcat.management.it.Recorder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks of what was sent that Prism does not make: nothing missing, nothing more, nothing changed.
 */
final class WireCheck {
  // What HTTP and the client itself add.
  private static final Set<String> USUAL =
      Set.of(
          "host",
          "connection",
          "accept",
          "accept-encoding",
          "user-agent",
          "authorization",
          "content-type",
          "content-length");
  private final List<String> problems = new ArrayList<>();

  private WireCheck() {}

  /** Returns a line for each thing that is not as the document and the arguments say. */
  static List<String> problems(OpenApi document, ClientCall call, Recorder.Exchange sent) {
    WireCheck check = new WireCheck();
    check.equal("method", call.operation().method(), sent.method());
    check.equal("path", call.expectedPath(), sent.url().encodedPath());
    check.equal("query", call.expected("query"), query(sent));
    check.headers(call, sent);
    check.body(document, call, sent);
    return check.problems;
  }

  private static Map<String, List<String>> query(Recorder.Exchange sent) {
    Map<String, List<String>> query = new TreeMap<>();
    for (String name : sent.url().queryParameterNames()) {
      query.put(name, new ArrayList<>(sent.url().queryParameterValues(name)));
    }
    return query;
  }

  private void headers(ClientCall call, Recorder.Exchange sent) {
    Set<String> undeclared = new HashSet<>();
    sent.headers().names().forEach(name -> undeclared.add(name.toLowerCase(java.util.Locale.ROOT)));
    undeclared.removeAll(USUAL);
    call.expected("header")
        .forEach(
            (name, values) -> {
              equal("header " + name, values, sent.headers().values(name));
              undeclared.remove(name.toLowerCase(java.util.Locale.ROOT));
            });
    equal("undeclared headers", Set.of(), undeclared);
    equal("number of Authorization headers", 1, sent.headers().values("Authorization").size());
    String type = sent.headers().get("Content-Type");
    boolean isJson = type != null && type.startsWith("application/json");
    equal("content type is JSON", call.body() != null, isJson);
  }

  private void body(OpenApi document, ClientCall call, Recorder.Exchange sent) {
    if (call.body() == null) {
      equal("body", "", sent.body());
      return;
    }
    JsonElement body =
        sent.body().isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(sent.body());
    problems.addAll(
        JsonComparison.differences(
                document, call.operation().body().orElseThrow(), call.body(), body)
            .stream()
            .map(difference -> "body: " + difference)
            .toList());
  }

  private void equal(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      problems.add(what + " must be " + expected + " and is " + actual);
    }
  }
}
