package com.configcat.management.internal.ensure;

import com.configcat.management.model.JsonPatchOperation;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Creates JSON request bodies. */
final class Bodies {
  private static final MediaType JSON = MediaType.get("application/json; charset=UTF-8");

  private Bodies() {}

  /** Keeps null members, which the converter for models omits. */
  static RequestBody json(JsonObject body) {
    return RequestBody.create(body.toString(), JSON);
  }

  static List<JsonPatchOperation> patch(JsonObject whole, JsonObject changes) {
    return changes.entrySet().stream().map(change -> step(whole, change)).toList();
  }

  private static JsonPatchOperation step(JsonObject whole, Map.Entry<String, JsonElement> change) {
    String path = "/" + change.getKey();
    return whole.has(change.getKey())
        ? JsonPatchOperation.replace(path, change.getValue())
        : JsonPatchOperation.add(path, change.getValue());
  }
}
