package com.configcat.management.it.usage;

import com.configcat.management.openapi.check.ContractFacts;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the conformance vectors what they call, send and are answered. */
final class VectorUse {
  private final ContractFacts facts;
  private final UsageReader reader;
  private final JsonObject document;
  private final Map<String, String> keysById = new HashMap<>();

  VectorUse(ContractFacts facts, UsageReader reader) throws IOException {
    this.facts = facts;
    this.reader = reader;
    this.document = json(Path.of(System.getProperty("contract.directory"), "pinned.json"));
    document
        .getAsJsonObject("paths")
        .asMap()
        .forEach(
            (path, item) ->
                item.getAsJsonObject()
                    .asMap()
                    .forEach(
                        (method, operation) ->
                            keysById.put(
                                operation.getAsJsonObject().get("operationId").getAsString(),
                                method.toUpperCase(Locale.ROOT) + " " + path)));
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  void read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        JsonObject theme = json(file);
        if (theme.has("vectors")) {
          theme.getAsJsonArray("vectors").forEach(vector -> vector(vector.getAsJsonObject()));
        }
      }
    }
  }

  private void vector(JsonObject vector) {
    for (JsonElement element : vector.getAsJsonArray("calls")) {
      JsonObject call = element.getAsJsonObject();
      String key = keysById.get(call.get("operationId").getAsString());
      if (key == null) {
        throw new AssertionError(vector.get("name") + " calls what the contract does not have");
      }
      JsonObject operation = operation(key);
      List<String> given =
          call.has("parameters")
              ? List.copyOf(call.getAsJsonObject("parameters").keySet())
              : List.of();
      reader.addOperation(key, optional(operation, given));
      if (call.has("body") && operation.has("requestBody")) {
        use(schema(operation.getAsJsonObject("requestBody")), call.get("body"));
      }
      for (JsonElement exchange : vector.getAsJsonArray("exchanges")) {
        answer(operation, exchange.getAsJsonObject().getAsJsonObject("answer"));
      }
    }
  }

  private JsonObject operation(String key) {
    String[] words = key.split(" ", 2);
    return document
        .getAsJsonObject("paths")
        .getAsJsonObject(words[1])
        .getAsJsonObject(words[0].toLowerCase(Locale.ROOT));
  }

  private static List<String> optional(JsonObject operation, List<String> given) {
    if (!operation.has("parameters")) {
      return List.of();
    }
    return operation.getAsJsonArray("parameters").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(
            parameter -> !parameter.has("required") || !parameter.get("required").getAsBoolean())
        .map(parameter -> parameter.get("name").getAsString())
        .filter(given::contains)
        .toList();
  }

  private void answer(JsonObject operation, JsonObject answer) {
    JsonObject declared =
        answer.has("status")
            ? operation
                .getAsJsonObject("responses")
                .getAsJsonObject(answer.get("status").getAsString())
            : null;
    if (declared != null && declared.has("content") && answer.has("json")) {
      use(schema(declared), answer.get("json"));
    }
  }

  private static @Nullable JsonObject schema(JsonObject withContent) {
    return withContent
        .getAsJsonObject("content")
        .getAsJsonObject("application/json")
        .getAsJsonObject("schema");
  }

  /** Adds the properties and values that JSON has of a schema. */
  private void use(@Nullable JsonObject declared, JsonElement json) {
    if (declared == null) {
      return;
    }
    JsonObject named = declared.has("allOf") ? first(declared) : declared;
    if (named.has("$ref")) {
      String name = named.get("$ref").getAsString().replaceFirst(".*/", "");
      model(
          name,
          document.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name),
          json);
    } else if (named.has("items") && json.isJsonArray()) {
      json.getAsJsonArray().forEach(element -> use(named.getAsJsonObject("items"), element));
    }
  }

  private static JsonObject first(JsonObject combined) {
    return combined.getAsJsonArray("allOf").get(0).getAsJsonObject();
  }

  private void model(String name, JsonObject schema, JsonElement json) {
    if (schema.has("enum") && json.isJsonPrimitive()) {
      facts
          .enumLine(name, json.getAsString())
          .ifPresent(line -> reader.add(java.util.Optional.of(line), "a vector"));
    }
    if (!schema.has("properties") || !json.isJsonObject()) {
      return;
    }
    JsonObject properties = schema.getAsJsonObject("properties");
    for (Map.Entry<String, JsonElement> member : json.getAsJsonObject().entrySet()) {
      if (properties.has(member.getKey())) {
        reader.add(facts.propertyLine(name, member.getKey()), "a vector");
        use(properties.getAsJsonObject(member.getKey()), member.getValue());
      }
    }
  }
}
