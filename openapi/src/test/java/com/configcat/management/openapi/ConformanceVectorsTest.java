package com.configcat.management.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the conformance vectors to their schema and to the document. */
class ConformanceVectorsTest {
  private static final Path FOLDER = Documents.CONTRACT.resolveSibling("conformance");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonNode SCHEMA = read(FOLDER.resolve("vector.schema.json"));
  private static final Schema VALIDATOR =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SCHEMA);

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json") && !file.endsWith("vector.schema.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> errors(JsonNode json) {
    return VALIDATOR.validate(json).stream().map(Error::toString).toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsToTheSchema(Path file) {
    assertThat(errors(read(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'times': 3}",
        "{'tags': ['wire', 'policy']}",
        "{'tags': ['wire'], 'exchanges': [{'request': {}, 'answer': {'fault': 'no_answer'}}]}",
        "{'exchanges': [{'request': {}, 'answer': {'fault': 'no_answer', 'status': 200}}]}",
        "{'exchanges': [{'request': {}, 'answer': {'fault': 'cut_body'}}]}",
        "{'exchanges': [{'request': {}, 'answer': {'status': 200, 'json': 1, 'text': '1'}}]}",
        "{'exchanges': [{'request': {}, 'answer': {}}]}",
        "{'exchanges': [{'request': {'verb': 'GET'}, 'answer': {'status': 200}}]}",
        "{'calls': [{'operationId': 'get-me', 'outcome': {}}]}",
        "{'calls': [{'operationId': 'get-me', 'outcome': {'value': 1, 'error': 'transport'}}]}",
        "{'calls': [{'operationId': 'get-me', 'outcome': {'error': 'oops'}}]}"
      })
  void refusesWhatTheSchemaDoesNotKnow(String change) throws IOException {
    ObjectNode good = vector("{}");
    ObjectNode bad = vector(change.replace('\'', '"'));

    assertThat(errors(good)).isEmpty();
    assertThat(errors(bad)).isNotEmpty();
  }

  private static ObjectNode vector(String change) throws IOException {
    ObjectNode file =
        (ObjectNode)
            MAPPER.readTree(
                """
                {"$schema": "vector.schema.json", "theme": "A theme.", "vectors": [{
                  "name": "a", "tags": ["policy"], "why": "Because.",
                  "calls": [{"operationId": "get-me", "outcome": {"value": null}}],
                  "exchanges": [{"request": {}, "answer": {"status": 200}}]}]}
                """);
    ((ObjectNode) file.at("/vectors/0")).setAll((ObjectNode) MAPPER.readTree(change));
    return file;
  }

  @Test
  void namesEveryVectorOnce() {
    Map<String, List<String>> places = new TreeMap<>();
    for (Path file : files()) {
      read(file)
          .path("vectors")
          .forEach(
              vector ->
                  places
                      .computeIfAbsent(vector.path("name").asText(), name -> new ArrayList<>())
                      .add(file.getFileName().toString()));
    }
    places.values().removeIf(files -> files.size() == 1);

    assertThat(places).isEmpty();
  }

  @Test
  void callsOnlyOperationsOfTheDocumentWithTheirParameters() throws IOException {
    ObjectNode document = Documents.pinned();
    Documents.fixed(document);
    Map<String, List<String>> parameters = new TreeMap<>();
    for (ApiOperation operation : ApiOperations.of(document)) {
      parameters.put(
          operation.json().path("operationId").asText(),
          operation.json().path("parameters").findValuesAsText("name"));
    }

    for (Path file : files()) {
      for (JsonNode vector : read(file).path("vectors")) {
        for (JsonNode call : vector.path("calls")) {
          String id = call.path("operationId").asText();
          assertThat(parameters).as(vector.path("name").asText()).containsKey(id);
          List<String> given = new ArrayList<>();
          call.path("parameters").fieldNames().forEachRemaining(given::add);
          assertThat(parameters.get(id)).as(vector.path("name").asText()).containsAll(given);
        }
      }
    }
  }

  @Test
  void describesEveryPropertyOfTheSchema() {
    List<String> silent = new ArrayList<>();
    collect(SCHEMA, "", silent);
    for (JsonNode definition : SCHEMA.path("$defs")) {
      collect(definition, "$defs", silent);
    }

    assertThat(silent).isEmpty();
  }

  private static void collect(JsonNode schema, String where, List<String> silent) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (property.getValue().isObject() && !property.getValue().has("description")) {
        silent.add(where + "/" + property.getKey());
      }
      collect(property.getValue(), where + "/" + property.getKey(), silent);
    }
  }
}
