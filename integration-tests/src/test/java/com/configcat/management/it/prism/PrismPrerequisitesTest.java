package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.it.contract.BuildFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PrismPrerequisitesTest {
  private static final String SKIP = "mvn install -DskipTests";

  @TempDir private Path folder;
  private FakeTools tools;

  @BeforeEach
  void emptyPath() throws IOException {
    tools = new FakeTools(Files.createDirectory(folder.resolve("bin")));
  }

  @Test
  void saysWhatToInstallAndHowToDoWithout() {
    assertThat(problem("goals=[verify]"))
        .get()
        .asString()
        .contains("no node on the PATH", "Install Node.js 18.20.1", "Start Docker", SKIP);
  }

  @Test
  void saysThatNodeIsTooOld() throws IOException {
    tools.node("v18.20.0").npm();

    assertThat(problem("goals=[verify]")).get().asString().contains("18.20.0", "Start Docker");
  }

  @Test
  void isContentWithNodeAndNpm() throws IOException {
    tools.node("v20.0.0").npm();

    assertThat(problem("goals=[verify]")).isEmpty();
    assertThat(problem("goals=[verify]", "mode=local")).isEmpty();
  }

  @Test
  void isContentWithAnEngineThatListens() throws IOException {
    try (FakeEngine engine = FakeEngine.on(socket())) {
      assertThat(problem("goals=[verify]")).isEmpty();
      assertThat(problem("goals=[verify]", "mode=docker")).isEmpty();
    }
  }

  @Test
  void wantsWhatTheModeNames() throws IOException {
    try (FakeEngine engine = FakeEngine.on(socket())) {
      assertThat(problem("goals=[verify]", "mode=local"))
          .get()
          .asString()
          .contains("as a process", "Install Node.js", SKIP);
    }
    tools.node("v20.0.0").npm();
    assertThat(problem("goals=[verify]", "mode=docker"))
        .get()
        .asString()
        .contains("in Docker", "Start Docker", SKIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[]", "[compile]", "[clean, test]", "[package]", "[spotless:apply]", "[validate]"})
  void asksNothingOfABuildThatStopsBeforeTheContractTests(String goals) {
    assertThat(problem("goals=" + goals)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[clean, verify]", "[install]", "[integration-test]", "[deploy]"})
  void asksOfABuildThatRunsThem(String goals) {
    assertThat(problem("goals=" + goals)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true true false", "false true false", "false false true"})
  void asksNothingWhereTestsAreSkipped(String skip) {
    assertThat(problem("goals=[verify]", "skip=" + skip)).isEmpty();
  }

  @Test
  void asksNothingOfABuildWithoutTheirModule() {
    assertThat(problem("goals=[verify]", "projects=[facade]")).isEmpty();
  }

  @Test
  void asksOfTheQuickstartOnPrismThoughItSkipsTests() {
    Optional<String> problem =
        problem("goals=[verify]", "skip=false false true", "quickstart=true");

    assertThat(problem.orElseThrow()).doesNotContain(SKIP);
  }

  @Test
  void asksNothingOfTheQuickstartOnTheFake() {
    assertThat(
            problem(
                "goals=[verify]",
                "skip=false false true",
                "projects=[/p/integration-tests/fake, configcat-management-quickstart]"))
        .isEmpty();
  }

  /** As the build launches it: the file uses nothing but the JDK. */
  @Test
  void runsFromSource() throws Exception {
    Path out = folder.resolve("target/missing.txt");

    assertThat(launch(out, "goals=[verify]", "projects=[configcat-management-integration-tests]"))
        .isZero();
    assertThat(out).content().contains("Start Docker");

    assertThat(launch(out, "goals=[compile]", "projects=[configcat-management-integration-tests]"))
        .isZero();
    assertThat(out).doesNotExist();
  }

  private int launch(Path out, String... build) throws Exception {
    Path source =
        BuildFolders.ofBuild()
            .module()
            .resolve("src/main/java/com/configcat/management/it/prism/PrismPrerequisites.java");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(source.toString());
    command.add("out=" + out);
    command.addAll(List.of(build));
    ProcessBuilder java = new ProcessBuilder(command).inheritIO();
    java.environment().clear();
    java.environment().putAll(environment());
    return java.start().waitFor();
  }

  private Optional<String> problem(String... build) {
    List<String> all = new ArrayList<>(List.of(build));
    all.addAll(
        List.of(
            "projects=[openapi, configcat-management-integration-tests]",
            "mode=auto",
            "skip=false"));
    return new PrismPrerequisites(environment(), folder).problem(all.toArray(String[]::new));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(tools.environment());
    environment.put("DOCKER_HOST", "unix://" + socket());
    return environment;
  }

  private Path socket() {
    return folder.resolve("d.sock");
  }
}
