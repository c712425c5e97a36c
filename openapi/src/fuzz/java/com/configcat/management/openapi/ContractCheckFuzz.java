package com.configcat.management.openapi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.configcat.management.openapi.check.CallCheck;
import com.configcat.management.openapi.check.DocumentCheck;
import com.configcat.management.openapi.check.HandwrittenCheck;
import com.configcat.management.openapi.check.NameCheck;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.DocumentReader;
import com.configcat.management.openapi.fix.Fixer;
import com.configcat.management.openapi.fix.Fixes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A document that is changed in places is usable, or refused in words. What the parser of OpenAPI
 * throws is the build's to catch; what our own code throws is a mistake.
 */
class ContractCheckFuzz {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> WORDS =
      List.of(
          "$ref",
          "type",
          "properties",
          "items",
          "allOf",
          "oneOf",
          "enum",
          "required",
          "schema",
          "parameters",
          "requestBody",
          "responses",
          "content",
          "application/json",
          "discriminator",
          "additionalProperties",
          "nullable",
          "default",
          "get",
          "operationId",
          "tags",
          "name",
          "in",
          "object",
          "array",
          "string",
          "#/components/schemas/ProductModel",
          "#/components/schemas/",
          "#/",
          "class",
          "<T>",
          "",
          "x-left-out");

  private static final String[] PATHS = {
    "/v1/products/{productId}",
    "/v1/products/{productId}/auditlogs",
    "/v1/products/{productId}/tags"
  };

  /** What those do not have. */
  private static final String ODD =
      """
      {parameters: [{name: 'X-CONFIGCAT-SDKKEY', in: 'header', schema: {type: 'string'}}],
       post: {tags: ['Products'], operationId: 'odd',
        requestBody: {content: {'application/json': {schema: {type: 'object', properties: {
          kind: {type: 'string', enum: ['a', 'b-c', '']},
          both: {allOf: [{$ref: '#/components/schemas/TagModel'}, {type: 'object'}]},
          either: {oneOf: [{type: 'string'}, {$ref: '#/components/schemas/ProductModel'}]},
          all: {type: 'object', additionalProperties: {type: 'integer', format: 'int64'}}}}}}},
        responses: {'201': {description: '', content: {'text/json': {schema: {type: 'array',
          items: {type: 'number', nullable: true, minimum: 1}}}}}, default: {description: ''}}}}
      """;

  /** What the check wants, in trivial paths. */
  private static final int MIN_PATHS = 50;

  private final ObjectNode small = small();
  private final Fixer fixer;

  ContractCheckFuzz() throws IOException {
    this.fixer =
        new Fixer(
            Fixes.read(Documents.CONTRACT.resolve("fixes.yaml")), Documents.facadeUse().methods());
  }

  /** A document that is checked in a few milliseconds. */
  private static ObjectNode small() {
    ObjectNode document = Documents.pinned(PATHS);
    removeWords(document);
    ObjectNode paths = (ObjectNode) document.get("paths");
    paths.set("/v1/odd", Documents.json(ODD));
    for (int i = paths.size(); i < MIN_PATHS; i++) {
      paths.set(
          "/v1/new" + i,
          Documents.json("{get: {tags: ['Me'], responses: {'204': {description: ''}}}}"));
    }
    return document;
  }

  private static void removeWords(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("example");
      if (object.path("description").isTextual()) {
        object.put("description", "");
      }
    }
    node.forEach(ContractCheckFuzz::removeWords);
  }

  @MethodSource("com.configcat.management.openapi.Choices#seeds")
  @FuzzTest
  void isUsableOrRefused(byte[] data) {
    Choices choices = new Choices(data);
    ObjectNode document = small.deepCopy();
    for (int changes = choices.below(5); changes > 0; changes--) {
      change(choices, document);
    }
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    if (choices.below(20) == 1) {
      bytes[choices.below(bytes.length)] = (byte) choices.below(256);
    }
    try {
      ObjectNode source = DocumentReader.read(bytes);
      DocumentCheck.check(source);
      ObjectNode fixed = fixer.fix(source);
      CallCheck.check(fixed);
      NameCheck.check(fixed);
      HandwrittenCheck.check(fixed);
    } catch (ContractException e) {
      if (e.getMessage().isBlank()) {
        throw new AssertionError("A refusal without a word", e);
      }
    } catch (RuntimeException | StackOverflowError e) {
      if (isOurs(e)) {
        throw e;
      }
    }
  }

  private static boolean isOurs(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith("com.configcat.") || name.startsWith("io.swagger."))
        .findFirst()
        .filter(name -> name.startsWith("com.configcat."))
        .isPresent();
  }

  /** Walks down from the root at random, and changes what it comes to. */
  private static void change(Choices choices, ObjectNode document) {
    JsonNode at = document;
    for (int depth = 1 + choices.below(12); depth > 1; depth--) {
      JsonNode below = child(choices, at);
      if (below == null || !below.isContainerNode() || below.isEmpty()) {
        break;
      }
      at = below;
    }
    if (at instanceof ObjectNode object && !object.isEmpty()) {
      String name = choices.of(names(object));
      switch (choices.below(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, value(choices, document));
        case 2 -> object.set(word(choices), object.remove(name));
        default -> object.set(word(choices), value(choices, document));
      }
    } else if (at instanceof ArrayNode array) {
      array.add(value(choices, document));
    }
  }

  private static JsonNode child(Choices choices, JsonNode node) {
    if (node.isEmpty()) {
      return null;
    }
    int index = choices.below(node.size());
    return node instanceof ObjectNode object
        ? object.get(names(object).get(index))
        : node.get(index);
  }

  private static List<String> names(ObjectNode object) {
    return new ArrayList<>(object.propertyStream().map(Map.Entry::getKey).toList());
  }

  private static String word(Choices choices) {
    return choices.below(5) == 1 ? choices.text(8) : choices.of(WORDS);
  }

  private static JsonNode value(Choices choices, ObjectNode document) {
    return switch (choices.below(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(choices.below(2) == 1);
      case 2 -> JSON.numberNode(choices.below(1_000) - 500);
      case 3, 4 -> JSON.textNode(word(choices));
      case 5 -> JSON.arrayNode().add(word(choices));
      case 6 -> JSON.objectNode().put(word(choices), word(choices));
      case 7 -> JSON.objectNode();
      default -> elsewhere(choices, document);
    };
  }

  /** Returns a copy of another part of the document. */
  private static JsonNode elsewhere(Choices choices, ObjectNode document) {
    JsonNode at = document;
    for (int depth = 2 + choices.below(7); depth > 0; depth--) {
      JsonNode below = child(choices, at);
      if (below == null) {
        break;
      }
      at = below;
    }
    return at == document ? JSON.objectNode() : at.deepCopy();
  }
}
