package com.configcat.management.openapi.refresh;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.BuildRun;
import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.SmallContract;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.document.Vocabulary;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractRefreshTest {
  @TempDir Path folder;
  private Path pinned;
  private BuildRun build;
  private ObjectNode live;

  @BeforeEach
  void copy() throws IOException {
    build = new BuildRun(folder).refreshing();
    pinned = build.pinnedFile();
    live = (ObjectNode) foreign(SmallContract.document());
  }

  @Test
  void aDocumentOfTheSameStructureChangesNothing() throws IOException {
    String before = Files.readString(pinned);

    build.live(build.file(live));

    assertThat(Files.readString(pinned)).isEqualTo(before);
    assertThat(build.log.get(0)).contains("has this structure already");
  }

  @Test
  void takesTheStructureAndKeepsOurWords() throws IOException {
    ObjectNode products = Documents.operation(live, "get", "/v1/products");
    products
        .putArray("parameters")
        .add(
            json("{name: 'page', in: 'query', description: 'Foreign', schema: {type: 'integer'}}"));
    ((ObjectNode) live.get("paths")).remove("/v1/me");
    ((ObjectNode) live.get("paths"))
        .set(
            "/v9/new",
            json(
                "{get: {summary: 'Foreign', tags: ['Me'], operationId: 'get-new', responses:"
                    + " {'200': {description: 'Foreign'}}}}"));
    ObjectNode product = (ObjectNode) live.at("/components/schemas/ProductModel");
    product.withObject("properties").set("title", json("{type: 'string', description: 'Foreign'}"));
    product.withObject("properties").remove("order");
    product.withArray("required").removeAll().add("name").add("productId").add("title");

    build.live(build.file(live));

    ObjectNode refreshed = Documents.read(pinned);
    assertThat(NormalForm.structure(refreshed)).isEqualTo(NormalForm.structure(withOurInfo(live)));
    assertThat(refreshed.toString()).doesNotContain("Foreign");
    assertThat(words(refreshed)).isSubsetOf(words(SmallContract.document()));
    assertThat(refreshed.at("/info/x-contract-date").asText())
        .isEqualTo(YearMonth.now(ZoneOffset.UTC).toString());
    assertThat(refreshed.at("/components/schemas/ProductModel/properties/title"))
        .isEqualTo(json("{type: 'string'}"));
    assertThat(refreshed.at("/paths/~1v1~1products/get/responses/200/description"))
        .isEqualTo(
            SmallContract.document().at("/paths/~1v1~1products/get/responses/200/description"));
    assertThat(Files.readString(pinned)).startsWith("# The ConfigCat Public Management API");
  }

  @Test
  void changesOnlyTheLinesOfWhatChanged() throws IOException {
    List<String> before = Files.readAllLines(pinned);
    Documents.property(live, "ProductModel", "name").put("maxLength", 77);
    ((ObjectNode) live.at("/components/schemas"))
        .set("AaaModel", json("{type: 'object', properties: {a: {type: 'string'}}}"));

    build.live(build.file(live));

    List<String> after = Files.readAllLines(pinned);
    assertThat(before.stream().filter(line -> !after.contains(line)))
        .allMatch(line -> line.contains("x-contract-date"));
    assertThat(after).hasSize(before.size() + 6);
  }

  @Test
  void theBuildGoesOnWithTheNewPinnedDocument() throws IOException {
    Documents.property(live, "ProductModel", "name").put("maxLength", 77);

    build.live(build.file(live));

    assertThat(build.source()).isEqualTo(Documents.read(pinned));
    assertThat(build.properties()).contains("contract.source=pinned");
  }

  @Test
  void aDocumentThatBreaksTheFacadeIsWrittenButStopsTheBuild() throws IOException {
    ((ObjectNode) live.get("paths")).remove("/v1/products");

    assertThatThrownBy(() -> build.live(build.file(live)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("GET /v1/products");
    assertThat(Documents.read(pinned).path("paths").has("/v1/products")).isFalse();
  }

  @Test
  void aBadDocumentLeavesThePinnedOneAlone() throws IOException {
    String before = Files.readString(pinned);

    assertThatThrownBy(() -> build.live(build.file(live.put("openapi", "3.1.0"))))
        .isInstanceOf(ContractException.class);
    assertThat(Files.readString(pinned)).isEqualTo(before);
  }

  private static ObjectNode withOurInfo(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    copy.set("openapi", SmallContract.document().get("openapi"));
    copy.set("info", SmallContract.document().get("info"));
    return copy;
  }

  /** Replaces all words by others, as a live document has them. */
  private static JsonNode foreign(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        boolean word = entry.getValue().isTextual() && Vocabulary.isWord(entry.getKey());
        copy.set(entry.getKey(), foreign(entry.getValue()));
        if (word) {
          copy.put(entry.getKey(), "Foreign");
        }
      }
      copy.remove("example");
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(foreign(element)));
      return copy;
    }
    return node;
  }

  private static List<String> words(JsonNode document) {
    return document.findValuesAsText("description").stream()
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}
