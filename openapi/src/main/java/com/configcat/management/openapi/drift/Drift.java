package com.configcat.management.openapi.drift;

import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.document.ChosenDocument;
import com.configcat.management.openapi.document.NormalForm;
import com.configcat.management.openapi.document.Operations;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the structure of a document differs from that of the pinned one; words, examples and order
 * are no part of it.
 *
 * @param operations what became of the operations
 * @param schemas what became of the schemas
 * @param other top-level parts of the document that differ, such as {@code servers}
 * @param breaks what callers of the generated client can no longer use as it was
 * @param additions what callers of the generated client can use now
 * @param touched lines of {@code used-by-facade.txt} that speak of something that changed
 */
record Drift(
    Part operations,
    Part schemas,
    List<String> other,
    List<String> breaks,
    List<String> additions,
    List<String> touched) {

  /** What became of the members of one part of the document, by name. */
  record Part(List<String> added, List<String> gone, List<String> changed) {
    private static Part between(Map<String, JsonNode> before, Map<String, JsonNode> after) {
      Set<String> added = new TreeSet<>(after.keySet());
      added.removeAll(before.keySet());
      Set<String> gone = new TreeSet<>(before.keySet());
      gone.removeAll(after.keySet());
      List<String> changed =
          before.keySet().stream()
              .filter(name -> after.containsKey(name) && !after.get(name).equals(before.get(name)))
              .toList();
      return new Part(List.copyOf(added), List.copyOf(gone), changed);
    }
  }

  static Drift between(ChosenDocument pinned, ChosenDocument chosen, FacadeUse use) {
    Part operations = Part.between(operations(pinned), operations(chosen));
    Part schemas = Part.between(schemas(pinned), schemas(chosen));
    List<String> breaks = new ArrayList<>();
    List<String> additions = new ArrayList<>();
    Map<String, String> before = Surface.of(pinned.fixed());
    Map<String, String> after = Surface.of(chosen.fixed());
    before.forEach(
        (subject, line) -> {
          String now = after.get(subject);
          if (now == null && isWholeOrPartOfWhatStays(subject, after)) {
            breaks.add(line + " is gone");
          } else if (now != null && !now.equals(line)) {
            breaks.add(line + " is now " + now);
          }
        });
    after.forEach(
        (subject, line) -> {
          if (!before.containsKey(subject) && isWholeOrPartOfWhatStays(subject, before)) {
            additions.add(line);
          }
        });
    List<String> touched =
        use.lines().stream()
            .filter(line -> speaksOf(line, operations.changed(), schemas.changed()))
            .toList();
    return new Drift(operations, schemas, other(pinned, chosen), breaks, additions, touched);
  }

  /** Leaves out the parts of what is itself not there. */
  private static boolean isWholeOrPartOfWhatStays(String subject, Map<String, String> others) {
    String[] words = subject.split(" ", 4);
    return switch (words[0]) {
      case "call", "option" -> others.containsKey("operation " + words[1] + " " + words[2]);
      case "property", "enum" -> others.containsKey("schema " + words[1].split("\\.", 2)[0]);
      default -> true;
    };
  }

  /** Says whether there is anything to tell. */
  boolean isEmpty() {
    return equals(new Drift(none(), none(), List.of(), List.of(), List.of(), List.of()));
  }

  private static Part none() {
    return new Part(List.of(), List.of(), List.of());
  }

  private static boolean speaksOf(String line, List<String> operations, List<String> schemas) {
    Set<String> words = Set.copyOf(List.of(line.split("[^A-Za-z0-9_-]+", -1)));
    return operations.stream().anyMatch(key -> line.startsWith("operation " + key + " "))
        || schemas.stream().anyMatch(words::contains);
  }

  private static Map<String, JsonNode> operations(ChosenDocument document) {
    Map<String, JsonNode> operations = new TreeMap<>();
    Operations.of(NormalForm.structure(document.fixed()))
        .forEach(operation -> operations.put(operation.key(), operation.json()));
    return operations;
  }

  private static Map<String, JsonNode> schemas(ChosenDocument document) {
    Map<String, JsonNode> schemas = new TreeMap<>();
    NormalForm.structure(document.fixed())
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
    return schemas;
  }

  private static List<String> other(ChosenDocument pinned, ChosenDocument chosen) {
    ObjectNode before = rest(pinned);
    ObjectNode after = rest(chosen);
    Set<String> parts = new TreeSet<>();
    before.fieldNames().forEachRemaining(parts::add);
    after.fieldNames().forEachRemaining(parts::add);
    return parts.stream().filter(part -> !before.path(part).equals(after.path(part))).toList();
  }

  /** What is left of the document without what is compared by name or says nothing of the API. */
  private static ObjectNode rest(ChosenDocument document) {
    ObjectNode rest = NormalForm.structure(document.source());
    rest.remove(List.of("openapi", "info", "paths", "tags"));
    if (rest.path("components") instanceof ObjectNode components) {
      components.remove("schemas");
    }
    return rest;
  }
}
