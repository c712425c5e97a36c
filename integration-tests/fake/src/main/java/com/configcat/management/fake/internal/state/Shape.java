package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a stored row callers may change: the properties of one schema for writing within one for
 * reading, and whatever neither knows.
 */
public final class Shape {
  private final Document document;
  private final JsonObject request;
  private final JsonObject writable;
  private final JsonObject readable;

  /**
   * Names both schemas.
   *
   * @param request what a PUT sends
   * @param response what a GET returns
   */
  public Shape(Document document, String request, String response) {
    this.document = document;
    this.request = document.schema(request);
    this.writable = document.properties(request);
    this.readable = document.properties(response);
  }

  private boolean isWritable(String name) {
    return writable.has(name) || (!name.startsWith("$") && !readable.has(name));
  }

  /** The part of a row that callers may change, as JSON Patch sees it. */
  public JsonObject changeable(JsonObject row) {
    JsonObject part = new JsonObject();
    row.asMap()
        .forEach(
            (name, value) -> {
              if (isWritable(name)) {
                part.add(name, value.deepCopy());
              }
            });
    return part;
  }

  /** What a row becomes by PUT: what the body leaves out is reset, unless it cannot be without. */
  public JsonObject replaced(JsonObject row, JsonObject body) {
    JsonObject next = changeable(body);
    for (String name : writable.keySet()) {
      if (!Json.has(next, name) && row.has(name)) {
        next.add(name, reset(name, row.get(name)));
      }
    }
    return completed(next);
  }

  private JsonElement reset(String name, JsonElement old) {
    JsonObject property = readable.has(name) ? readable.getAsJsonObject(name) : null;
    if (property == null) {
      return old;
    }
    if (Json.truth(property, "nullable")) {
      return JsonNull.INSTANCE;
    }
    String type = Json.textOrNull(document.resolve(property), "type");
    return "array".equals(type) ? new JsonArray() : "boolean".equals(type) ? Json.of(false) : old;
  }

  /**
   * What a row becomes by JSON Patch.
   *
   * @throws Refusal if an operation fails or what comes out does not fit
   */
  public JsonObject patched(JsonObject row, JsonArray operations) {
    JsonObject before = changeable(row);
    JsonArray normal = RequestNormalizer.patch(document, request, operations);
    if (!(JsonPatch.apply(before, normal) instanceof JsonObject patched)) {
      throw Refusal.because("The patch leaves no object.");
    }
    Map<String, List<String>> problems = SchemaCheck.problems(document, request, patched, "");
    if (!problems.isEmpty()) {
      throw Refusal.fields(problems);
    }
    JsonObject next = completed(changeable(patched));
    return next.equals(before) ? before : next;
  }

  /** Puts a new content into a row. */
  public void store(JsonObject row, JsonObject next) {
    for (String name : Set.copyOf(row.keySet())) {
      if (isWritable(name)) {
        row.remove(name);
      }
    }
    next.asMap().forEach(row::add);
  }

  /** Adds what was left out as the service shows it: null, or an empty list. */
  public JsonObject completed(JsonObject content) {
    for (String name : writable.keySet()) {
      if (readable.has(name)) {
        complete(readable.getAsJsonObject(name), content, name);
      }
    }
    return content;
  }

  private void complete(JsonObject reference, JsonObject parent, String name) {
    JsonObject schema = document.resolve(reference);
    if (!Json.has(parent, name)) {
      if (Json.truth(reference, "nullable") || Json.truth(schema, "nullable")) {
        parent.add(name, JsonNull.INSTANCE);
      } else if ("array".equals(Json.textOrNull(schema, "type"))) {
        parent.add(name, new JsonArray());
      }
      return;
    }
    completeInside(schema, parent.get(name));
  }

  private void completeInside(JsonObject schema, JsonElement value) {
    if (value instanceof JsonArray array && schema.has("items")) {
      JsonObject items = document.resolve(schema.getAsJsonObject("items"));
      array.forEach(element -> completeInside(items, element));
    } else if (value instanceof JsonObject object) {
      document
          .properties(schema)
          .asMap()
          .forEach((name, property) -> complete(property.getAsJsonObject(), object, name));
    }
  }
}
