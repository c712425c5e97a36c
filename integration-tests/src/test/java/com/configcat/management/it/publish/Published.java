package com.configcat.management.it.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The artifacts that are published. */
enum Published {
  BOM("facade/bom", "configcat-management-bom", List.of(), List.of()),
  OPENAPI("openapi", "configcat-management-openapi", List.of(), List.of()),
  GENERATED_CLIENT(
      "generated-client",
      "configcat-management-generated-client",
      List.of(
          "retrofit",
          "converter-gson",
          // Empty, but else the OkHttp that Retrofit asks for would come as well.
          "okhttp",
          "okhttp-jvm",
          "okio-jvm",
          "gson",
          "jspecify"),
      List.of("kotlin-stdlib", "annotations", "error_prone_annotations")),
  CLIENT(
      "facade",
      "configcat-management-client",
      List.of("configcat-management-generated-client", "jspecify"),
      List.of(
          "retrofit",
          "converter-gson",
          "okhttp",
          "okhttp-jvm",
          "okio-jvm",
          "gson",
          "kotlin-stdlib",
          "annotations",
          "error_prone_annotations")),
  FAKE(
      "integration-tests/fake",
      "configcat-management-fake",
      List.of("gson", "jspecify"),
      List.of("error_prone_annotations"));

  private static final Path PROJECT =
      Path.of(System.getProperty("integration-tests.directory")).toAbsolutePath().getParent();

  private final String module;
  private final String artifactId;
  private final List<String> dependencies;
  private final List<String> furtherDependencies;

  /**
   * @param module its folder
   * @param artifactId its name
   * @param dependencies what its pom brings to a user
   * @param furtherDependencies what that brings in turn
   */
  Published(
      String module,
      String artifactId,
      List<String> dependencies,
      List<String> furtherDependencies) {
    this.module = module;
    this.artifactId = artifactId;
    this.dependencies = dependencies;
    this.furtherDependencies = furtherDependencies;
  }

  /** Returns the folder of this project. */
  static Path project() {
    return PROJECT;
  }

  /** Returns those that are jars. */
  static Stream<Published> jarArtifacts() {
    return Stream.of(values()).filter(artifact -> artifact != BOM);
  }

  String module() {
    return module;
  }

  String artifactId() {
    return artifactId;
  }

  List<String> dependencies() {
    return dependencies;
  }

  /** Returns all that runs with it. */
  List<String> runtimeDependencies() {
    return Stream.concat(dependencies.stream(), furtherDependencies.stream()).toList();
  }

  Path target() {
    return PROJECT.resolve(module).resolve("target");
  }

  PublishedPom pom() throws IOException {
    return PublishedPom.read(target().resolve("flattened-pom.xml"));
  }

  /** Returns the jars of this version that have classes or resources, not sources or Javadoc. */
  List<Path> jars() throws IOException {
    String name = artifactId + "-" + pom().text("version");
    try (Stream<Path> files = Files.list(target())) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "(-standalone)?\\.jar"))
          .sorted()
          .toList();
    }
  }
}
