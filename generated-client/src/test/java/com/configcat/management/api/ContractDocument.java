package com.configcat.management.api;

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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The document that the client was generated from. */
final class ContractDocument {
  private static final Pattern WORD = Pattern.compile("[-_ ]+(.)");
  private final JsonObject document;

  private ContractDocument(JsonObject document) {
    this.document = document;
  }

  static ContractDocument read() throws IOException {
    Path file = Path.of(System.getProperty("contract.directory"), "openapi.json");
    try (Reader reader = Files.newBufferedReader(file)) {
      return new ContractDocument(JsonParser.parseReader(reader).getAsJsonObject());
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonElement> path : document.getAsJsonObject("paths").entrySet()) {
      for (Map.Entry<String, JsonElement> method : path.getValue().getAsJsonObject().entrySet()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                method.getValue().getAsJsonObject()));
      }
    }
    return operations;
  }

  /** The schemas of which a class is generated; the others are written by hand. */
  JsonObject models() {
    JsonObject models =
        document.getAsJsonObject("components").getAsJsonObject("schemas").deepCopy();
    models.remove("SettingValueType");
    models.remove("JsonPatchOperation");
    return models;
  }

  /** One operation of it. */
  record Operation(String method, String path, JsonObject json) {
    String stem() {
      return json.getAsJsonArray("tags").get(0).getAsString();
    }

    String name() {
      return json.get("x-operation-name").getAsString();
    }

    /** The operation id as the generator spells it. */
    String javaId() {
      String id =
          WORD.matcher(json.get("operationId").getAsString()).replaceAll(ContractDocument::upper);
      return id.substring(0, 1).toLowerCase(Locale.ROOT) + id.substring(1);
    }

    boolean hasBody() {
      return json.has("requestBody");
    }

    boolean mayBeEmpty() {
      return json.has("x-empty-answer");
    }

    Stream<JsonObject> parameters() {
      JsonArray parameters =
          json.has("parameters") ? json.getAsJsonArray("parameters") : new JsonArray();
      return parameters.asList().stream().map(JsonElement::getAsJsonObject);
    }

    List<JsonObject> optionalParameters() {
      return parameters().filter(parameter -> !isRequired(parameter)).toList();
    }

    int requiredArguments() {
      return (int) parameters().filter(Operation::isRequired).count() + (hasBody() ? 1 : 0);
    }

    /** The type of the first success that has content, or null. */
    JsonObject answer() {
      for (Map.Entry<String, JsonElement> response : json.getAsJsonObject("responses").entrySet()) {
        JsonObject content = response.getValue().getAsJsonObject().getAsJsonObject("content");
        if (response.getKey().startsWith("2") && content != null) {
          return content.getAsJsonObject("application/json").getAsJsonObject("schema");
        }
      }
      return null;
    }

    private static boolean isRequired(JsonObject parameter) {
      return parameter.has("required") && parameter.get("required").getAsBoolean();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static String upper(MatchResult match) {
    return match.group(1).toUpperCase(Locale.ROOT);
  }
}
