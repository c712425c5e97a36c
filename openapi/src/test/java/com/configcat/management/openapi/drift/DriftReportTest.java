package com.configcat.management.openapi.drift;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.BuildRun;
import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.SmallContract;
import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftReportTest {
  private static final String REPLACE = "PUT /v1/settings/{settingKeyOrId}/value";

  @TempDir Path folder;
  private BuildRun build;
  private ObjectNode live;

  @BeforeEach
  void prepare() throws IOException {
    build = new BuildRun(folder);
    live = SmallContract.document();
  }

  @Test
  void wordsExamplesExtensionsOrderAndSpelledOutDefaultsAreNoDrift() throws IOException {
    live.put("openapi", "3.0.1").put("x-anything", 1).withObject("info").put("title", "Other");
    live.forEach(part -> reword(part));

    run((ObjectNode) Documents.shuffled(live, new Random(7)));

    assertThat(build.log).hasSize(1);
    assertThat(build.drift()).doesNotExist();
  }

  @Test
  void saysTheVerdictFirstThenWhatIsNewWhatMaySurpriseAndWhatBreaks() throws IOException {
    change();

    run(live);

    assertThat(text("drift.md"))
        .startsWith(
            """
            # Breaks: a major release

            3 new, 1 may surprise, 2 break, 1 without effect. The document from `\
            """)
        .endsWith(
            """
            ## New

            **`configcat.products()`**

            - New operation: `configcat.products().archive(productId)` (`POST /v1/products/{productId}/archive`)

            **`configcat.operations(SettingValuesBySdkKeyOperations.class)`**

            - New option: `configcat.operations(SettingValuesBySdkKeyOperations.class).replace(settingKeyOrId, sdkKey, updateSettingValueModel, ReplaceSettingValueBySdkkeyOptions.builder().dryRun(Boolean).build())`

            **Shared by several resources**

            - New property, read: `ProductModel.getRegion()` (`String`, or null)

            ## May surprise

            **Shared by several resources**

            - `ProductModel.getName()` may be null now; in the facade: `Products.tree`

            ## Breaks

            **`configcat.operations(MeOperations.class)`**

            - `configcat.operations(MeOperations.class).get()` is gone: the API has no `GET /v1/me` now
            - `MeModel` is gone

            <details><summary>No effect: 1</summary>

            - The group `Products` is called `All the products` now; its 6 operations keep their names
            - 1 text or example reads otherwise

            </details>
            """);
  }

  @Test
  void saysInThreeLinesOfTheLogWhatAReaderHasToKnow() throws IOException {
    change();

    run(live);

    assertThat(build.warnings()).isEmpty();
    assertThat(build.log.subList(1, build.log.size()))
        .containsExactly(
            "[INFO] Contract drift. Breaks: a major release"
                + " (3 new, 1 may surprise, 2 break, 1 without effect)",
            "[INFO] What breaks: configcat.operations(MeOperations.class).get() is gone:"
                + " the API has no GET /v1/me now; MeModel is gone",
            "[INFO] Facade methods touched: Products.tree; report: "
                + build.drift().resolve("drift.html"));
  }

  @Test
  void thePageSaysWhatTheMarkdownSays() throws IOException {
    change();

    run(live);

    String page =
        text("drift.html")
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    List<String> lines =
        text("drift.md")
            .lines()
            .filter(line -> line.startsWith("- ") || line.startsWith("#"))
            .map(line -> line.replaceFirst("^(- |#+ )", "").replace("`", ""))
            .toList();
    assertThat(lines).hasSizeGreaterThan(9).allSatisfy(line -> assertThat(page).contains(line));
  }

  @Test
  void draftsTheChangelogInTheWordsOfUsers() throws IOException {
    change();

    run(live);

    assertThat(text("changelog.md"))
        .isEqualTo(
            """
            **New**

            - New operation: `products().archive(productId)` (`POST /v1/products/{productId}/archive`).
            - New option: `operations(SettingValuesBySdkKeyOperations.class).replace(settingKeyOrId, sdkKey, updateSettingValueModel, ReplaceSettingValueBySdkkeyOptions.builder().dryRun(Boolean).build())`.
            - New property, read: `ProductModel.getRegion()` (`String`, or null).

            **Changed**

            - `ProductModel.getName()` may be null now.

            **Removed**

            - `operations(MeOperations.class).get()` is gone: the API has no `GET /v1/me` now.
            - `MeModel` is gone.

            """);
  }

  @Test
  void tellsScriptsTheVerdictInALine() throws IOException {
    change();
    run(live);
    assertThat(text("drift.properties"))
        .contains("drift.verdict=major\n", "drift.new=3\n", "drift.used=true\n");

    live = SmallContract.document();
    Edits.renameTag(live, "Products", "All the products");
    run(live);
    assertThat(text("drift.properties")).contains("drift.verdict=nothing\n", "drift.breaks=0\n");
    assertThat(text("drift.md")).startsWith("# Nothing for you\n").doesNotContain("##");
    assertThat(build.log.get(2)).isEqualTo("[INFO] What breaks: nothing");

    Edits.property(live, "MeModel.email").put("deprecated", true);
    run(live);
    assertThat(text("drift.properties")).contains("drift.verdict=minor\n");
    assertThat(text("drift.md")).startsWith("# May surprise: a minor release\n");
  }

  @Test
  void foldsWhatIsLongAndSaysOnceWhatHappenedToMany() throws IOException {
    for (int i = 10; i < 40; i++) {
      Edits.addOperation(
          live, "GET /v1/me/part" + i, "{tags: ['Me'], responses: {'204': {description: ''}}}");
    }
    live.path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation ->
                        ((ObjectNode) operation.get("responses"))
                            .set("418", json("{description: ''}"))));

    run(live);

    assertThat(text("drift.md"))
        .contains(
            "getV1MePart15()",
            "<details><summary>24 more</summary>\n\n**`configcat",
            "getV1MePart39()")
        .containsPattern(
            "- `configcat[^`]*`, `[^`]*`, `[^`]*`, `[^`]*` and \\d\\d more: `418` is declared\n");
    assertThat(text("drift.html")).contains("<details><summary>24 more</summary>");
  }

  @Test
  void namesOfADocumentAreTextInThePageAndInMarkdown() throws IOException {
    Edits.addOperation(live, "GET /v9/x", "{responses: {'204': {description: ''}}}");
    Edits.setProperty(
        live, "ProductModel.name", "{type: 'string', default: '<script>alert(1)</script>/``x`'}");
    Edits.addSchema(live, "Odd", "{properties: {}}");
    Edits.removeProperty(live, "MeModel.email");
    Edits.operation(live, "GET /v1/me")
        .putArray("tags")
        .add("Me `<b>` \u001b[31m\u202e" + "long".repeat(200));

    run(live);

    assertThat(text("drift.html"))
        .contains("default-src 'none'", "prefers-color-scheme: dark", "&lt;script&gt;alert(1)")
        .doesNotContain("<script", "<b>", "href=", "src=", "\u001b", "\u202e")
        .endsWith("</html>\n");
    assertThat(text("drift.md"))
        .contains("``` <script>alert(1)</script>/``x` ```", "`` Me `<b>` ?[31m?longlong")
        .doesNotContain("\u001b", "\u202e");
    assertThat(text("drift.md").lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(500));
    assertThat(build.log).noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void aDocumentThatTheFacadeCannotLiveWithIsReportedThoughItIsNotUsed() throws IOException {
    Edits.removeProperty(live, "ProductModel.name");
    String file = build.file(live);

    assertThatThrownBy(() -> build.live(file)).isInstanceOf(ContractException.class);
    assertThat(text("drift.md"))
        .contains(Heading.REFUSED)
        .contains("- `ProductModel.getName()` is gone; in the facade: `Products.tree`");
    assertThat(text("drift.html")).contains(Heading.REFUSED);
    assertThat(text("drift.properties")).contains("drift.used=false");

    new DriftReport(build.drift(), line -> {}).delete();
    build.auto(file);
    assertThat(build.warnings()).hasSize(1);
    assertThat(build.source()).isEqualTo(SmallContract.document());
    assertThat(text("drift.md")).contains(Heading.REFUSED);
  }

  @Test
  void theReportDisappearsWithTheDrift() throws IOException {
    change();
    run(live);
    assertThat(build.drift()).isDirectoryContaining("glob:**/drift.html");

    run(SmallContract.document());
    assertThat(build.drift()).doesNotExist();

    run(live);
    build.pinned("");
    assertThat(build.drift()).doesNotExist();
  }

  @Test
  void aDocumentThatCannotBeComparedLeavesAWarningAndNoReport() throws IOException {
    ObjectNode circle =
        json(
            """
            {paths: {'/a': {get: {responses: {'200': {$ref: '#/components/responses/A'}}}}},
             components: {responses: {A: {$ref: '#/components/responses/A'}}}}
            """);
    ChosenDocument document = new ChosenDocument(circle, circle, "somewhere", "today");
    List<String> log = new ArrayList<>();

    new DriftReport(folder.resolve("none"), log::add)
        .write(document, document, FacadeUse.of(), true);

    assertThat(log).singleElement().asString().startsWith("[WARNING]").contains("no drift report");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private void change() {
    Edits.removeOperation(live, "GET /v1/me");
    ((ObjectNode) live.at("/components/schemas")).remove("MeModel");
    Edits.addOperation(
        live,
        "POST /v1/products/{productId}/archive",
        """
        {tags: ['Products'], operationId: 'archive-product', parameters: [
           {name: 'productId', in: 'path', required: true, schema: {type: 'string', format: 'uuid'}}],
         responses: {'204': {description: ''}}}
        """);
    Edits.addParameter(live, REPLACE, "{name: 'dryRun', in: 'query', schema: {type: 'boolean'}}");
    Edits.setProperty(live, "ProductModel.region", "{type: 'string'}");
    Edits.property(live, "ProductModel.name").put("nullable", true);
    Edits.renameTag(live, "Products", "All the products");
    Edits.operation(live, REPLACE).put("summary", "Other words");
  }

  private void run(ObjectNode document) throws IOException {
    build.live(build.file(document));
  }

  private String text(String file) throws IOException {
    return Files.readString(build.drift().resolve(file));
  }

  private static void reword(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.has("responses") && object.has("tags")) {
        object
            .put("summary", "Other words")
            .put("deprecated", object.path("deprecated").asBoolean());
      }
      if (object.path("in").isTextual()) {
        object.put("required", object.path("required").asBoolean());
      }
      if (object.path("properties").isObject()) {
        object.put("additionalProperties", false).put("example", "none");
      }
      if (object.path("enum") instanceof ArrayNode values) {
        values.add(values.remove(0));
      }
    }
    node.forEach(DriftReportTest::reword);
  }
}
