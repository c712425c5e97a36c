package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("state.json");
  }

  private ConfigCatFake start() {
    return ConfigCatFake.builder().stateFile(file).seed(Seed.shop()).start();
  }

  @Test
  void keepsEverythingFromOneRunToTheNext() {
    JsonObject before;
    try (ConfigCatFake fake = start()) {
      String id = fake.world().organizationId().toString();
      Caller.of(fake).post("/v1/organizations/" + id + "/products", "{\"name\":\"Second\"}");
      before = fake.snapshot();
    }
    try (ConfigCatFake fake = start()) {
      assertThat(fake.snapshot()).as("neither lost nor seeded twice").isEqualTo(before);
      assertThat(Caller.of(fake).get("/v1/products").objects()).hasSize(2);
    }
  }

  @Test
  void isWrittenWhileTheFakeRuns() throws Exception {
    try (ConfigCatFake fake = start()) {
      fake.world().product("Late");
      for (int i = 0; i < 100 && !Files.readString(file).contains("Late"); i++) {
        Thread.sleep(100);
      }
      assertThat(Files.readString(file)).contains("Late");
    }
  }

  @Test
  void keepsWhatAnotherWriterHasChanged() throws IOException {
    try (ConfigCatFake fake = start()) {
      fake.faults()
          .at(
              1,
              Fault.between(
                  state ->
                      state
                          .tree()
                          .getAsJsonObject("products")
                          .asMap()
                          .values()
                          .forEach(row -> row.getAsJsonObject().addProperty("name", "Renamed"))));
      Caller.of(fake).get("/v1/products");
    }
    assertThat(Files.readString(file)).contains("Renamed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"format\":\"configcat-fake-1\"}",
        "{\"format\":\"configcat-fake-2\",\"products\":{}}"
      })
  void aDamagedFileIsRefusedAndLeftAlone(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("Move it away to begin anew");
    assertThat(file).hasContent(content);
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    start().close();
    String whole = Files.readString(file);
    for (int length : new int[] {1, whole.length() / 2, whole.length() - 1}) {
      Files.writeString(file, whole.substring(0, length));
      assertThatThrownBy(this::start).isInstanceOf(IllegalArgumentException.class);
    }
    Files.writeString(file, whole);
    start().close();
  }

  @Test
  void aFileInUseIsRefused() {
    try (ConfigCatFake fake = start()) {
      assertThat(fake.baseUrl()).isNotNull();
      assertThatThrownBy(this::start)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use by another fake");
    }
    start().close();
  }

  @Test
  void leavesNothingButTheFileAndItsLock() throws IOException {
    start().close();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("state.json", "state.json.lock");
    }
  }
}
