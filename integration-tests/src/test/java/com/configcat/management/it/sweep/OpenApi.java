package com.configcat.management.it.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The document that the client was generated from. */
public record OpenApi(JsonObject json) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  public static OpenApi read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new OpenApi(JsonParser.parseReader(reader).getAsJsonObject());
    }
  }

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonElement> path : json.getAsJsonObject("paths").entrySet()) {
      for (Map.Entry<String, JsonElement> member : path.getValue().getAsJsonObject().entrySet()) {
        if (METHODS.contains(member.getKey())) {
          operations.add(
              new Operation(
                  member.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  member.getValue().getAsJsonObject()));
        }
      }
    }
    return operations;
  }

  JsonObject schemas() {
    return json.getAsJsonObject("components").getAsJsonObject("schemas");
  }

  /** Whether an operation is not for everybody. */
  boolean needsCredentials(Operation operation) {
    JsonObject holder = operation.json().has("security") ? operation.json() : json;
    JsonArray alternatives =
        holder.has("security") ? holder.getAsJsonArray("security") : new JsonArray();
    return !alternatives.isEmpty()
        && alternatives.asList().stream().noneMatch(each -> each.getAsJsonObject().isEmpty());
  }

  /** Names what an operation answers with a status, or with its first success for none. */
  String answerName(Operation operation, int status) {
    return operation.statuses().stream()
        .filter(each -> status == 0 ? each / 100 == 2 : each == status)
        .findFirst()
        .flatMap(operation::answer)
        .map(OpenApi::name)
        .orElse("an empty answer");
  }

  private static String name(JsonObject schema) {
    if (schema.has("$ref")) {
      return refName(schema);
    }
    if (schema.has("allOf")) {
      return name(schema.getAsJsonArray("allOf").get(0).getAsJsonObject());
    }
    return schema.has("items")
        ? "[" + name(schema.getAsJsonObject("items")) + "]"
        : schema.has("type") ? schema.get("type").getAsString() : "any";
  }

  /** Follows references, and combinations of one schema, to the schema itself. */
  public JsonObject resolve(JsonObject schema) {
    JsonObject resolved = schema;
    while (resolved.has("$ref") || resolved.has("allOf")) {
      resolved =
          resolved.has("$ref")
              ? schemas().getAsJsonObject(refName(resolved))
              : resolved.getAsJsonArray("allOf").get(0).getAsJsonObject();
    }
    return resolved;
  }

  static String refName(JsonObject reference) {
    return reference.get("$ref").getAsString().replaceFirst(".*/", "");
  }

  /** One operation of it. */
  public record Operation(String method, String path, JsonObject json) {
    public String key() {
      return method + " " + path;
    }

    String resource() {
      return json.getAsJsonArray("tags").get(0).getAsString();
    }

    String operationId() {
      return json.get("operationId").getAsString();
    }

    public String name() {
      return json.get("x-operation-name").getAsString();
    }

    public List<Parameter> parameters() {
      JsonArray all = json.has("parameters") ? json.getAsJsonArray("parameters") : new JsonArray();
      return all.asList().stream().map(p -> new Parameter(p.getAsJsonObject())).toList();
    }

    public Optional<JsonObject> body() {
      return Optional.ofNullable(json.getAsJsonObject("requestBody")).map(Operation::schema);
    }

    /** The schema of the answer with a status; empty if it has no content. */
    Optional<JsonObject> answer(int status) {
      JsonObject response =
          json.getAsJsonObject("responses").getAsJsonObject(Integer.toString(status));
      return response != null && response.has("content")
          ? Optional.of(schema(response))
          : Optional.empty();
    }

    List<Integer> statuses() {
      return json.getAsJsonObject("responses").keySet().stream()
          .filter(status -> status.matches("\\d+"))
          .map(Integer::valueOf)
          .toList();
    }

    private static JsonObject schema(JsonObject withContent) {
      return withContent
          .getAsJsonObject("content")
          .getAsJsonObject("application/json")
          .getAsJsonObject("schema");
    }

    @Override
    public String toString() {
      return key();
    }
  }

  /** One parameter of an operation. */
  public record Parameter(JsonObject json) {
    public String name() {
      return json.get("name").getAsString();
    }

    public String in() {
      return json.get("in").getAsString();
    }

    public boolean required() {
      return json.has("required") && json.get("required").getAsBoolean();
    }

    public JsonObject schema() {
      return json.getAsJsonObject("schema");
    }

    /** The schema of values that make sense: where a number names something, it is positive. */
    public JsonObject wanted() {
      JsonObject schema = schema();
      boolean isId = required() && !in().equals("query") && schema.has("type");
      if (isId && schema.get("type").getAsString().matches("integer|number")) {
        JsonObject positive = schema.deepCopy();
        boolean isLess =
            !schema.has("minimum") || schema.get("minimum").getAsBigDecimal().signum() <= 0;
        if (isLess) {
          positive.addProperty("minimum", 1);
        }
        return positive;
      }
      return schema;
    }
  }
}
