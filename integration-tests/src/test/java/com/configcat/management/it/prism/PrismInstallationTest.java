package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.it.contract.BuildFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PrismInstallationTest {
  @TempDir private Path folder;
  private Path source;
  private Path target;
  private FakeTools tools;

  @BeforeEach
  void layOut() throws IOException {
    source = Files.createDirectory(folder.resolve("prism"));
    target = folder.resolve("target");
    tools = new FakeTools(Files.createDirectory(folder.resolve("bin"))).node("v20.0.0").npm();
    for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
      Files.writeString(source.resolve(file), file);
    }
  }

  @Test
  void runsNpmOnceAndNeverAgain() throws IOException {
    Path first = installation().commandLine();

    assertThat(first).exists();
    assertThat(installation().commandLine()).isEqualTo(first);
    assertThat(tools.npmCalls())
        .containsExactly("ci --ignore-scripts --no-audit --no-fund --prefer-offline");
  }

  @Test
  void keepsNpmFromTheNetworkWhenOffline() throws IOException {
    Path unused = new PrismInstallation(source, target, tools.find(), true).commandLine();

    assertThat(tools.npmCalls())
        .containsExactly("ci --ignore-scripts --no-audit --no-fund --offline");
  }

  @Test
  void leavesNpmItsCacheWhereTheHomeCanBeWritten() throws IOException {
    Path unused = in(Map.of("HOME", folder.toString())).commandLine();

    assertThat(tools.npmCalls()).noneMatch(call -> call.contains("--cache"));
  }

  @Test
  void keepsNpmsCacheInTargetWhereTheHomeCannotBeWritten() throws IOException {
    Path unused = in(Map.of("HOME", folder.resolve("none").toString())).commandLine();

    assertThat(tools.npmCalls())
        .containsExactly(
            "ci --ignore-scripts --no-audit --no-fund --prefer-offline --cache "
                + target.resolve("prism/npm-cache"));
  }

  @Test
  void leavesACacheThatTheEnvironmentNames() throws IOException {
    String none = folder.resolve("none").toString();
    Path unused = in(Map.of("HOME", none, "npm_config_cache", none)).commandLine();

    assertThat(tools.npmCalls()).noneMatch(call -> call.contains("--cache"));
  }

  @Test
  void installsFromTheLockedFilesOnly() throws IOException {
    Path home = installation().commandLine().resolve("../../../../..").normalize();

    try (Stream<Path> entries = Files.list(home)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder(".npmrc", "node_modules", "package-lock.json", "package.json");
    }
  }

  @Test
  void installsAnewForAnotherLockFile() throws IOException {
    Path before = installation().commandLine();
    Files.writeString(source.resolve("package-lock.json"), "newer");

    assertThat(installation().commandLine()).exists().isNotEqualTo(before);
  }

  @Test
  void installsAnewForAnotherNode() throws IOException {
    Path before = installation().commandLine();
    tools.node("v22.0.0");

    assertThat(installation().commandLine()).exists().isNotEqualTo(before);
  }

  @Test
  void showsWhatNpmWroteAndLeavesNothingWhenItFails() throws IOException {
    tools.npm("echo no such package; exit 7");

    assertThatThrownBy(() -> installation().commandLine())
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("ended with code 7")
        .hasMessageContaining("reaches its registry")
        .hasMessageContaining("mvn install -DskipTests")
        .hasMessageContaining("no such package");
    assertThat(target.resolve("prism")).isDirectoryNotContaining(Files::isDirectory);

    tools.npm();
    assertThat(installation().commandLine()).exists();
  }

  @Test
  void saysToGoOnlineOnceWhenNpmFailsOffline() throws IOException {
    tools.npm("exit 1");
    PrismInstallation offline = new PrismInstallation(source, target, tools.find(), true);

    assertThatThrownBy(() -> offline.commandLine())
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("Run the build once online");
  }

  @Test
  void doesNotTrustAnNpmThatInstallsNothing() throws IOException {
    tools.npm("exit 0");

    assertThatThrownBy(() -> installation().commandLine()).isInstanceOf(PrismException.class);
  }

  @Test
  void mendsAnInstallationThatLostItsFiles() throws IOException {
    Path commandLine = installation().commandLine();
    Files.delete(commandLine);

    assertThat(installation().commandLine()).isEqualTo(commandLine).exists();
  }

  @Test
  void clearsAwayWhatAKilledInstallationLeft() throws IOException {
    Path left = target.resolve("prism/installing-1/node_modules");
    Files.createDirectories(left);
    Path unused = installation().commandLine();

    assertThat(left.getParent()).doesNotExist();
  }

  @Test
  void installsOnceForTwoThatAskAtOnce() throws IOException {
    PrismInstallation installation = installation();
    CompletableFuture<Path> other = CompletableFuture.supplyAsync(installation::commandLine);

    assertThat(installation.commandLine()).isEqualTo(other.join());
    assertThat(tools.npmCalls()).hasSize(1);
  }

  @Test
  void locksTheVersionsAndNoRegistry() throws IOException {
    Path locked = BuildFolders.ofBuild().prism();

    assertThat(locked.resolve("package.json"))
        .content()
        .contains("\"@stoplight/prism-cli\": \"5.14.2\"");
    assertThat(locked.resolve("package-lock.json")).content().doesNotContain("\"resolved\"");
    assertThat(locked.resolve(".npmrc")).content().doesNotContain("://");
  }

  @Test
  void boundsHowLongNpmWaitsForARegistry() throws IOException {
    assertThat(Files.readAllLines(BuildFolders.ofBuild().prism().resolve(".npmrc")))
        .contains("fetch-retries=1", "fetch-retry-mintimeout=1000", "fetch-timeout=20000");
  }

  private PrismInstallation installation() {
    return new PrismInstallation(source, target, tools.find(), false);
  }

  private PrismInstallation in(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(tools.environment());
    environment.putAll(variables);
    return new PrismInstallation(source, target, NodeTools.find(environment), false);
  }
}
