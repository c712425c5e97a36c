package com.configcat.management.it.replay;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles folders of sources, as Maven does with a document that was pulled: without lint. */
final class SourceCompiler implements AutoCloseable {
  private static final int SHOWN = 5;

  /** What is compiled with more libraries than all else, by profiles of its own. */
  private static final Pattern OF_PROFILES = Pattern.compile("\\bit.(replay\\b|report.*Browser)");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
  private final List<Path> libraries;

  SourceCompiler(List<Path> libraries) {
    this.libraries = libraries;
  }

  /**
   * Compiles.
   *
   * @throws ReplayFailure if it does not compile
   */
  void compile(List<Path> folders, List<Path> classes, Path output) throws IOException {
    Files.createDirectories(output);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    String classPath =
        Stream.concat(classes.stream(), libraries.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    boolean compiled =
        compiler
            .getTask(
                null,
                files,
                diagnostics,
                List.of(
                    "-d",
                    output.toString(),
                    "-classpath",
                    classPath,
                    "--release",
                    "17",
                    "-proc:none",
                    "-parameters",
                    "-nowarn",
                    "-Xlint:none"),
                null,
                files.getJavaFileObjectsFromPaths(
                    folders.stream().flatMap(SourceCompiler::sources).toList()))
            .call();
    if (!compiled) {
      throw new ReplayFailure(
          "does not compile: "
              + diagnostics.getDiagnostics().stream()
                  .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                  .limit(SHOWN)
                  .map(Object::toString)
                  .collect(Collectors.joining("\n")));
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .filter(file -> !OF_PROFILES.matcher(folder.relativize(file).toString()).find())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
