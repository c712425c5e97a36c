package com.configcat.management.it.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as tables in Markdown: medians of the rounds, and ratios. */
final class PerformanceTable {
  private static final Map<String, String> CASES = new LinkedHashMap<>();

  static {
    CASES.put("from1Thread", "GET one Product, 1 thread");
    CASES.put("from4Threads", "GET one Product, 4 threads");
    CASES.put("from16Threads", "GET one Product, 16 threads");
    CASES.put("enqueued", "GET one Product, 20,000 enqueued at once, each");
    CASES.put("settings", "GET 5,000 settings");
    CASES.put("values", "GET 2,000 V2 values");
    CASES.put("putBigBody", "PUT a value with 400 rules");
    CASES.put("edit", "Edit a flag on the fake: GET and PATCH");
  }

  private static final String HEAD =
      "| %s | "
          + PeerKind.BY_HAND.title()
          + " | "
          + PeerKind.RETROFIT.title()
          + " | "
          + PeerKind.CLIENT.title()
          + " | of plain Retrofit | "
          + PeerKind.WALK.title()
          + " | of the walk |\n|---|--:|--:|--:|--:|--:|--:|\n";

  private final Series calls = new Series();
  private final Series bytes = new Series();
  private final Series firstCalls = new Series();
  private final Series classes = new Series();
  private String machine = "";

  private PerformanceTable() {}

  static Path results(Path folder, int round) {
    return folder.resolve("round-" + round + ".json");
  }

  static Path firstCalls(Path folder, int round) {
    return folder.resolve("first-call-" + round + ".json");
  }

  /** Deletes the results of an earlier run. */
  static void clear(Path folder) throws IOException {
    for (Path file : files(folder, "{round,first-call}-*.json")) {
      Files.delete(file);
    }
  }

  /** Prints the tables of a run, whose folder is the argument. */
  public static void main(String[] args) throws IOException {
    System.out.println(of(Path.of(args[0])));
  }

  static String of(Path folder) throws IOException {
    PerformanceTable table = new PerformanceTable();
    for (Path file : files(folder, "round-*.json")) {
      for (JsonElement benchmark :
          JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
        table.add(benchmark.getAsJsonObject());
      }
    }
    for (Path file : files(folder, "first-call-*.json")) {
      table.addFirstCalls(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
    }
    return table.print();
  }

  private static List<Path> files(Path folder, String pattern) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      found.forEach(files::add);
    }
    return files.stream().sorted().toList();
  }

  private void add(JsonObject benchmark) {
    String name = benchmark.get("benchmark").getAsString();
    String method = name.substring(name.lastIndexOf('.') + 1);
    String peer = benchmark.getAsJsonObject("params").get("peer").getAsString();
    calls.add(method, peer, score(benchmark.getAsJsonObject("primaryMetric")));
    bytes.add(
        method,
        peer,
        score(benchmark.getAsJsonObject("secondaryMetrics").getAsJsonObject("gc.alloc.rate.norm")));
    machine =
        "%s, JDK %s (%s), heap %s"
            .formatted(
                Machine.describe(),
                benchmark.get("jdkVersion").getAsString(),
                benchmark.get("vmName").getAsString(),
                benchmark.getAsJsonArray("jvmArgs").get(1).getAsString());
  }

  private static double score(JsonObject metric) {
    return metric.get("score").getAsDouble();
  }

  private void addFirstCalls(JsonObject peers) {
    for (Map.Entry<String, JsonElement> peer : peers.entrySet()) {
      JsonObject measured = peer.getValue().getAsJsonObject();
      for (JsonElement millis : measured.getAsJsonArray("millis")) {
        firstCalls.add("ms", peer.getKey(), millis.getAsDouble());
      }
      classes.add("classes", peer.getKey(), measured.get("classes").getAsDouble());
    }
  }

  private String print() {
    StringBuilder text = new StringBuilder();
    if (!calls.isEmpty()) {
      text.append(machine + ".\n\n");
      print(text, "Calls a second", calls, 1);
      print(text, "KB allocated a call", bytes, 1024);
    }
    text.append(
        "| First call of a JVM, as a whole process | "
            + List.of(PeerKind.BY_HAND, PeerKind.RETROFIT, PeerKind.CLIENT).stream()
                .map(PeerKind::title)
                .collect(Collectors.joining(" | "))
            + " | of by hand |\n|---|--:|--:|--:|--:|\n");
    firstCall(text, "Milliseconds", firstCalls, "ms");
    firstCall(text, "Classes loaded", classes, "classes");
    return text.toString();
  }

  private static void print(StringBuilder text, String title, Series series, int unit) {
    text.append(HEAD.formatted(title));
    CASES.forEach(
        (method, words) -> {
          if (series.has(method)) {
            text.append("| " + words);
            text.append(" | " + number(series.median(method, PeerKind.BY_HAND) / unit));
            text.append(" | " + number(series.median(method, PeerKind.RETROFIT) / unit));
            text.append(" | " + number(series.median(method, PeerKind.CLIENT) / unit));
            text.append(" | " + series.ratio(method, PeerKind.RETROFIT));
            text.append(" | " + number(series.median(method, PeerKind.WALK) / unit));
            text.append(" | " + series.ratio(method, PeerKind.WALK) + " |\n");
          }
        });
    text.append('\n');
  }

  private static void firstCall(StringBuilder text, String title, Series series, String name) {
    text.append("| " + title);
    text.append(" | " + number(series.median(name, PeerKind.BY_HAND)));
    text.append(" | " + number(series.median(name, PeerKind.RETROFIT)));
    text.append(" | " + number(series.median(name, PeerKind.CLIENT)));
    text.append(" | " + series.ratio(name, PeerKind.BY_HAND) + " |\n");
  }

  private static String number(double value) {
    return Double.isNaN(value)
        ? "–"
        : String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}
