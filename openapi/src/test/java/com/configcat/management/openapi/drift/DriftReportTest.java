package com.configcat.management.openapi.drift;

import static com.configcat.management.openapi.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.BuildRun;
import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.SmallContract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftReportTest {
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

    build.live(build.file((ObjectNode) Documents.shuffled(live, new Random(7))));

    assertThat(build.log).hasSize(1);
    assertThat(build.drift()).doesNotExist();
  }

  @Test
  void tellsInThreeLinesAndTwoFilesWhatIsNewGoneAndChangedWhatBreaksAndWhatTheFacadeUses()
      throws IOException {
    change();

    build.live(build.file(live));

    assertThat(build.warnings()).isEmpty();
    assertThat(build.log.subList(1, build.log.size()))
        .satisfiesExactly(
            counts ->
                assertThat(counts)
                    .contains(
                        "operations 1 new, 1 gone, 1 changed; schemas 1 new, 1 gone, 1 changed"),
            breaks ->
                assertThat(breaks)
                    .startsWith("[INFO] Breaks for users of the generated client: ")
                    .contains("operation GET /v1/me as Me.get() -> MeModel is gone")
                    .contains(
                        "property ProductModel.order integer:int32 is now property"
                            + " ProductModel.order string"),
            touched ->
                assertThat(touched)
                    .contains("operation PUT /v1/settings/{settingKeyOrId}/value as")
                    .contains("-> [ProductModel]")
                    .endsWith("report: " + build.drift().resolve("drift.html")));
    assertThat(Files.readString(build.drift().resolve("drift.md")))
        .contains("- `operation GET /v9/new as Me.getV9New(", "- `option PUT", "dryRun:boolean")
        .contains("- `schema MeModel object is gone`")
        .doesNotContain("property MeModel.")
        .contains("does not see renamed tags")
        .contains("#### What's New");
  }

  @Test
  void thePageNeedsNothingFromElsewhereAndShowsNamesAsText() throws IOException {
    change();
    live.withObject("/paths")
        .set(
            "/v9/<script>alert(1)</script>",
            json("{get: {responses: {'204': {description: ''}}}}"));

    build.live(build.file(live));

    assertThat(Files.readString(build.drift().resolve("drift.html")))
        .contains("default-src 'none'", "prefers-color-scheme: dark", "&lt;script&gt;alert(1)")
        .doesNotContain("<script", "href=", "src=")
        .endsWith("</html>\n");
  }

  @Test
  void theReportDisappearsWithTheDrift() throws IOException {
    change();
    build.live(build.file(live));
    assertThat(build.drift()).isDirectoryContaining("glob:**/drift.html");

    build.live(build.file(SmallContract.document()));
    assertThat(build.drift()).doesNotExist();

    build.live(build.file(live));
    build.pinned("");
    assertThat(build.drift()).doesNotExist();
  }

  @Test
  void tellsOfOtherPartsThatDiffer() throws IOException {
    live.withArray("servers").removeAll().add(json("{url: 'https://other.example.com'}"));

    build.live(build.file(live));

    assertThat(build.log.get(1)).endsWith("schemas 0 new, 0 gone, 0 changed; also servers");
    assertThat(build.log.get(2)).endsWith(": nothing");
  }

  private void change() {
    ObjectNode paths = (ObjectNode) live.get("paths");
    ObjectNode schemas = (ObjectNode) live.at("/components/schemas");
    paths.remove("/v1/me");
    schemas.remove("MeModel");
    schemas.set("NewModel", json("{type: 'object', properties: {a: {type: 'string'}}}"));
    paths.set("/v9/new", json("{get: {tags: ['Me'], responses: {'200': {description: ''}}}}"));
    Documents.operation(live, "put", "/v1/settings/{settingKeyOrId}/value")
        .withArray("parameters")
        .insert(0, json("{name: 'dryRun', in: 'query', schema: {type: 'boolean'}}"));
    Documents.property(live, "ProductModel", "order").removeAll().put("type", "string");
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
