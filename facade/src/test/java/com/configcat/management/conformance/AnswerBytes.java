package com.configcat.management.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes an answer of a vector as it travels in HTTP/1.1. */
final class AnswerBytes {
  /** How much of a body is missing where it is cut. */
  private static final int CUT = 10;

  private AnswerBytes() {}

  static byte[] of(Vector.Exchange exchange) {
    JsonObject answer = exchange.answer();
    int status = answer.get("status").getAsInt();
    byte[] body = body(answer).getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " \r\n");
    JsonObject headers =
        answer.has("headers") ? answer.getAsJsonObject("headers") : new JsonObject();
    if (answer.has("json") && !headers.has("Content-Type")) {
      head.append("Content-Type: application/json\r\n");
    }
    headers.asMap().forEach((name, value) -> append(head, name, value));
    if (status != 204 && status != 304) {
      int length = body.length + (exchange.hasFault("cut_body") ? CUT : 0);
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static void append(StringBuilder head, String name, JsonElement value) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(one -> append(head, name, one));
    } else {
      head.append(name).append(": ").append(value.getAsString()).append("\r\n");
    }
  }

  private static String body(JsonObject answer) {
    if (answer.has("json")) {
      return answer.get("json").toString();
    }
    String text = answer.has("text") ? answer.get("text").getAsString() : "";
    return "x".repeat(number(answer, "padding", 0)) + text.repeat(number(answer, "textTimes", 1));
  }

  private static int number(JsonObject answer, String name, int otherwise) {
    return answer.has(name) ? answer.get(name).getAsInt() : otherwise;
  }
}
