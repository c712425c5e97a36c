package com.configcat.management.openapi.replay;

import static com.configcat.management.openapi.Documents.json;

import com.configcat.management.openapi.document.ApiOperation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the next release of the API could take away or change, anywhere. */
final class RandomBreakages {
  private RandomBreakages() {}

  static List<Mutation> all() {
    return List.of(
        new Mutation("operation-gone", RandomBreakages::operationGone),
        new Mutation("path-renamed", RandomBreakages::pathRenamed),
        new Mutation("parameter-gone", RandomBreakages::parameterGone),
        new Mutation("parameter-type", RandomBreakages::parameterType),
        new Mutation("required-parameter", RandomBreakages::requiredParameter),
        new Mutation("property-gone", RandomBreakages::propertyGone),
        new Mutation("property-type", RandomBreakages::propertyType),
        new Mutation("required-property", RandomBreakages::requiredProperty),
        new Mutation("enum-value-gone", RandomBreakages::enumValueGone),
        new Mutation("enum-becomes-text", RandomBreakages::enumBecomesText),
        new Mutation("schema-renamed", RandomBreakages::schemaRenamed),
        new Mutation("answer-type", RandomBreakages::answerType),
        new Mutation("body-type", RandomBreakages::bodyType),
        new Mutation("handwritten-type", RandomBreakages::handwrittenType));
  }

  private static void operationGone(ObjectNode document, Random random) {
    Edits.removeOperation(document, Pick.operation(document, random).key());
  }

  private static void pathRenamed(ObjectNode document, Random random) {
    ObjectNode paths = (ObjectNode) document.get("paths");
    String path = Pick.operation(document, random).path();
    paths.set("/new" + path, paths.remove(path));
  }

  private static void parameterGone(ObjectNode document, Random random) {
    withParameter(document, random, false)
        .ifPresent(parameters -> parameters.remove(parameters.size() - 1));
  }

  private static void parameterType(ObjectNode document, Random random) {
    withParameter(document, random, true)
        .ifPresent(
            parameters ->
                ((ObjectNode) parameters.get(random.nextInt(parameters.size())))
                    .set("schema", RandomSchemas.plain(random)));
  }

  /** The parameters of an operation whose last one is not in the path, or of any that has some. */
  private static java.util.Optional<ArrayNode> withParameter(
      ObjectNode document, Random random, boolean any) {
    for (int i = 0; i < 100; i++) {
      if (Pick.operation(document, random).json().path("parameters") instanceof ArrayNode found
          && !found.isEmpty()
          && (any || !found.get(found.size() - 1).path("in").asText().equals("path"))) {
        return java.util.Optional.of(found);
      }
    }
    return java.util.Optional.empty();
  }

  private static void requiredParameter(ObjectNode document, Random random) {
    Pick.operation(document, random)
        .json()
        .withArray("parameters")
        .add(
            json("{name: 'needed', in: 'query', required: true}")
                .set("schema", RandomSchemas.plain(random)));
  }

  private static void propertyGone(ObjectNode document, Random random) {
    String[] words = Pick.property(document, random).split("\\.", 2);
    ObjectNode schema = Edits.schema(document, words[0]);
    ((ObjectNode) schema.get("properties")).remove(words[1]);
    ArrayNode required = schema.withArray("required");
    for (int i = required.size() - 1; i >= 0; i--) {
      if (required.get(i).asText().equals(words[1])) {
        required.remove(i);
      }
    }
  }

  private static void propertyType(ObjectNode document, Random random) {
    String[] words = Pick.property(document, random).split("\\.", 2);
    Edits.schema(document, words[0])
        .withObject("/properties")
        .set(words[1], RandomSchemas.any(document, random));
  }

  private static void requiredProperty(ObjectNode document, Random random) {
    String model = Pick.model(document, random);
    Edits.schema(document, model)
        .withObject("/properties")
        .set("needed", RandomSchemas.plain(random));
    Edits.require(document, model + ".needed");
  }

  private static void enumValueGone(ObjectNode document, Random random) {
    ArrayNode values =
        (ArrayNode) Edits.schema(document, Pick.enumeration(document, random)).get("enum");
    values.remove(random.nextInt(values.size()));
  }

  private static void enumBecomesText(ObjectNode document, Random random) {
    Edits.schema(document, Pick.enumeration(document, random)).remove("enum");
  }

  private static void schemaRenamed(ObjectNode document, Random random) {
    String name = Pick.model(document, random);
    Edits.renameSchema(document, name, "Other" + name);
  }

  private static void answerType(ObjectNode document, Random random) {
    ApiOperation operation = Pick.operation(document, random);
    for (Map.Entry<String, JsonNode> response : operation.json().path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        RandomAdditions.content(
            (ObjectNode) response.getValue(), RandomSchemas.any(document, random));
      }
    }
  }

  private static void bodyType(ObjectNode document, Random random) {
    ObjectNode operation = Pick.operation(document, random).json();
    if (operation.has("requestBody") && random.nextBoolean()) {
      operation.remove("requestBody");
    } else {
      RandomAdditions.content(
          operation.putObject("requestBody"), RandomSchemas.any(document, random));
    }
  }

  private static void handwrittenType(ObjectNode document, Random random) {
    String change =
        Pick.one(
            List.of(
                "SettingValueType {type: 'string'}",
                "SettingValueType {type: 'object', properties: {boolValue: {type: 'boolean'}}}",
                "SettingValueType {oneOf: [{type: 'boolean'}, {type: 'object'}]}",
                "JsonPatchOperation {type: 'object', properties: {op: {type: 'string'}}}",
                "JsonPatchOperation {type: 'string'}"),
            random);
    String[] words = change.split(" ", 2);
    Pick.schemas(document).set(words[0], json(words[1]));
  }
}
