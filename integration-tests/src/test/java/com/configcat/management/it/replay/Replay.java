package com.configcat.management.it.replay;

import com.configcat.management.openapi.replay.DrawnDocument;
import com.configcat.management.openapi.replay.ForeignDocuments;
import com.configcat.management.openapi.replay.ReplayCatalog;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Builds from every document of the catalogue, and from as many drawn ones as it is told; none may
 * fail but in the check.
 */
final class Replay {
  private final Path saved;
  private final DocumentBuild build;
  private int built;
  private int refused;
  private int failed;

  private Replay(Path saved, DocumentBuild build) {
    this.saved = saved;
    this.build = build;
  }

  /**
   * Replays; the profile runs it.
   *
   * @param arguments the project's folder, the first seed, how many documents to draw, and a part
   *     of the names of those to build from, of which none means all
   */
  public static void main(String... arguments) throws IOException {
    Path project = Path.of(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    String wanted = arguments.length > 3 ? arguments[3] : "";
    Path target = project.resolve("integration-tests/target/replay");
    Files.createDirectories(target);
    try (DocumentBuild build =
        new DocumentBuild(project, target.resolve("build"), libraries(project))) {
      Replay replay = new Replay(target, build);
      for (Map.Entry<String, Supplier<ObjectNode>> document : documents(seed, count).entrySet()) {
        if (document.getKey().contains(wanted)) {
          replay.replay(document.getKey(), document.getValue().get());
        }
      }
      System.out.printf(
          "%d documents: %d built, %d refused by the check, %d failed%n",
          replay.built + replay.refused + replay.failed,
          replay.built,
          replay.refused,
          replay.failed);
      System.exit(replay.failed == 0 ? 0 : 1);
    }
  }

  private static Map<String, Supplier<ObjectNode>> documents(long seed, int count) {
    Map<String, Supplier<ObjectNode>> documents = new LinkedHashMap<>();
    ForeignDocuments.all()
        .forEach((name, document) -> documents.put("foreign-" + name, () -> document));
    ReplayCatalog.all().forEach(replay -> documents.put(replay.name(), replay::document));
    LongStream.range(seed, seed + count)
        .forEach(
            drawn -> {
              DrawnDocument document = DrawnDocument.of(drawn);
              documents.put(document.toString(), () -> DrawnDocument.of(drawn).document());
            });
    return documents;
  }

  private void replay(String name, ObjectNode document) throws IOException {
    long start = System.nanoTime();
    String outcome;
    try {
      Optional<String> refusal = build.build(document);
      outcome = refusal.map(why -> "refused: " + why).orElse("built");
      if (refusal.isPresent()) {
        refused++;
      } else {
        built++;
      }
    } catch (ReplayFailure e) {
      failed++;
      Path file = saved.resolve(name.replaceAll(" .*", "") + ".json");
      Files.writeString(file, document.toPrettyString());
      outcome = "FAILED, saved as " + file + ": " + e.getMessage();
    }
    System.out.printf(
        "%s: %s (%d s)%n", name, outcome, Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  /** What the build has on its class path beside what is compiled again for each document. */
  private static List<Path> libraries(Path project) {
    Stream<Path> all =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of);
    return all.filter(
            path -> !path.startsWith(project) || path.startsWith(project.resolve("openapi")))
        .toList();
  }
}
