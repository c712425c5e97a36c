package com.configcat.management.fake.internal.endpoints;

import com.configcat.management.fake.internal.state.Credential;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that fits the contract, as a handler sees it.
 *
 * @param incoming as it came in
 * @param path the path's parameters, by name
 * @param body the body read, null if there is none
 * @param credential who asks
 */
record ValidatedRequest(
    IncomingRequest incoming,
    Map<String, String> path,
    @Nullable JsonElement body,
    Credential credential) {
  ValidatedRequest {
    path = Map.copyOf(path);
  }

  String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException(incoming.path() + " has no " + name);
    }
    return value;
  }

  /** The path parameter {@code settingId}. */
  int settingId() {
    return Integer.parseInt(path("settingId"));
  }

  /** A parameter of the query, null if it was left out or is empty. */
  @Nullable String query(String name) {
    List<String> values = queries(name);
    return values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
  }

  List<String> queries(String name) {
    return incoming.query().getOrDefault(name, List.of());
  }

  JsonObject object() {
    return body instanceof JsonObject object ? object : new JsonObject();
  }

  JsonArray array() {
    return body instanceof JsonArray array ? array : new JsonArray();
  }
}
