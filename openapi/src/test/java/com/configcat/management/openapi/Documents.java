package com.configcat.management.openapi;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.document.DocumentReader;
import com.configcat.management.openapi.fix.Fixer;
import com.configcat.management.openapi.fix.Fixes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Documents to test with. */
public final class Documents {
  public static final Path CONTRACT = Path.of(System.getProperty("contract.sources", "contract"));
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();
  private static final ObjectNode PINNED = read(CONTRACT.resolve("configcat-management-api.yaml"));

  /** Arrays whose order says nothing. */
  private static final Set<String> UNORDERED = Set.of("required", "parameters", "tags");

  private Documents() {}

  /** Returns a copy of the pinned document, to be changed at will. */
  public static ObjectNode pinned() {
    return PINNED.deepCopy();
  }

  public static ObjectNode read(Path file) {
    try {
      return DocumentReader.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads JSON in which quotes may be single ones and keys bare. */
  public static ObjectNode json(String text) {
    try {
      return (ObjectNode) LENIENT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Returns a document as the client is generated from it. */
  public static ObjectNode fixed(ObjectNode document) {
    try {
      return new Fixer(
              Fixes.read(CONTRACT.resolve("fixes.yaml")),
              FacadeUse.read(CONTRACT.resolve("used-by-facade.txt")).methods())
          .fix(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static ObjectNode operation(ObjectNode document, String method, String path) {
    return (ObjectNode) document.path("paths").path(path).path(method);
  }

  public static ObjectNode property(ObjectNode document, String schema, String property) {
    return (ObjectNode)
        document.path("components").path("schemas").path(schema).path("properties").path(property);
  }

  /** Returns the same document with everything that has no meaningful order in another one. */
  public static JsonNode shuffled(JsonNode node, Random random) {
    return shuffled(node, random, "");
  }

  private static JsonNode shuffled(JsonNode node, Random random, String key) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(object.properties());
      Collections.shuffle(entries, random);
      ObjectNode copy = object.objectNode();
      entries.forEach(e -> copy.set(e.getKey(), shuffled(e.getValue(), random, e.getKey())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> elements = new ArrayList<>();
      array.forEach(element -> elements.add(shuffled(element, random, "")));
      if (UNORDERED.contains(key)) {
        Collections.shuffle(elements, random);
      }
      return array.arrayNode().addAll(elements);
    }
    return node;
  }
}
