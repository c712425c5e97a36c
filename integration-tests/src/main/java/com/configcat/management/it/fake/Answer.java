package com.configcat.management.it.fake;

import com.google.gson.JsonElement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes back to the client.
 *
 * @param status the status
 * @param body the JSON of it, null for none
 * @param headers further headers
 */
record Answer(int status, @Nullable JsonElement body, Map<String, String> headers) {
  Answer {
    headers = Map.copyOf(headers);
  }

  Answer(int status, @Nullable JsonElement body) {
    this(status, body, Map.of());
  }

  Answer(int status) {
    this(status, null, Map.of());
  }

  static Answer ok(JsonElement body) {
    return new Answer(200, body);
  }

  static Answer created(JsonElement body) {
    return new Answer(201, body);
  }

  static Answer noContent() {
    return new Answer(204);
  }
}
