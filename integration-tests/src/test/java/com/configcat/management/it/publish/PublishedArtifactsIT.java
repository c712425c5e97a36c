package com.configcat.management.it.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.configcat.management.it.publish.PublishedPom.Dependency;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Poms and jars as this build made them. */
class PublishedArtifactsIT {
  @ParameterizedTest
  @EnumSource
  void aPomSaysWhatTheArtifactIsAndNothingOfTheBuild(Published artifact) throws IOException {
    PublishedPom pom = artifact.pom();

    assertThat(pom.elements())
        .contains("name", "description", "url", "licenses", "developers", "scm")
        .isSubsetOf(
            "modelVersion",
            "groupId",
            "artifactId",
            "version",
            "packaging",
            "name",
            "description",
            "url",
            "licenses",
            "developers",
            "scm",
            "dependencies",
            "dependencyManagement");
    assertThat(pom.text("groupId")).isEqualTo("com.configcat.management");
    assertThat(pom.text("artifactId")).isEqualTo(artifact.artifactId());
    assertThat(pom.text("name")).isNotEmpty();
    assertThat(pom.text("description")).isNotEmpty();
    assertThat(pom.text("licenses/license/name")).isEqualTo("MIT");
    assertThat(pom.text("scm/connection")).startsWith("scm:git:");
    assertThat(pom.source()).doesNotContain("${");
  }

  @ParameterizedTest
  @EnumSource
  void aPomBringsWhatRunsAndNothingElse(Published artifact) throws IOException {
    List<Dependency> dependencies = artifact.pom().dependencies();

    assertThat(dependencies.stream().filter(Dependency::isTransitive))
        .extracting(Dependency::artifactId)
        .containsExactlyInAnyOrderElementsOf(artifact.dependencies());
    assertThat(dependencies)
        .allSatisfy(dependency -> assertThat(dependency.version()).isNotEmpty())
        .filteredOn(dependency -> !dependency.isTransitive())
        .allMatch(Dependency::optional)
        .noneMatch(dependency -> dependency.scope().equals("test"));
  }

  @Test
  void theBomHasEveryPublishedJarInItsOwnVersion() throws IOException {
    PublishedPom bom = Published.BOM.pom();

    assertThat(bom.managedDependencies())
        .extracting(Dependency::artifactId)
        .containsExactlyInAnyOrderElementsOf(
            Published.jarArtifacts().map(Published::artifactId).toList());
    assertThat(bom.managedDependencies())
        .allMatch(managed -> managed.version().equals(bom.text("version")));
    for (Published artifact : Published.values()) {
      assertThat(artifact.pom().managedDependencies().isEmpty())
          .isEqualTo(artifact != Published.BOM);
    }
  }

  @Test
  void everyModuleIsPublishedOrSaysThatItIsNot() throws IOException {
    try (Stream<Path> files = Files.walk(Published.project(), 3)) {
      assertThat(
              files
                  .filter(file -> file.getFileName().toString().equals("pom.xml"))
                  .map(Path::getParent)
                  .filter(folder -> !folder.equals(Published.project()))
                  .map(folder -> Published.project().relativize(folder).toString())
                  .map(folder -> folder.replace('\\', '/'))
                  .filter(folder -> !folder.matches("integration-tests/(packaging|consumer).*"))
                  .filter(folder -> !folder.contains("target"))
                  .filter(PublishedArtifactsIT::isDeployed))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Published.values()).map(Published::module).toList());
    }
  }

  private static boolean isDeployed(String module) {
    try {
      return !Files.readString(Published.project().resolve(module).resolve("pom.xml"))
          .contains("<maven.deploy.skip>true</maven.deploy.skip>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Published> jarArtifacts() {
    return Published.jarArtifacts();
  }

  @ParameterizedTest
  @MethodSource("jarArtifacts")
  void aJarHasItsLicenseItsVersionAndTheNameOfItsModule(Published artifact) throws IOException {
    assertThat(artifact.jars()).hasSize(artifact == Published.FAKE ? 2 : 1);
    for (Path file : artifact.jars()) {
      try (JarFile jar = new JarFile(file.toFile())) {
        assertThat(text(jar, "META-INF/LICENSE"))
            .isEqualTo(Files.readString(Published.project().resolve("LICENSE")));
        Attributes manifest = jar.getManifest().getMainAttributes();
        assertThat(manifest.getValue("Implementation-Title"))
            .isEqualTo(artifact.pom().text("name"));
        assertThat(manifest.getValue("Implementation-Version"))
            .isEqualTo(artifact.pom().text("version"));
        assertThat(
                jar.getEntry("module-info.class") != null
                    || manifest.getValue("Automatic-Module-Name") != null)
            .as("%s has a module name of its own", file)
            .isTrue();
        assertThat(ModuleFinder.of(file).findAll())
            .singleElement()
            .extracting(module -> module.descriptor().name())
            .asString()
            .startsWith("com.configcat.management");
      }
    }
  }

  @Test
  void theStandaloneFakeHasTheLicenseOfWhatItContains() throws IOException {
    Path standalone =
        Published.FAKE.jars().stream()
            .filter(file -> file.toString().endsWith("-standalone.jar"))
            .findFirst()
            .orElseThrow();
    try (JarFile jar = new JarFile(standalone.toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName().replaceFirst("/[^/]*$", "")))
          .filteredOn(folder -> !folder.startsWith("META-INF"))
          .allMatch(folder -> folder.matches("com(/(configcat|google(/gson.*)?|configcat/.*))?"));
      assertThat(text(jar, "META-INF/LICENSE-gson")).contains("Apache License", "Version 2.0");
    }
  }

  @ParameterizedTest
  @MethodSource("jarArtifacts")
  void theSbomListsWhatRuns(Published artifact) throws IOException {
    // CycloneDX makes none without the network.
    assumeFalse(System.getProperty("build.offline", "").endsWith("true"));

    JsonObject sbom =
        JsonParser.parseString(Files.readString(artifact.target().resolve("bom.json")))
            .getAsJsonObject();

    JsonObject self = sbom.getAsJsonObject("metadata").getAsJsonObject("component");
    assertThat(self.get("name").getAsString()).isEqualTo(artifact.artifactId());
    assertThat(self.get("version").getAsString()).isEqualTo(artifact.pom().text("version"));
    JsonArray components =
        sbom.has("components") ? sbom.getAsJsonArray("components") : new JsonArray();
    assertThat(components)
        .extracting(component -> member(component, "name"))
        .containsExactlyInAnyOrderElementsOf(artifact.runtimeDependencies());
    assertThat(components)
        .allSatisfy(
            component -> {
              assertThat(member(component, "scope")).isEqualTo("required");
              assertThat(member(component, "purl")).startsWith("pkg:maven/");
            });
  }

  private static String member(JsonElement component, String name) {
    return component.getAsJsonObject().get(name).getAsString();
  }

  private static String text(JarFile jar, String entry) throws IOException {
    assertThat(jar.getEntry(entry)).as("%s in %s", entry, jar.getName()).isNotNull();
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
