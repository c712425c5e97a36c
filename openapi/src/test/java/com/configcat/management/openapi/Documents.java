package com.configcat.management.openapi;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.document.ChosenDocument;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

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

  private static final FacadeUse USE = readUse();
  private static final Fixer FIXER = fixer();

  /** Arrays whose order says nothing. */
  private static final Set<String> UNORDERED = Set.of("required", "parameters", "tags");

  private Documents() {}

  /** Returns a copy of the pinned document, to be changed at will. */
  public static ObjectNode pinned() {
    return PINNED.deepCopy();
  }

  /** Returns the pinned document with some of its paths alone, and what they refer to. */
  public static ObjectNode pinned(String... paths) {
    ObjectNode document = pinned();
    ((ObjectNode) document.get("paths")).retain(paths);
    retainReachableSchemas(document);
    return document;
  }

  /** Takes away the schemas that no path refers to. */
  static void retainReachableSchemas(ObjectNode document) {
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    Set<String> names = new TreeSet<>();
    Deque<JsonNode> todo = new ArrayDeque<>(List.of(document.get("paths")));
    while (!todo.isEmpty()) {
      JsonNode node = todo.pop();
      String name = node.path("$ref").asText().replaceFirst(".*/", "");
      if (!name.isEmpty() && names.add(name)) {
        todo.push(schemas.get(name));
      }
      node.forEach(todo::push);
    }
    schemas.retain(names);
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
    return FIXER.fix(document);
  }

  private static Fixer fixer() {
    try {
      return new Fixer(Fixes.read(CONTRACT.resolve("fixes.yaml")), USE.methods());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the facade uses. */
  public static FacadeUse facadeUse() {
    return USE;
  }

  private static FacadeUse readUse() {
    try {
      return FacadeUse.read(CONTRACT.resolve("used-by-facade.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a document as a build has chosen it. */
  public static ChosenDocument chosen(ObjectNode document) {
    return new ChosenDocument(document, fixed(document), "somewhere", "2026-11-01");
  }

  /** Reads a file of the tests that lies beside a class. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
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
