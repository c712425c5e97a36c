package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real sockets, none of which is Docker's. */
class DockerProbeTest {
  private static final String IMAGE = "a/mirror:5000/prism:1.2";
  private static final String PULL = "fromImage=a%2Fmirror%3A5000%2Fprism&tag=1.2";
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private Path socket;
  private FakeEngine engine;

  @BeforeEach
  void listen() throws IOException {
    socket = folder.resolve("d.sock");
    engine = FakeEngine.on(socket);
  }

  @AfterEach
  void stop() throws IOException {
    engine.close();
  }

  @Test
  void takesAnEngineThatHasTheImage() {
    engine.alive().withImage(IMAGE);

    assertThatCode(() -> probe(LONG, LONG).check(false)).doesNotThrowAnyException();
    assertThat(engine.asked()).containsExactly("GET /_ping", "GET /images/" + IMAGE + "/json");
  }

  @Test
  void takesAnEngineOnAPortOfThisMachine() throws Exception {
    try (FakeEngine tcp = FakeEngine.onLoopback().alive().withImage(IMAGE)) {
      host("tcp://localhost:" + tcp.port(), LONG, LONG).check(false);

      assertThat(tcp.asked()).hasSize(2);
    }
  }

  @Test
  void takesAnEngineThatIsTheUsersOwn() throws Exception {
    Path home = Files.createDirectories(folder.resolve("h/.docker/run"));
    try (FakeEngine own = FakeEngine.on(home.resolve("docker.sock")).alive().withImage(IMAGE)) {
      new DockerProbe(Map.of(), folder.resolve("h"), false, List.of(IMAGE), LONG, LONG)
          .check(false);

      assertThat(own.asked()).hasSize(2);
    }
  }

  @Test
  void givesUpOnAnEngineThatHangs() {
    assertThat(refusal(probe(SHORT, LONG)).reason())
        .isEqualTo("no Docker engine answers at unix://" + socket + " (no answer within 100 ms)");
    assertThat(engine.asked()).containsExactly("GET /_ping");
  }

  @Test
  void saysThatNothingListens() throws IOException {
    engine.close();

    assertThat(refusal(probe(LONG, LONG)).reason())
        .isEqualTo("no Docker engine answers at unix://" + socket + " (Connection refused)");
  }

  @Test
  void saysThatThereIsNoSocket() {
    EngineException thrown = refusal(host("unix:///nowhere/d.sock", LONG, LONG));

    assertThat(thrown.reason())
        .startsWith("no Docker engine answers at unix:///nowhere/d.sock (No such file");
    assertThat(thrown.advice()).contains("Start Docker", "DOCKER_HOST");
  }

  @Test
  void saysThatWhatListensIsNoEngine() {
    engine.answer("GET /_ping", "SSH-2.0-something\r\n");
    assertThat(refusal(probe(LONG, LONG)).reason()).contains("does not speak HTTP");

    engine.answer("GET /_ping", "HTTP/1.1 503 No\r\n\r\n");
    assertThat(refusal(probe(LONG, LONG)).reason()).contains("answers 503");
  }

  @Test
  void pullsAnImageThatIsNotThere() {
    engine
        .alive()
        .withoutImage(IMAGE)
        .pulling(PULL, "{\"status\":\"Done\"}\n", () -> engine.withImage(IMAGE));

    assertThatCode(() -> probe(LONG, LONG).check(false)).doesNotThrowAnyException();
    assertThat(engine.asked()).contains("POST /images/create?" + PULL);
  }

  @Test
  void saysWhatKeepsTheEngineFromPulling() {
    engine
        .alive()
        .withoutImage(IMAGE)
        .pulling(PULL, "{\"status\":\"Pulling\"}\n{\"error\":\"no such host\"}\n", () -> {});

    EngineException thrown = refusal(probe(LONG, LONG));

    assertThat(thrown.reason())
        .isEqualTo(
            "the engine has no image " + IMAGE + " and no registry provides it (no such host)");
    assertThat(thrown.advice()).contains("docker pull " + IMAGE);
  }

  @Test
  void givesUpOnARegistryThatHangs() {
    engine.alive().withoutImage(IMAGE);

    assertThat(refusal(probe(LONG, SHORT)).reason())
        .endsWith("no registry provides it (no answer within 100 ms)");
  }

  @Test
  void pullsNothingWhenOffline() {
    engine.alive().withoutImage(IMAGE);

    assertThat(refusal(probe(LONG, Duration.ZERO)).reason()).endsWith("(the build is offline)");
    assertThat(engine.asked()).noneMatch(request -> request.startsWith("POST"));
  }

  @Test
  void takesNoEngineWhosePortsAreElsewhere() {
    engine.alive().withImage(IMAGE);
    Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + socket);
    DockerProbe inside = new DockerProbe(environment, folder, true, List.of(IMAGE), LONG, LONG);

    EngineException thrown = refusal(inside);

    assertThat(thrown.reason()).startsWith("this build runs in a container");
    assertThat(thrown.advice()).contains("TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://docker:2375", "ssh://me@10.0.0.1", "tcp://10.0.0.1:2375", "a b"})
  void takesNoEngineOfAnotherMachine(String host) {
    assertThat(refusal(host(host, LONG, LONG)).reason())
        .isEqualTo("DOCKER_HOST is " + host + ", which is not an engine on this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"npipe:////./pipe/docker_engine", "https://localhost:2376"})
  void leavesAnEngineItCannotAskToTestcontainersOnlyWhenToldTo(String host) {
    DockerProbe probe = host(host, LONG, LONG);

    assertThat(refusal(probe).reason()).contains(host, "-Dprism.mode=docker");
    assertThatCode(() -> probe.check(/* unasked= */ true)).doesNotThrowAnyException();
  }

  private static EngineException refusal(DockerProbe probe) {
    return catchThrowableOfType(EngineException.class, () -> probe.check(/* unasked= */ false));
  }

  private DockerProbe probe(Duration answer, Duration pull) {
    return host("unix://" + socket, answer, pull);
  }

  private DockerProbe host(String host, Duration answer, Duration pull) {
    return new DockerProbe(
        Map.of("DOCKER_HOST", host), folder, false, List.of(IMAGE), answer, pull);
  }
}
