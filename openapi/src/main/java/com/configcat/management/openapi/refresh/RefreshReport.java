package com.configcat.management.openapi.refresh;

import com.configcat.management.openapi.document.ContractFiles;
import com.configcat.management.openapi.words.WordGap;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a refresh leaves to do by hand: where words are missing, and what to look at. */
final class RefreshReport {
  private static final int NAMED = 5;
  private final String place;
  private final String yaml;
  private @Nullable YamlLines lines;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder sections = new StringBuilder();
  private final List<String> notes = new ArrayList<>();

  /**
   * Begins a report.
   *
   * @param pinned the pinned document
   * @param text what it says now
   */
  RefreshReport(Path pinned, String text) {
    place = shown(pinned);
    yaml = text;
  }

  /** Returns a path as somebody would write it who is where the build was started. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = file.toAbsolutePath().normalize();
    return (whole.startsWith(here) ? here.relativize(whole) : whole).toString().replace('\\', '/');
  }

  void words(List<WordGap> gaps) {
    SortedMap<Integer, String> byLine = new TreeMap<>();
    for (WordGap gap : gaps) {
      List<String> steps = Stream.concat(gap.holder().stream(), Stream.of(gap.key())).toList();
      String what = gap.subject() + ": " + gap.what();
      byLine.merge(line(steps), what, (one, other) -> one + ", " + other);
    }
    byLine.forEach((line, what) -> words.add("%s:%d: %s".formatted(place, line, what)));
  }

  private int line(List<String> steps) {
    if (lines == null) {
      lines = new YamlLines(yaml);
    }
    return lines.of(steps);
  }

  void names(List<String> added, List<String> gone) {
    section(
        "New in fixes.yaml",
        "Named as every build names them. Shorten or move them now: once released they stay.",
        added);
    if (!added.isEmpty() || !gone.isEmpty()) {
      notes.add(
          "[INFO] Operations in fixes.yaml: %d new, %d gone".formatted(added.size(), gone.size()));
    }
    section("Gone from fixes.yaml", "The document no longer has these operations.", gone);
  }

  void tags(Map<String, String> renamed) {
    section(
        "Renamed tags",
        "Their words were kept; see whether they still fit.",
        renamed.entrySet().stream().map(tag -> tag.getKey() + " -> " + tag.getValue()).toList());
  }

  void examples(ObjectNode before, ObjectNode after) {
    List<String> drafted = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : after.at("/components/schemas").properties()) {
      if (schema.getValue().has("example")
          && !before.at("/components/schemas").path(schema.getKey()).has("example")) {
        String name = schema.getKey();
        int line = line(List.of("components", "schemas", name, "example"));
        drafted.add("%s:%d: %s".formatted(place, line, name));
      }
    }
    section("Drafted examples", "Valid, but made up where no other example had a value.", drafted);
  }

  void secrets(SecretReview review) {
    section("Masked because of their names", "No toString() shows them.", review.masked());
    section(
        "Perhaps secret",
        "Every toString() shows them. List under secrets in fixes.yaml what gives access.",
        review.doubtful());
    section("Listed as secret or not in fixes.yaml, but gone", "Take them out.", review.gone());
    if (!review.gone().isEmpty()) {
      notes.add(
          "[WARNING] fixes.yaml lists as secret or not what is gone: "
              + String.join(", ", review.gone()));
    }
  }

  private void section(String title, String note, List<String> items) {
    if (!items.isEmpty()) {
      sections.append("\n## ").append(title).append("\n\n");
      sections.append(note.isEmpty() ? "" : note + "\n\n");
      items.forEach(item -> sections.append("- `").append(plain(item)).append("`\n"));
    }
  }

  /** Keeps a document from ending the code span that its names stand in. */
  private static String plain(String item) {
    return item.replaceAll("[`\\p{Cntrl}]", "?");
  }

  void write(Path folder, boolean isNew, Consumer<String> log) throws IOException {
    Path file = folder.resolve("needs-words.md");
    StringBuilder text = new StringBuilder("# What needs words\n\n");
    text.append(words.isEmpty() ? "Nothing.\n" : "");
    words.forEach(item -> text.append("- `").append(plain(item)).append("`\n"));
    ContractFiles.write(file, text.append(sections).toString());
    ContractFiles.write(
        folder.resolve("refresh.properties"),
        "changed=%s\nwords=%d\n".formatted(isNew, words.size()));
    notes.forEach(log);
    if (!words.isEmpty()) {
      words.stream().limit(NAMED).forEach(item -> log.accept("[INFO] " + item));
      log.accept(
          "[INFO] Places that need words: %d; all of them: %s"
              .formatted(words.size(), shown(file)));
    }
  }
}
