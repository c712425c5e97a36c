package com.configcat.management.openapi.check;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.DocumentReader;
import com.configcat.management.openapi.fix.NameFix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says facts of a fixed document in lines that can be compared, as {@code used-by-facade.txt} holds
 * them.
 *
 * <p>Types are written as {@code string:uuid}, {@code ProductModel}, {@code [X]} for an array,
 * {@code {X}} for a map, {@code A|B} for a union and {@code any}.
 */
public final class ContractFacts {
  private final ObjectNode document;

  public ContractFacts(ObjectNode fixedDocument) {
    this.document = fixedDocument;
  }

  /**
   * Reads a fixed document.
   *
   * @param fixedDocument the file {@code openapi.json}
   * @return its facts
   * @throws IOException if it cannot be read
   */
  public static ContractFacts of(Path fixedDocument) throws IOException {
    return new ContractFacts(DocumentReader.read(Files.readAllBytes(fixedDocument)));
  }

  /**
   * Says that there is a class.
   *
   * @param stem such as {@code Products}
   * @return {@code class Products}, or nothing if no operation belongs to it
   */
  public Optional<String> classLine(String stem) {
    return ApiOperations.of(document).stream()
        .filter(operation -> stem(operation).equals(stem))
        .findFirst()
        .map(any -> "class " + stem);
  }

  /**
   * Says what an operation takes and gives, found by its class and blocking method.
   *
   * @param stem such as {@code Products}
   * @param name such as {@code list}
   * @param options the optional parameters to mention
   * @return the line, or nothing if there is no such operation
   */
  public Optional<String> operationLine(String stem, String name, Collection<String> options) {
    return ApiOperations.of(document).stream()
        .filter(operation -> stem(operation).equals(stem) && name(operation).equals(name))
        .findFirst()
        .map(operation -> line(operation, options));
  }

  /**
   * Says what an operation takes and gives, found by the method of the generated interface.
   *
   * @param stem such as {@code Products}
   * @param javaId such as {@code getProducts}
   * @param options the optional parameters to mention
   * @return the line, or nothing if there is no such operation
   */
  public Optional<String> operationLineByJavaId(
      String stem, String javaId, Collection<String> options) {
    return ApiOperations.of(document).stream()
        .filter(operation -> stem(operation).equals(stem))
        .filter(
            operation ->
                NameFix.camelCase(operation.json().path("operationId").asText()).equals(javaId))
        .findFirst()
        .map(operation -> line(operation, options));
  }

  /**
   * Says what an operation takes and gives, found by its method and path.
   *
   * @param key such as {@code GET /v1/products}
   * @param options the optional parameters to mention
   * @return the line, or nothing if there is no such operation
   */
  public Optional<String> operationLine(String key, Collection<String> options) {
    return ApiOperations.of(document).stream()
        .filter(operation -> operation.key().equals(key))
        .findFirst()
        .map(operation -> line(operation, options));
  }

  /**
   * Says that there is a schema.
   *
   * @param schema its name
   * @return {@code schema X}, or nothing if there is none
   */
  public Optional<String> schemaLine(String schema) {
    return schema(schema).isMissingNode() ? Optional.empty() : Optional.of("schema " + schema);
  }

  /**
   * Says the type of a property.
   *
   * @param schema the name of its schema
   * @param property its name
   * @return {@code property X.y string}, or nothing if there is none
   */
  public Optional<String> propertyLine(String schema, String property) {
    JsonNode type = schema(schema).path("properties").path(property);
    return type.isMissingNode()
        ? Optional.empty()
        : Optional.of("property " + schema + "." + property + " " + type(type));
  }

  /**
   * Says what a model needs before it can be sent.
   *
   * @param schema its name
   * @return {@code built X needs a, b}
   */
  public Optional<String> builtLine(String schema) {
    List<String> needed = needed(schema);
    return Optional.of(
        "built " + schema + " needs " + (needed.isEmpty() ? "nothing" : String.join(", ", needed)));
  }

  /** Returns the properties without which a model that is sent cannot be built. */
  List<String> needed(String schema) {
    if (!schema(schema).has("x-request-model")) {
      return List.of();
    }
    List<String> needed = new ArrayList<>();
    for (JsonNode required : schema(schema).path("required")) {
      JsonNode property = schema(schema).path("properties").path(required.asText());
      if (!property.path("nullable").asBoolean() && !property.path("readOnly").asBoolean()) {
        needed.add(required.asText());
      }
    }
    return needed.stream().sorted().toList();
  }

  /**
   * Says that an enum has a value.
   *
   * @param schema the name of the enum
   * @param value the value as it travels
   * @return {@code enum X.y}, or nothing if there is none
   */
  public Optional<String> enumLine(String schema, String value) {
    for (JsonNode known : schema(schema).path("enum")) {
      if (known.asText().equals(value)) {
        return Optional.of("enum " + schema + "." + value);
      }
    }
    return Optional.empty();
  }

  private JsonNode schema(String name) {
    return document.path("components").path("schemas").path(name);
  }

  private String line(ApiOperation operation, Collection<String> options) {
    Map<String, String> optional = new LinkedHashMap<>();
    StringJoiner required = new StringJoiner(", ");
    for (JsonNode parameter : operation.json().path("parameters")) {
      String name = parameter.path("name").asText();
      if (parameter.path("required").asBoolean()) {
        required.add(name + ":" + type(parameter.path("schema")));
      } else {
        optional.put(name, type(parameter.path("schema")));
      }
    }
    JsonNode body = ApiOperations.schemaOf(operation.json().path("requestBody"));
    if (body != null) {
      required.add("body:" + type(body));
    }
    String mentioned =
        new TreeSet<>(options)
            .stream()
                .map(name -> name + ":" + optional.getOrDefault(name, "missing"))
                .collect(Collectors.joining(", "));
    return "operation %s as %s.%s(%s%s) -> %s"
        .formatted(
            operation.key(),
            stem(operation),
            name(operation),
            required,
            mentioned.isEmpty() ? "" : "; " + mentioned,
            answer(operation));
  }

  private String answer(ApiOperation operation) {
    for (Map.Entry<String, JsonNode> response : operation.json().path("responses").properties()) {
      JsonNode schema =
          ApiOperations.schemaOf(ApiOperations.resolve(document, response.getValue()));
      if (response.getKey().startsWith("2") && schema != null) {
        return type(schema);
      }
    }
    return "empty";
  }

  private static String stem(ApiOperation operation) {
    return operation.json().path("tags").path(0).asText();
  }

  private static String name(ApiOperation operation) {
    return operation.json().path("x-operation-name").asText();
  }

  public static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.get("$ref").asText().replaceFirst(".*/", "");
    }
    for (String combination : List.of("allOf", "oneOf", "anyOf")) {
      if (schema.has(combination)) {
        Set<String> parts = new TreeSet<>();
        schema.get(combination).forEach(part -> parts.add(type(part)));
        return String.join(combination.equals("allOf") ? "&" : "|", parts);
      }
    }
    String type = schema.path("type").asText("any");
    if (type.equals("array")) {
      return "[" + type(schema.path("items")) + "]";
    }
    if (schema.path("additionalProperties").isObject()) {
      return "{" + type(schema.get("additionalProperties")) + "}";
    }
    return schema.has("format") ? type + ":" + schema.get("format").asText() : type;
  }
}
