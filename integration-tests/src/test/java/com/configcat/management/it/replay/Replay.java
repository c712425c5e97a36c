package com.configcat.management.it.replay;

import com.configcat.management.openapi.replay.DrawnDocument;
import com.configcat.management.openapi.replay.ForeignDocuments;
import com.configcat.management.openapi.replay.ReplayCatalog;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Builds from every document of the catalogue, and from as many drawn ones as it is told; none may
 * fail but in the check.
 */
final class Replay {
  private final Path target;
  private final DocumentBuild build;

  /**
   * One document is tested while the next is compiled: no more of them than one, for their room.
   */
  private final ExecutorService tests =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), Replay::waitForTheOneBefore);

  private final AtomicInteger built = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private Replay(Path target, DocumentBuild build) {
    this.target = target;
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
    DocumentBuild.delete(target);
    Files.createDirectories(target);
    List<Path> libraries = libraries(project);
    // ArchUnit looks there as well, and has to find the classes of the document, not of the
    // project.
    System.setProperty(
        "java.class.path",
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    try (DocumentBuild build = new DocumentBuild(project, libraries)) {
      Replay replay = new Replay(target, build);
      for (Map.Entry<String, Supplier<ObjectNode>> document : documents(seed, count).entrySet()) {
        if (document.getKey().contains(wanted)) {
          replay.replay(document.getKey(), document.getValue().get());
        }
      }
      replay.awaitTests();
      System.out.printf(
          "%d documents: %s built, %s refused by the check, %s failed%n",
          replay.built.get() + replay.refused.get() + replay.failed.get(),
          replay.built,
          replay.refused,
          replay.failed);
      System.exit(replay.failed.get() == 0 ? 0 : 1);
    }
  }

  private void replay(String name, ObjectNode document) throws IOException {
    Path folder = target.resolve(name.replaceAll(" .*", ""));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("document.json"), document.toPrettyString());
    try {
      Optional<String> refusal = build.compile(document, folder);
      if (refusal.isPresent()) {
        refused.incrementAndGet();
        end(folder, name, "refused: " + refusal.get());
      } else {
        tests.execute(() -> test(folder, name));
      }
    } catch (ReplayFailure e) {
      fail(folder, name, e);
    }
  }

  private void test(Path folder, String name) {
    try {
      build.test(folder);
      built.incrementAndGet();
      end(folder, name, "built");
    } catch (ReplayFailure e) {
      fail(folder, name, e);
    } catch (IOException e) {
      fail(folder, name, new ReplayFailure("cannot be tested: " + e));
    }
  }

  private void fail(Path folder, String name, ReplayFailure failure) {
    failed.incrementAndGet();
    System.out.printf("%s: FAILED, see %s: %s%n", name, folder, failure.getMessage());
  }

  /** What went well leaves nothing. */
  private static void end(Path folder, String name, String outcome) throws IOException {
    System.out.printf("%s: %s%n", name, outcome);
    DocumentBuild.delete(folder);
  }

  private static void waitForTheOneBefore(Runnable next, ThreadPoolExecutor busy) {
    try {
      busy.getQueue().put(next);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTests() {
    tests.shutdown();
    try {
      if (!tests.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IllegalStateException("The tests of the last document do not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
