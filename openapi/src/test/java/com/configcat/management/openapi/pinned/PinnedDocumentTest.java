package com.configcat.management.openapi.pinned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.check.DocumentCheck;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.fix.Fixes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the pinned document whole, and what the fixes say of it true. */
class PinnedDocumentTest {
  /** What could end a comment, begin another, or be taken for a tag or an escape in Javadoc. */
  private static final Pattern DANGEROUS =
      Pattern.compile("\\*/|/\\*|<|\\{@|\\\\u|[\\p{Cntrl}&&[^\\n]]");

  private final ObjectNode document = Documents.pinned();
  private final JsonNode schemas = document.at("/components/schemas");
  private final List<ApiOperation> operations = ApiOperations.of(document);

  @Test
  void listsTheTagsOfItsOperationsAndSaysWhenItWasTakenIn() {
    assertThat(document.path("tags").findValuesAsText("name"))
        .doesNotHaveDuplicates()
        .containsAll(
            operations.stream()
                .filter(o -> o.json().has("tags"))
                .map(o -> o.json().path("tags").path(0).asText())
                .toList());
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
        .containsExactlyInAnyOrderElementsOf(operations.stream().map(ApiOperation::key).toList());
    // An id that the document renamed keeps the old one here: callers have a method of that name.
    assertThat(fixes.operationIds()).containsOnlyKeys(fixes.names().keySet());
    assertThat(Stream.concat(fixes.secrets().stream(), fixes.notSecret().stream()))
        .allMatch(
            secret -> {
              String[] parts = secret.split("\\.", 2);
              return schemas.path(parts[0]).path("properties").has(parts[1]);
            });
  }

  @Test
  void noTextCouldHarmTheCommentItBecomes() {
    List<String> texts = new ArrayList<>(document.findValuesAsText("description"));
    texts.addAll(document.findValuesAsText("summary"));
    texts.addAll(document.findValuesAsText("title"));

    assertThat(texts).isNotEmpty().noneMatch(text -> DANGEROUS.matcher(text).find());
  }
}
