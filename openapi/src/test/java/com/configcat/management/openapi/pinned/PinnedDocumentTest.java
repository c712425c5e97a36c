package com.configcat.management.openapi.pinned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.check.DocumentCheck;
import com.configcat.management.openapi.document.Operation;
import com.configcat.management.openapi.document.Operations;
import com.configcat.management.openapi.fix.Fixes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the pinned document whole. Its words become Javadoc and its examples the mock's answers, so
 * what a refresh brings in must get some: these tests name the places.
 */
class PinnedDocumentTest {
  /** What could end a comment, begin another, or be taken for a tag or an escape in Javadoc. */
  private static final Pattern DANGEROUS =
      Pattern.compile("\\*/|/\\*|<|\\{@|\\\\u|[\\p{Cntrl}&&[^\\n]]");

  private final ObjectNode document = Documents.pinned();
  private final JsonNode schemas = document.at("/components/schemas");
  private final List<Operation> operations = Operations.of(document);

  @Test
  void hasEveryOperationSchemaAndTag() {
    assertThat(operations).hasSize(124);
    assertThat(schemas).hasSize(204);
    assertThat(document.path("tags")).hasSize(24);
    assertThat(document.at("/info/x-contract-date").asText()).matches("20\\d\\d-\\d\\d");
  }

  @Test
  void passesTheChecksOfAPulledDocument() {
    assertThatCode(() -> DocumentCheck.check(document)).doesNotThrowAnyException();
  }

  @Test
  void hasWhateverTheFixesName() throws IOException {
    Fixes fixes = Fixes.read(Documents.CONTRACT.resolve("fixes.yaml"));
    assertThat(fixes.names().keySet())
        .containsExactlyInAnyOrderElementsOf(operations.stream().map(Operation::key).toList());
    assertThat(operations)
        .allMatch(
            operation ->
                fixes
                    .operationIds()
                    .get(operation.key())
                    .equals(
                        operation
                            .json()
                            .path("operationId")
                            .asText(fixes.operationIds().get(operation.key()))));
    assertThat(Stream.concat(fixes.secrets().stream(), fixes.notSecret().stream()))
        .allMatch(
            secret -> {
              String[] parts = secret.split("\\.", 2);
              return schemas.path(parts[0]).path("properties").has(parts[1]);
            });
  }

  @Test
  void everySchemaHasAnExampleThatIsValid() {
    Examples examples = new Examples(document);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      JsonNode example = schema.getValue().path("example");
      if (example.isMissingNode()) {
        wrong.add(schema.getKey() + " has no example");
      } else {
        examples
            .errors(schema.getKey(), example)
            .forEach(error -> wrong.add(schema.getKey() + ": " + error));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyOperationSaysMoreThanItsName() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations) {
      String id = operation.json().path("operationId").asText();
      if (operation.json().path("summary").asText().isBlank()) {
        wrong.add(operation.key() + " has no summary");
      }
      require(wrong, operation.key(), id, operation.json(), 4);
      operation
          .json()
          .path("responses")
          .properties()
          .forEach(
              response -> {
                if (response.getValue().path("description").asText().isBlank()) {
                  wrong.add(operation.key() + " does not describe " + response.getKey());
                }
              });
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyQueryAndHeaderParameterIsDescribed() {
    List<String> wrong = new ArrayList<>();
    for (Operation operation : operations) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        String name = parameter.path("name").asText();
        boolean described = parameter.has("description");
        if (described || !parameter.path("in").asText().equals("path")) {
          require(wrong, operation.key() + " " + name, name, parameter, 2);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everySchemaSaysMoreThanItsNameAndNoPropertySaysOnlyThat() {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : schemas.properties()) {
      require(wrong, schema.getKey(), schema.getKey(), schema.getValue(), 3);
      for (Map.Entry<String, JsonNode> property :
          schema.getValue().path("properties").properties()) {
        if (property.getValue().has("description")) {
          String place = schema.getKey() + "." + property.getKey();
          require(wrong, place, property.getKey(), property.getValue(), 2);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void noTextCouldHarmTheCommentItBecomes() {
    List<String> texts = new ArrayList<>(document.findValuesAsText("description"));
    texts.addAll(document.findValuesAsText("summary"));
    texts.addAll(document.findValuesAsText("title"));

    assertThat(texts).isNotEmpty().noneMatch(text -> DANGEROUS.matcher(text).find());
  }

  private static void require(
      List<String> wrong, String place, String name, JsonNode described, int words) {
    String text = described.path("description").asText();
    if (text.isBlank()) {
      wrong.add(place + " has no description");
    } else if (Words.informative(name, text).size() < words) {
      wrong.add(place + " says little more than its name: " + text);
    }
  }
}
