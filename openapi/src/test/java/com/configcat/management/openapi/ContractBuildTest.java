package com.configcat.management.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.document.CanonicalJson;
import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.pull.RawServer;
import com.configcat.management.openapi.refresh.PinnedYaml;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractBuildTest {
  @TempDir Path folder;
  private BuildRun build;
  private ObjectNode live;

  @BeforeEach
  void prepare() throws IOException {
    build = new BuildRun(folder);
    live = SmallContract.document();
    Documents.operation(live, "get", "/v1/products").put("summary", "Told in other words");
  }

  @Test
  void autoTakesGoodJson() throws IOException {
    try (RawServer server = RawServer.answering(200, "application/json", live.toString())) {
      build.auto(server.url() + "?key=secret");

      assertThat(build.warnings()).isEmpty();
      assertThat(build.source()).isEqualTo(live);
      assertThat(build.properties())
          .contains("contract.source=" + server.url() + "\n")
          .contains("contract.nullaway=WARN")
          .contains("contract.failOnWarning=false")
          .contains("contract.hash=" + CanonicalJson.hash(live))
          .doesNotContain("secret");
    }
  }

  @Test
  void liveTakesGoodYamlWhateverItsType() throws IOException {
    String yaml = PinnedYaml.write("# A comment\n", live);
    try (RawServer server = RawServer.answering(200, "application/json", yaml)) {
      build.live(server.url());

      assertThat(build.source()).isEqualTo(live);
    }
  }

  @Test
  void liveTakesAFileByPathOrUrl() throws IOException {
    String file = build.file(live);

    build.live(file);
    assertThat(build.source()).isEqualTo(live);

    build.live(Path.of(file).toUri().toString());
    assertThat(build.source()).isEqualTo(live);
  }

  @Test
  void takesABodyThatArrivesInPieces() throws IOException {
    byte[] bytes = live.toString().getBytes(StandardCharsets.UTF_8);
    try (RawServer server =
        RawServer.answering(
            bytes.length,
            (out, closed) -> {
              for (int at = 0; at < bytes.length; at += 50_000) {
                out.write(bytes, at, Math.min(50_000, bytes.length - at));
                out.flush();
                RawServer.pause(closed, 5);
              }
            })) {
      build.live(server.url());

      assertThat(build.source()).isEqualTo(live);
    }
  }

  @Test
  void pinnedNeverAsks() throws IOException {
    try (RawServer server = RawServer.answering(200, "application/json", live.toString())) {
      build.pinned(server.url());

      assertThat(server.requests()).isEmpty();
      assertThat(build.log).isEmpty();
      assertThat(build.source()).isEqualTo(SmallContract.document());
      assertThat(build.properties())
          .contains("contract.source=pinned")
          .contains("contract.date=2")
          .contains("contract.nullaway=ERROR")
          .contains("contract.failOnWarning=true");
    }
  }

  @Test
  void offlineAutoTakesThePinnedDocumentWithoutAskingOrWarning() throws IOException {
    try (RawServer server = RawServer.answering(200, "application/json", live.toString())) {
      build.offline().auto(server.url());

      assertThat(server.requests()).isEmpty();
      assertThat(build.log).containsExactly("[INFO] Offline: using the pinned OpenAPI document");
      assertThat(build.source()).isEqualTo(SmallContract.document());
    }
  }

  @Test
  void offlineLiveIsAnErrorThatNeverAsks() throws IOException {
    try (RawServer server = RawServer.answering(200, "application/json", live.toString())) {
      assertThatThrownBy(() -> build.offline().live(server.url()))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("offline");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void offlineStillReadsAFile() throws IOException {
    build.offline().live(build.file(live));

    assertThat(build.source()).isEqualTo(live);
  }

  @Test
  void showsNeitherUserNorPasswordNorQuery() {
    assertThatThrownBy(() -> build.live("http://me:pass@w@nowhere.invalid/doc?token=secret#x"))
        .hasMessageContaining("http://nowhere.invalid/doc ")
        .hasMessageNotContainingAny("me:", "pass", "w@", "token", "secret");
  }

  @Test
  void aDocumentThatAddsIsUsedAndOneThatTakesTheFacadesOperationIsNot() throws IOException {
    Documents.operation(live, "get", "/v1/products")
        .withArray("parameters")
        .add(Documents.json("{name: 'first', in: 'query', schema: {type: 'string'}}"));
    build.auto(build.file(live));
    assertThat(build.source()).isEqualTo(live);

    ((ObjectNode) live.get("paths")).remove("/v1/products");
    String file = build.file(live);
    build.auto(file);
    assertThat(build.warnings()).singleElement().asString().contains("GET /v1/products");
    assertThat(build.source()).isEqualTo(SmallContract.document());
    assertThatThrownBy(() -> build.live(file))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("would break the facade")
        .hasMessageContaining("GET /v1/products");
  }

  @Test
  void autoNamesAFewOfManyBreaksAndLiveAll() throws IOException {
    Files.writeString(
        build.pinnedFile().resolveSibling("used-by-facade.txt"),
        """
        class Me
        operation GET /v1/me as Me.get() -> MeModel
        property ProductModel.name string
        schema MeModel
        """);
    ((ObjectNode) live.get("paths")).remove("/v1/me");
    ObjectNode schemas = (ObjectNode) live.at("/components/schemas");
    schemas.remove("MeModel");
    Documents.property(live, "ProductModel", "name").put("type", "integer");
    String file = build.file(live);

    build.auto(file);
    assertThat(build.warnings())
        .singleElement()
        .asString()
        .contains(
            "'class Me' is gone", "is now 'property ProductModel.name integer'", "and 1 more");
    assertThatThrownBy(() -> build.live(file))
        .hasMessageContainingAll(
            "class Me", "schema MeModel", "ProductModel.name", "operation GET /v1/me");
  }

  @Test
  void aPinnedDocumentThatBreaksTheFacadeStopsTheBuild() throws IOException {
    Files.writeString(
        build.pinnedFile().resolveSibling("used-by-facade.txt"), "schema NoSuchModel\n");

    assertThatThrownBy(() -> build.pinned(""))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("pinned")
        .hasMessageContaining("NoSuchModel");
  }

  @Test
  void leavesOutputsAloneThatSayTheSame() throws IOException {
    build.pinned("");
    Path openapi = build.out().resolve("openapi.json");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(openapi, longAgo);

    build.pinned("");

    assertThat(Files.getLastModifiedTime(openapi)).isEqualTo(longAgo);
  }

  @Test
  void replacesAnOutputThatSaysSomethingElse() throws IOException {
    build.pinned("");
    Path openapi = build.out().resolve("openapi.json");
    Files.writeString(openapi, "{}");

    build.pinned("");

    assertThat(build.fixed().path("paths")).isNotEmpty();
    assertThat(build.files())
        .containsExactly("contract.properties", "openapi.json", "pinned.json", "source.json");
  }
}
