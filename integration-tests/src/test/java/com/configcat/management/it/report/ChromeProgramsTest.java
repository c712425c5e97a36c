package com.configcat.management.it.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChromeProgramsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"chromium", "chromium-browser", "google-chrome"})
  void findsBothOnThePath(String name) throws IOException {
    Path browser = program(name);
    Path driver = program("chromedriver");
    String path = "/no/such/folder" + File.pathSeparator + File.pathSeparator + folder;

    assertThat(ChromePrograms.find(Map.of("PATH", path)))
        .isEqualTo(new ChromePrograms(browser, driver));
  }

  @Test
  void prefersWhatTheVariablesName() throws IOException {
    program("chromium");
    program("chromedriver");
    Path browser = program("mine");
    Path driver = program("my-driver");

    assertThat(
            ChromePrograms.find(
                Map.of(
                    "PATH", folder.toString(),
                    "CHROME", browser.toString(),
                    "CHROMEDRIVER", driver.toString())))
        .isEqualTo(new ChromePrograms(browser, driver));
  }

  @Test
  void saysWhatToInstallWithoutABrowser() throws IOException {
    program("chromedriver");

    assertThatThrownBy(() -> ChromePrograms.find(Map.of("PATH", folder.toString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no chromium or chromium-browser or google-chrome on the PATH")
        .hasMessageContaining("apt-get install chromium chromium-driver");
  }

  @Test
  void saysWhatToInstallWithoutADriver() throws IOException {
    program("chromium");

    assertThatThrownBy(() -> ChromePrograms.find(Map.of("PATH", folder.toString())))
        .hasMessageContaining("no chromedriver on the PATH");
  }

  @Test
  void looksNowhereElseThanWhereTheVariablePoints() throws IOException {
    program("chromium");
    program("chromedriver");

    assertThatThrownBy(
            () ->
                ChromePrograms.find(Map.of("PATH", folder.toString(), "CHROME", folder.toString())))
        .hasMessageContaining("CHROME=" + folder + " is not a program");
  }

  @Test
  void passesOverFilesThatAreNoPrograms() throws IOException {
    Files.writeString(folder.resolve("chromium"), "");
    program("chromedriver");
    Path browser = program("google-chrome");

    assertThat(ChromePrograms.find(Map.of("PATH", folder.toString())).browser()).isEqualTo(browser);
  }

  private Path program(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
