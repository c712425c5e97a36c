package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class NodeToolsTest {
  private static final String ADVICE = "Install Node.js 18.20.1 or newer";

  @TempDir private Path folder;
  private FakeTools fake;

  @BeforeEach
  void emptyPath() {
    fake = new FakeTools(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"18.20.1", "18.21.0", "20.0.0", "100.0.0"})
  void takesVersionsThatPrismRunsOn(String version) throws IOException {
    NodeTools found = fake.node("v" + version).npm().find();

    assertThat(found.version()).isEqualTo(version);
    assertThat(found.node()).isEqualTo(folder.resolve("node"));
    assertThat(found.npm()).isEqualTo(folder.resolve("npm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"18.20.0", "18.9.9", "16.20.2"})
  void refusesOlderVersions(String version) throws IOException {
    fake.node("v" + version).npm();

    assertThatThrownBy(() -> fake.find())
        .isInstanceOf(PrismException.class)
        .hasMessageContaining(version)
        .hasMessageContaining(ADVICE);
  }

  @Test
  void saysWhatToInstallWithoutNode() {
    assertThatThrownBy(() -> fake.find())
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("no node on the PATH")
        .hasMessageContaining(ADVICE);
  }

  @Test
  void saysWhatToInstallWithoutAnyPath() {
    assertThatThrownBy(() -> NodeTools.find(Map.of()))
        .isInstanceOf(PrismException.class)
        .hasMessageContaining(ADVICE);
  }

  @Test
  void saysWhatToInstallWithoutNpm() throws IOException {
    fake.node("v20.0.0");

    assertThatThrownBy(() -> fake.find())
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("npm")
        .hasMessageContaining(ADVICE);
  }

  @Test
  void showsWhatANodeSaysThatIsNone() throws IOException {
    fake.node("hello").npm();

    assertThatThrownBy(() -> fake.find())
        .isInstanceOf(PrismException.class)
        .hasMessageContaining("hello");
  }

  @Test
  void passesOverFoldersWithoutIt() throws IOException {
    fake.node("v20.0.0").npm();
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("node"), "not a program");
    String path = String.join(File.pathSeparator, "", other.toString(), folder.toString());

    assertThat(NodeTools.find(Map.of("PATH", path)).node()).isEqualTo(folder.resolve("node"));
  }
}
