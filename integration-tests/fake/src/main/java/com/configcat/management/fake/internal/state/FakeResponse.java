package com.configcat.management.fake.internal.state;

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

  public static FakeResponse noContent() {
    return new FakeResponse(204);
  }
}
