package com.configcat.management.it.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Looks at what a release has staged, before anybody uploads it. Only the profile {@code release}
 * runs it.
 */
class StagedRepositoryCheck {
  private static final Path STAGED = Path.of(System.getProperty("staging.directory"));
  private static final String VERSION = System.getProperty("staging.version");

  @Test
  void centralAcceptsIt() throws IOException {
    assertThat(CentralRules.violations(STAGED, StagedRepositoryCheck::isSigned)).isEmpty();
  }

  private static boolean isSigned(Path file, Path signature) {
    try {
      Process gpg =
          new ProcessBuilder("gpg", "--batch", "--verify", signature.toString(), file.toString())
              .redirectErrorStream(true)
              .start();
      try (InputStream output = gpg.getInputStream()) {
        output.readAllBytes();
      }
      return gpg.waitFor() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void everyArtifactIsThereWithSourcesJavadocAndSbom() throws IOException {
    assertThat(folders())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Published.values()).map(Published::artifactId).toList());
    for (Published artifact : Published.values()) {
      String prefix = artifact.artifactId() + "-" + VERSION;
      assertThat(files(artifact))
          .filteredOn(name -> !name.matches(".*\\.(asc|md5|sha1)"))
          .containsExactlyInAnyOrderElementsOf(
              suffixes(artifact).map(suffix -> prefix + suffix).toList());
    }
  }

  private static List<String> folders() throws IOException {
    try (Stream<Path> files = Files.list(STAGED.resolve("com/configcat/management"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static List<String> files(Published artifact) throws IOException {
    try (Stream<Path> files = Files.list(folder(artifact))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Path folder(Published artifact) {
    return STAGED
        .resolve("com/configcat/management")
        .resolve(artifact.artifactId())
        .resolve(VERSION);
  }

  private static Stream<String> suffixes(Published artifact) {
    return switch (artifact) {
      case BOM -> Stream.of(".pom");
      case FAKE -> Stream.concat(Stream.of("-standalone.jar"), ofJars());
      default -> ofJars();
    };
  }

  private static Stream<String> ofJars() {
    return Stream.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json");
  }

  @Test
  void everyJarHasTheLicenseAndSomethingElse() throws IOException {
    for (Published artifact : Published.values()) {
      for (String name : files(artifact)) {
        if (name.endsWith(".jar")) {
          try (JarFile jar = new JarFile(folder(artifact).resolve(name).toFile())) {
            assertThat(jar.getEntry("META-INF/LICENSE")).as("the license in %s", name).isNotNull();
            assertThat(jar.size()).as("the size of %s", name).isGreaterThan(10);
          }
        }
      }
    }
  }
}
