package com.configcat.management.openapi.refresh;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.BuildRun;
import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.SmallContract;
import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.document.Vocabulary;
import com.configcat.management.openapi.fix.Fixer;
import com.configcat.management.openapi.fix.Fixes;
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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractRefreshTest {
  private static final ObjectNode NEW =
      json(
          "{get: {summary: 'Foreign', tags: ['Me'], operationId: 'make-me', responses: {'200':"
              + " {description: 'Foreign'}, '429': {description: 'Foreign'}}}}");

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
    String names = Files.readString(build.fixesFile());

    build.live(build.file(live));

    assertThat(Files.readString(pinned)).isEqualTo(before);
    assertThat(Files.readString(build.fixesFile())).isEqualTo(names);
    assertThat(build.log).singleElement().asString().contains("has this structure already");
    assertThat(Files.readString(build.refresh().resolve("refresh.properties")))
        .isEqualTo("changed=false\nwords=0\n");
  }

  @Test
  void takesTheStructureAndKeepsOurWords() throws IOException {
    ObjectNode products = Documents.operation(live, "get", "/v1/products");
    products
        .putArray("parameters")
        .add(
            json("{name: 'page', in: 'query', description: 'Foreign', schema: {type: 'integer'}}"));
    paths().remove("/v1/me");
    paths().set("/v9/new", NEW);
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
    String added =
        """
            AaaModel:
              description: ''
              type: object
              properties:
                a:
                  type: string
                  description: ''
              example:
                a: a
                  maxLength: 77
        """;
    assertThat(String.join("\n", after)).contains(added.lines().limit(9).toList());
    assertThat(after).hasSize(before.size() + (int) added.lines().count());
  }

  @Test
  void writesNewOperationsIntoTheFixesUnderTheNamesTheyHaveAnyway() throws IOException {
    List<String> before = Files.readAllLines(build.fixesFile());
    paths().set("/v9/new", NEW);
    ((ObjectNode) paths().get("/v1/me"))
        .set(
            "put",
            json("{tags: ['Me'], operationId: 'put', responses: {'204': {description: ''}}}"));
    paths()
        .withObject("/~1v1~1me~1face")
        .set(
            "get",
            json(
                "{tags: ['Faces'], operationId: 'get-face', responses: {'204': {description:"
                    + " ''}}}"));
    Map<String, String> names = names();

    build.live(build.file(live));

    List<String> after = Files.readAllLines(build.fixesFile());
    assertThat(after).containsSubsequence(before).hasSize(before.size() + 4);
    assertThat(after)
        .containsSequence(
            "  # Me",
            "  \"GET /v1/me\": {name: Me.get, operationId: get-me}",
            "  \"PUT /v1/me\": {name: Me.put, operationId: \"put\"}",
            "  \"GET /v9/new\": {name: Me.make, operationId: make-me}")
        .containsSequence(
            "  # Faces", "  \"GET /v1/me/face\": {name: Faces.get, operationId: get-face}");
    assertThat(names()).isEqualTo(names);
  }

  @Test
  void secondTimeChangesNothing() throws IOException {
    paths().set("/v9/new", NEW);
    paths().remove("/v1/me");
    Documents.property(live, "ProductModel", "name").put("maxLength", 77);
    retag("Products", "Products & more");
    build.live(build.file(live));
    String document = Files.readString(pinned);
    String fixes = Files.readString(build.fixesFile());
    assertThat(build.refresh().resolve("drift/drift.md")).content().contains("GET /v9/new");

    build.live(build.file(live));

    assertThat(Files.readString(pinned)).isEqualTo(document);
    assertThat(Files.readString(build.fixesFile())).isEqualTo(fixes);
    assertThat(build.log.get(0)).contains("has this structure already");
    assertThat(build.refresh().resolve("drift")).doesNotExist();
  }

  @Test
  void saysWhereWordsAreMissing() throws IOException {
    paths().set("/v9/new", NEW);

    build.live(build.file(live));

    List<String> lines = Files.readAllLines(pinned);
    List<String> places =
        Files.readAllLines(build.refresh().resolve("needs-words.md")).stream()
            .filter(line -> line.matches("- `.*\\.yaml:\\d+: GET /v9/new: .*`"))
            .toList();
    assertThat(places)
        .extracting(line -> line.replaceFirst(".*new: (.*)`", "$1"))
        .containsExactly("summary", "description", "response 200");
    assertThat(places)
        .extracting(line -> lines.get(number(line.replaceFirst(".*yaml:(\\d+).*", "$1")) - 1))
        .containsExactly("      summary: ''", "      description: ''", "          description: ''");
    assertThat(build.log)
        .anyMatch(line -> line.matches("\\[INFO] .*yaml:\\d+: GET /v9/new: summary"))
        .anyMatch(line -> line.startsWith("[INFO] Places that need words: 3;"));
  }

  @Test
  void namesListedSecretsThatAreGone() throws IOException {
    Files.writeString(
        build.fixesFile(),
        Files.readString(build.fixesFile()).replace("secrets:\n", "secrets:\n  - MeModel.gone\n"));

    build.live(build.file(live));

    assertThat(build.warnings()).singleElement().asString().endsWith("gone: MeModel.gone");
  }

  @Test
  void namesNewTextsThatMayBeSecretThoughTheirNamesDoNotTell() throws IOException {
    ObjectNode properties = (ObjectNode) live.at("/components/schemas/ProductModel/properties");
    for (String name : List.of("ingestKey", "key", "title", "apiKey")) {
      properties.set(name, json("{type: 'string', nullable: true}"));
    }
    properties.set("sortKey", json("{type: 'integer', format: 'int32'}"));

    build.live(build.file(live));

    assertThat(build.refresh().resolve("needs-words.md"))
        .content()
        .contains("No toString() shows them.\n\n- `ProductModel.apiKey`\n\n## Perhaps secret")
        .endsWith("what gives access.\n\n- `ProductModel.ingestKey`\n");
  }

  @Test
  void aRenamedTagKeepsItsWords() throws IOException {
    JsonNode before = SmallContract.document().path("tags");
    retag("Products", "Products & more");

    build.live(build.file(live));

    assertThat(Documents.read(pinned).path("tags").toString())
        .isEqualTo(before.toString().replace("\"Products\"", "\"Products & more\""));
    assertThat(Files.readString(build.refresh().resolve("needs-words.md")))
        .contains("- `Products -> Products & more`");
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
    paths().remove("/v1/products");

    assertThatThrownBy(() -> build.live(build.file(live)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("GET /v1/products");
    assertThat(Documents.read(pinned).path("paths").has("/v1/products")).isFalse();
    assertThat(Files.readString(build.fixesFile())).doesNotContain("GET /v1/products\"");
    assertThat(build.refresh().resolve("drift/drift.md")).content().contains("GET /v1/products");
  }

  @Test
  void aBadDocumentLeavesThePinnedOneAlone() throws IOException {
    String before = Files.readString(pinned);

    assertThatThrownBy(() -> build.live(build.file(live.put("openapi", "3.1.0"))))
        .isInstanceOf(ContractException.class);
    assertThat(Files.readString(pinned)).isEqualTo(before);
    assertThat(build.refresh()).doesNotExist();
  }

  private ObjectNode paths() {
    return (ObjectNode) live.get("paths");
  }

  private void retag(String before, String after) {
    for (JsonNode tag : live.path("tags")) {
      if (tag.path("name").asText().equals(before)) {
        ((ObjectNode) tag).put("name", after);
      }
    }
    for (ApiOperation operation : ApiOperations.of(live)) {
      if (operation.json().at("/tags/0").asText().equals(before)) {
        operation.json().putArray("tags").add(after);
      }
    }
  }

  /** Returns how the methods of the live document are called now. */
  private Map<String, String> names() throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (ApiOperation operation :
        ApiOperations.of(new Fixer(Fixes.read(build.fixesFile()), Map.of()).fix(live))) {
      names.put(
          operation.key(),
          operation.json().path("tags").path(0).asText()
              + "."
              + operation.json().path("x-operation-name").asText()
              + " "
              + operation.json().path("operationId").asText());
    }
    return names;
  }

  private static int number(String text) {
    return Integer.parseInt(text);
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
