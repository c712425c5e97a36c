package com.configcat.management.it.prism;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

class PrismChoiceTest {
  private static final String IMAGE = "stoplight/prism:5.14.2";
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Prism CONTAINER = new Stand("docker");
  private static final Prism PROCESS = new Stand("local");

  @TempDir private Path folder;
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
  private final List<String> started = new ArrayList<>();
  private FakeEngine engine;
  private PrismChoice.InDocker inDocker;
  private boolean node = true;

  @BeforeEach
  void listen() throws IOException {
    engine = FakeEngine.on(folder.resolve("d.sock"));
    inDocker = (document, options) -> CONTAINER;
  }

  @AfterEach
  void stop() throws IOException {
    engine.close();
  }

  @Test
  void takesDockerOfItselfWhereItWorks() {
    engine.alive().withImage(IMAGE);

    assertThat(start(choice(), PrismMode.AUTO)).isSameAs(CONTAINER);
    assertThat(notes()).isEmpty();
  }

  @Test
  void takesAProcessAndSaysWhyWhereNoEngineListens() throws IOException {
    engine.close();

    assertThat(start(choice(), PrismMode.AUTO)).isSameAs(PROCESS);
    assertThat(notes())
        .startsWith("Prism runs as a local process: no Docker engine answers at unix://" + folder)
        .hasLineCount(1);
  }

  @Test
  void takesAProcessAndSaysWhyWhereTheEngineHangs() {
    assertThat(start(choice(), PrismMode.AUTO)).isSameAs(PROCESS);
    assertThat(notes()).contains("local process: no Docker engine answers", "within 100 ms");
  }

  @Test
  void takesAProcessAndSaysWhyWhereTheImageIsNotToBeHad() {
    engine.alive().withoutImage(IMAGE);

    assertThat(start(choice(), PrismMode.AUTO)).isSameAs(PROCESS);
    assertThat(notes())
        .startsWith(
            "Prism runs as a local process: the engine has no image "
                + IMAGE
                + " and no registry provides it")
        .hasLineCount(1);
  }

  @Test
  void takesAProcessAndSaysWhyWhereTheEngineDoesNotRunIt() {
    engine.alive().withImage(IMAGE);
    inDocker = failing("the engine cannot run it");

    assertThat(start(choice(), PrismMode.AUTO)).isSameAs(PROCESS);
    assertThat(notes()).startsWith("Prism runs as a local process: the engine cannot run it.");
  }

  @Test
  void asksAndSaysItOnceForARun() {
    PrismChoice choice = choice();

    assertThat(start(choice, PrismMode.AUTO)).isSameAs(PROCESS);
    assertThat(start(choice, PrismMode.AUTO)).isSameAs(PROCESS);
    assertThat(engine.asked()).containsExactly("GET /_ping");
    assertThat(notes()).hasLineCount(1);
  }

  @Test
  void keepsToDockerOnceItHasWorked() {
    engine.alive().withImage(IMAGE);
    PrismChoice choice =
        choice(
            (document, options) -> {
              if (started.isEmpty()) {
                started.add("container");
                return CONTAINER;
              }
              throw new EngineException("the engine is gone", "Start it.", null);
            });

    assertThat(start(choice, PrismMode.AUTO)).isSameAs(CONTAINER);
    assertThatThrownBy(() -> start(choice, PrismMode.AUTO))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("the engine is gone");
  }

  @Test
  void doesNotTakeAProcessBecausePrismFailsInItsContainer() {
    engine.alive().withImage(IMAGE);
    inDocker =
        (document, options) -> {
          throw new PrismException("ended with code 1");
        };

    assertThatThrownBy(() -> start(choice(), PrismMode.AUTO)).hasMessage("ended with code 1");
    assertThat(started).isEmpty();
  }

