package com.configcat.management.openapi;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.configcat.management.openapi.check.CallCheck;
import com.configcat.management.openapi.check.DocumentCheck;
import com.configcat.management.openapi.check.FacadeUse;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A document that is changed in places is usable, or refused in words. What the parser of OpenAPI
 * throws is the build's to catch; what our own code throws is a mistake.
 */
class ContractCheckFuzz {
  private static final Path CONTRACT = Path.of(System.getProperty("contract.sources"));
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

  private final ObjectNode pinned;
  private final Fixer fixer;

  ContractCheckFuzz() throws IOException {
    ObjectNode whole =
        DocumentReader.read(Files.readAllBytes(CONTRACT.resolve("configcat-management-api.yaml")));
    this.pinned = whole;
    this.fixer =
        new Fixer(
            Fixes.read(CONTRACT.resolve("fixes.yaml")),
            FacadeUse.read(CONTRACT.resolve("used-by-facade.txt")).methods());
  }

  @FuzzTest
  void isUsableOrRefused(FuzzedDataProvider data) {
    ObjectNode document = pinned.deepCopy();
    for (int changes = data.consumeInt(0, 4); changes > 0; changes--) {
      change(data, document);
    }
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    if (data.consumeInt(0, 20) == 0) {
      bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
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
  private static void change(FuzzedDataProvider data, ObjectNode document) {
    JsonNode at = document;
    for (int depth = data.consumeInt(1, 12); depth > 1; depth--) {
      JsonNode below = child(data, at);
      if (below == null || !below.isContainerNode() || below.isEmpty()) {
        break;
      }
      at = below;
    }
    if (at instanceof ObjectNode object && !object.isEmpty()) {
      String name = names(object).get(data.consumeInt(0, object.size() - 1));
      switch (data.consumeInt(0, 3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, value(data, document));
        case 2 -> object.set(word(data), object.remove(name));
        default -> object.set(word(data), value(data, document));
      }
    } else if (at instanceof ArrayNode array) {
      array.add(value(data, document));
    }
  }

  private static JsonNode child(FuzzedDataProvider data, JsonNode node) {
    if (node.isEmpty()) {
      return null;
    }
    int index = data.consumeInt(0, node.size() - 1);
    return node instanceof ObjectNode object
        ? object.get(names(object).get(index))
        : node.get(index);
  }

  private static List<String> names(ObjectNode object) {
    return new ArrayList<>(object.propertyStream().map(Map.Entry::getKey).toList());
  }

  private static String word(FuzzedDataProvider data) {
    return data.consumeInt(0, 4) == 0 ? data.consumeString(8) : data.pickValue(WORDS);
  }

  private static JsonNode value(FuzzedDataProvider data, ObjectNode document) {
    return switch (data.consumeInt(0, 8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(data.consumeBoolean());
      case 2 -> JSON.numberNode(data.consumeInt());
      case 3, 4 -> JSON.textNode(word(data));
      case 5 -> JSON.arrayNode().add(word(data));
      case 6 -> JSON.objectNode().put(word(data), word(data));
      case 7 -> JSON.objectNode();
      default -> elsewhere(data, document);
    };
  }

  /** Returns a copy of another part of the document. */
  private static JsonNode elsewhere(FuzzedDataProvider data, ObjectNode document) {
    JsonNode at = document;
    for (int depth = data.consumeInt(2, 8); depth > 0; depth--) {
      JsonNode below = child(data, at);
      if (below == null) {
        break;
      }
      at = below;
    }
    return at == document ? JSON.objectNode() : at.deepCopy();
  }
}
