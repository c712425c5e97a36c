package com.configcat.management.it.replay;

import com.configcat.management.openapi.ReplayContract;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One build from a document in the mode {@code auto}: check, generation, compilation of everything,
 * and the tests that a document can break.
 */
final class DocumentBuild implements AutoCloseable {
  private final Path project;
  private final Path folder;
  private final ClientGenerator generator;
  private final SourceCompiler compiler;
  private final TestRun tests;

  DocumentBuild(Path project, Path folder, List<Path> libraries) throws IOException {
    this.project = project;
    this.folder = folder;
    this.generator = new ClientGenerator(project.resolve("generated-client"));
    this.compiler = new SourceCompiler(libraries);
    this.tests = new TestRun(project, libraries);
  }

  /**
   * Builds.
   *
   * @return why the check refused the document, nothing if it was built from
   * @throws ReplayFailure if it got through the check and something else failed
   */
  Optional<String> build(ObjectNode document) throws IOException {
    delete(folder);
    ReplayContract contract = ReplayContract.build("auto", document, folder);
    if (contract.refusal().isPresent()) {
      return contract.refusal();
    }
    Path generated = generate();
    Path client = folder.resolve("generated-client");
    Path facade = folder.resolve("facade");
    Path service = folder.resolve("integration-tests");
    Path testClasses = folder.resolve("test-classes");
    compiler.compile(List.of(generated, main("generated-client")), List.of(), client);
    compiler.compile(List.of(main("facade")), List.of(client), facade);
    copy(project.resolve("facade/target/classes"), facade, ".properties");
    compiler.compile(List.of(main("integration-tests")), List.of(client, facade), service);
    copy(project.resolve("integration-tests/target/classes"), service, "");
    compiler.compile(
        List.of(test("generated-client"), test("facade"), test("integration-tests")),
        List.of(client, facade, service),
        testClasses);
    copy(project.resolve("integration-tests/target/test-classes"), testClasses, "");
    tests.run(folder.resolve("contract"), List.of(testClasses, client, facade, service));
    return Optional.empty();
  }

  private Path generate() {
    try {
      return generator.generate(
          folder.resolve("contract/openapi.json"), folder.resolve("generated-sources"));
    } catch (RuntimeException | StackOverflowError e) {
      throw new ReplayFailure("is not generated from: " + e);
    }
  }

  private Path main(String module) {
    return project.resolve(module).resolve("src/main/java");
  }

  private Path test(String module) {
    return project.resolve(module).resolve("src/test/java");
  }

  /** Copies resources, which Maven has filtered, beside classes. */
  private static void copy(Path from, Path to, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.toString();
        if (name.endsWith(suffix) && !name.endsWith(".class")) {
          Path copy = to.resolve(from.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  @Override
  public void close() throws IOException {
    compiler.close();
  }
}
