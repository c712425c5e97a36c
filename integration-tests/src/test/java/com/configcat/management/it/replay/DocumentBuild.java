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
 * Builds from documents in the mode {@code auto}: check, generation, compilation of everything, and
 * the tests that a document can break.
 */
final class DocumentBuild implements AutoCloseable {
  private final Path project;
  private final ClientGenerator generator;
  private final SourceCompiler compiler;
  private final TestRun tests;

  DocumentBuild(Path project, List<Path> libraries) throws IOException {
    this.project = project;
    this.generator = new ClientGenerator(project.resolve("generated-client"));
    this.compiler = new SourceCompiler(libraries);
    this.tests = new TestRun(project, libraries);
  }

  /**
   * Checks, generates and compiles.
   *
   * @param folder where to
   * @return why the check refused the document, nothing if it was built from
   * @throws ReplayFailure if it got through the check and something else failed
   */
  Optional<String> compile(ObjectNode document, Path folder) throws IOException {
    ReplayContract contract = ReplayContract.build("auto", document, folder);
    if (contract.refusal().isPresent()) {
      return contract.refusal();
    }
    Path generated = generate(folder);
    Path client = folder.resolve("generated-client");
    Path facade = folder.resolve("facade");
    Path service = folder.resolve("integration-tests");
    Path testClasses = folder.resolve("test-classes");
    compiler.compile(List.of(generated, main("generated-client")), List.of(), client);
    compiler.compile(List.of(main("facade")), List.of(client), facade);
    copy(project.resolve("facade/target/classes"), facade, ".properties");
    compiler.compile(
        List.of(
            main("integration-tests/fake"),
            main("integration-tests/quickstart"),
            main("integration-tests")),
        List.of(client, facade),
        service);
    copy(project.resolve("integration-tests/fake/target/classes"), service, ".json");
    copy(project.resolve("integration-tests/target/classes"), service, "");
    compiler.compile(
        List.of(test("generated-client"), test("facade"), test("integration-tests")),
        List.of(client, facade, service),
        testClasses);
    copy(project.resolve("integration-tests/target/test-classes"), testClasses, "");
    return Optional.empty();
  }

  /**
   * Tests what was compiled.
   *
   * @throws ReplayFailure if a test fails
   */
  void test(Path folder) throws IOException {
    tests.run(
        folder.resolve("contract"),
        Stream.of("test-classes", "generated-client", "facade", "integration-tests")
            .map(folder::resolve)
            .toList());
  }

  private Path generate(Path folder) {
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

  static void delete(Path folder) throws IOException {
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