  @Test
  void namesBothWaysWhereNeitherIsReady() throws IOException {
    engine.close();
    node = false;

    assertThatThrownBy(() -> start(choice(), PrismMode.AUTO))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("no Docker engine answers at")
        .hasMessageContaining("Start Docker")
        .hasMessageContaining("no node on the PATH")
        .hasMessageContaining("Install Node.js 18.20.1 or newer");
    assertThat(notes()).isEmpty();
  }

  @Test
  void neverLeavesDockerWhenItIsNamed() throws IOException {
    engine.close();

    assertThatThrownBy(() -> start(choice(), PrismMode.DOCKER))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("cannot run in Docker: no Docker engine answers at")
        .hasMessageContaining("Start Docker");
    assertThat(started).isEmpty();
  }

  @Test
  void saysWhatToPullWhenDockerIsNamedAndHasNoImage() {
    engine.alive().withoutImage(IMAGE);

    assertThatThrownBy(() -> start(choice(), PrismMode.DOCKER))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("Run docker pull " + IMAGE + " once.");
    assertThat(started).isEmpty();
  }

  @Test
  void neverAsksAnEngineWhenAProcessIsNamed() {
    engine.alive().withImage(IMAGE);

    assertThat(start(choice(), PrismMode.LOCAL)).isSameAs(PROCESS);
    assertThat(engine.asked()).isEmpty();
    assertThat(notes()).isEmpty();
  }

  @Test
  void neverLeavesAProcessWhenItIsNamed() {
    engine.alive().withImage(IMAGE);
    node = false;

    assertThatThrownBy(() -> start(choice(), PrismMode.LOCAL))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("Install Node.js");
    assertThat(engine.asked()).isEmpty();
  }

  @Test
  void knowsItsWordsAndNoOthers() {
    assertThat(PrismMode.of("auto")).isEqualTo(PrismMode.AUTO);
    assertThat(PrismMode.of("docker")).isEqualTo(PrismMode.DOCKER);
    assertThat(PrismMode.of("local")).isEqualTo(PrismMode.LOCAL);
    assertThatThrownBy(() -> PrismMode.of("podman"))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("\"podman\", which is not one of auto, docker and local");
  }

  /** The probe asks for the image of Ryuk as well, which Testcontainers names nowhere public. */
  @Test
  void asksForTheRyukThatTestcontainersStarts() throws Exception {
    try (InputStream code =
        DockerClientFactory.class.getResourceAsStream(
            "/org/testcontainers/utility/RyukContainer.class")) {
      assertThat(new String(code.readAllBytes(), ISO_8859_1).contains(PrismContainer.RYUK))
          .as("Testcontainers starts another Ryuk: name its version in PrismContainer")
          .isTrue();
    }
  }

  private static Prism start(PrismChoice choice, PrismMode mode) {
    return choice.start(mode, TestDocuments.BOOKS, PrismOptions.EXAMPLES);
  }

  private PrismChoice choice() {
    return choice(inDocker);
  }

  private PrismChoice choice(PrismChoice.InDocker docker) {
    Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + folder.resolve("d.sock"));
    return new PrismChoice(
        mode -> new DockerProbe(environment, folder, false, List.of(IMAGE), SHORT, SHORT),
        docker,
        this::process,
        new PrintStream(notes, /* autoFlush= */ true));
  }

  private PrismChoice.AsProcess process() {
    if (!node) {
      var unused = NodeTools.find(Map.of());
    }
    return (document, options) -> {
      started.add("process");
      return PROCESS;
    };
  }

  private static PrismChoice.InDocker failing(String reason) {
    return (document, options) -> {
      throw new EngineException(reason, "Mend it.", null);
    };
  }

  private String notes() {
    return notes.toString(UTF_8);
  }

  /** A Prism that is only told apart. */
  private record Stand(String mode) implements Prism {
    @Override
    public URI baseUrl() {
      return URI.create("http://127.0.0.1:1");
    }

    @Override
    public String log() {
      return "";
    }

    @Override
    public String version() {
      return "";
    }

    @Override
    public void close() {}
  }
}
