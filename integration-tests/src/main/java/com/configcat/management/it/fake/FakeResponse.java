package com.configcat.management.it.fake;

import com.google.gson.JsonElement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response of the fake.
 *
 * @param status the status
 * @param body JSON, null for no body
 * @param headers further headers
 */
record FakeResponse(int status, @Nullable JsonElement body, Map<String, String> headers) {
  FakeResponse {
    headers = Map.copyOf(headers);
  }

  FakeResponse(int status, @Nullable JsonElement body) {
    this(status, body, Map.of());
  }

  FakeResponse(int status) {
    this(status, null, Map.of());
  }

  static FakeResponse ok(JsonElement body) {
    return new FakeResponse(200, body);
  }

  static FakeResponse created(JsonElement body) {
    return new FakeResponse(201, body);
  }

  static FakeResponse noContent() {
    return new FakeResponse(204);
  }
}
