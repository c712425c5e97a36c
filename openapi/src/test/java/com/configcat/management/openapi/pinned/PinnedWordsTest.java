package com.configcat.management.openapi.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.refresh.YamlLines;
import com.configcat.management.openapi.words.MissingWords;
import com.configcat.management.openapi.words.WordGap;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Wants words for all of the pinned document. They become Javadoc and its examples the mock's
 * answers, so what a refresh brings in must get some: each failure says in which line.
 *
 * <p>Tagged, for the script that takes a change in runs everything else before they are written.
 */
@Tag("words")
class PinnedWordsTest {
  private static final Path FILE = Documents.CONTRACT.resolve("configcat-management-api.yaml");
  private static final YamlLines LINES = lines();

  private final ObjectNode document = Documents.pinned();
  private final JsonNode schemas = document.at("/components/schemas");
  private final List<String> wrong = new ArrayList<>();

  private static YamlLines lines() {
    try {
      return new YamlLines(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingLacksWordsThatNeedsThem() {
    for (WordGap gap : MissingWords.of(document)) {
      wrong(gap.subject() + " lacks its " + gap.what(), gap.holder());
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyExampleIsValid() {
    ExampleValidator examples = new ExampleValidator(document);
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      JsonNode example = schema.getValue().path("example");
      if (!example.isMissingNode()) {
        examples
            .errors(schema.getKey(), example)
            .forEach(
                error ->
                    wrong(
                        "the example of " + schema.getKey() + ": " + error,
                        List.of("components", "schemas", schema.getKey(), "example")));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void operationsAndParametersSayMoreThanTheirNames() {
    for (ApiOperation operation : ApiOperations.of(document)) {
      List<String> place =
          List.of("paths", operation.path(), operation.method().toLowerCase(Locale.ROOT));
      say(4, operation.json().path("operationId").asText(), operation.json(), place);
      for (JsonNode parameter : operation.json().path("parameters")) {
        say(2, parameter.path("name").asText(), parameter, place);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void schemasAndPropertiesSayMoreThanTheirNames() {
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      List<String> place = List.of("components", "schemas", schema.getKey());
      say(3, schema.getKey(), schema.getValue(), place);
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        say(2, property.getKey(), property.getValue(), place);
      }
    }

    assertThat(wrong).isEmpty();
  }

  /** What has no words at all is named by another test. */
  private void say(int words, String name, JsonNode described, List<String> place) {
    String text = described.path("description").asText();
    if (!text.isBlank() && InformativeWords.informative(name, text).size() < words) {
      wrong(name + " says little more than its name: " + text, place);
    }
  }

  private void wrong(String what, List<String> place) {
    wrong.add(FILE.getFileName() + ":" + LINES.of(place) + ": " + what);
  }
}
