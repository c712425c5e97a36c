package com.configcat.management.fake.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response of the fake.
 *
 * @param status the status
 * @param body JSON, null for no body
 * @param headers further headers
 */
public record FakeResponse(int status, @Nullable JsonElement body, Map<String, String> headers) {
  public FakeResponse {
    headers = Map.copyOf(headers);
  }

  public FakeResponse(int status, @Nullable JsonElement body) {
    this(status, body, Map.of());
  }

  public FakeResponse(int status) {
    this(status, null, Map.of());
  }

  public static FakeResponse ok(JsonElement body) {
    return new FakeResponse(200, body);
  }

  public static FakeResponse created(JsonElement body) {
    return new FakeResponse(201, body);
  }

  /** A response with plain text in place of JSON. */
  public static FakeResponse text(int status, String text, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "text/plain; charset=utf-8");
    return new FakeResponse(status, new JsonPrimitive(text), all);
  }

  /** Returns a copy with further headers, unless it has them itself. */
  public FakeResponse with(Map<String, String> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(more);
    all.putAll(headers);
    return new FakeResponse(status, body, all);
  }

  /** The bytes to send, null for none. */
  public byte @Nullable [] bytes() {
    if (body == null) {
      return null;
    }
    return isPlainText() ? body.getAsString().getBytes(UTF_8) : Json.bytes(body);
  }

  /** The start of the body as text, with an ellipsis in place of the rest; empty for no body. */
  public String start(int length) {
    if (body == null) {
      return "";
    }
    if (!isPlainText()) {
      return Json.writeStart(body, length);
    }
    String text = body.getAsString();
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }

  private boolean isPlainText() {
    return headers.getOrDefault("Content-Type", "").startsWith("text/plain");
  }

  public static FakeResponse noContent() {
    return new FakeResponse(204);
  }
}
