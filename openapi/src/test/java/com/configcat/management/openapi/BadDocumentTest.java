package com.configcat.management.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.document.ContractException;
import com.configcat.management.openapi.pull.BadPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of bad answer ends in the pinned document, or in an error when that is not wanted. */
class BadDocumentTest {
  /** For a busy machine; what hangs would hang for ever. */
  private static final Duration MARGIN = Duration.ofSeconds(8);

  private static BadPlaces places;

  @BeforeAll
  static void open() throws IOException {
    places = new BadPlaces();
  }

  @AfterAll
  static void close() throws IOException {
    places.close();
  }

  @TestFactory
  Stream<DynamicTest> autoTakesThePinnedDocumentAndWarnsOnce(@TempDir Path folder) {
    return each(
        (name, place) -> {
          BuildRun build = build(folder, name, place);
          long start = System.nanoTime();

          build.auto(place.url());

          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .isLessThan(place.limit().plus(MARGIN));
          assertThat(build.warnings()).singleElement().asString().contains(place.reason());
          // What can be read and would break the facade is reported on as well.
          boolean isReadable = place.reason().contains("/v1/products");
          assertThat(build.log).hasSize(isReadable ? 4 : 1);
          assertThat(build.source()).isEqualTo(SmallContract.document());
          assertThat(build.properties()).contains("contract.source=pinned");
          assertThat(build.files())
              .containsExactly("contract.properties", "openapi.json", "pinned.json", "source.json");
          assertThat(Files.exists(build.drift())).isEqualTo(isReadable);
        });
  }

  @TestFactory
  Stream<DynamicTest> liveStopsTheBuildAndSaysWhy(@TempDir Path folder) {
    return each(
        (name, place) -> {
          BuildRun build = build(folder, name, place);

          assertThatThrownBy(() -> build.live(place.url()))
              .isInstanceOf(ContractException.class)
              .hasMessageContaining(place.reason());
          assertThat(build.files()).isEmpty();
        });
  }

  private static BuildRun build(Path folder, String name, BadPlaces.Place place)
      throws IOException {
    return new BuildRun(folder.resolve(name.replaceAll("\\W", "-"))).within(place.limit());
  }

  private interface Check {
    void of(String name, BadPlaces.Place place) throws IOException;
  }

  private static Stream<DynamicTest> each(Check check) {
    return places.all().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> check.of(entry.getKey(), entry.getValue())));
  }
}
