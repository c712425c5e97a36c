package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.document.ApiOperation;
import com.configcat.management.openapi.document.ApiOperations;
import com.configcat.management.openapi.document.NormalForm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what belongs to no single operation: tags, servers, authentication, and notation. */
final class DocumentComparison {
  /** What says nothing of the API, or is compared by name. */
  private static final Set<String> KNOWN =
      Set.of("openapi", "info", "tags", "paths", "components", "servers", "security");

  private final ComparedDocument before;
  private final ComparedDocument after;
  private final List<Change> changes;

  DocumentComparison(ComparedDocument before, ComparedDocument after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /**
   * Compares.
   *
   * @param told the operations that there is something else to tell of than how they are written
   */
  void compare(Set<String> told) {
    tags();
    ObjectNode was = NormalForm.structure(before.source());
    ObjectNode is = NormalForm.structure(after.source());
    if (!was.path("servers").equals(is.path("servers"))) {
      changes.add(
          change(
              SURPRISES,
              ChangeKind.SERVER,
              Sentence.of(
                  "The API says that it is at {}; the client calls what it called before",
                  is.path("servers").path(0).path("url").asText("no server"))));
    }
    if (!was.path("security").equals(is.path("security")) || !schemes(was).equals(schemes(is))) {
      changes.add(
          change(
              SURPRISES,
              ChangeKind.SECURITY,
              Sentence.of(
                  "The API describes its authentication in another way: {}",
                  schemes(is)
                      .propertyStream()
                      .map(Map.Entry::getKey)
                      .collect(Collectors.joining(", ")))));
    }
    Keys.differing(was, is, KNOWN).forEach(key -> changes.add(unknown(key)));
    paths(was.path("paths"), is.path("paths"));
    notation(was, is, told);
  }

  /** Says of each group that is called otherwise how many operations it has; none is renamed. */
  private void tags() {
    Map<List<String>, Integer> renames =
        new TreeMap<>(java.util.Comparator.comparing(List::toString));
    before
        .operations()
        .forEach(
            (key, operation) -> {
              ComparedOperation now = after.operations().get(key);
              if (now != null && !now.tag().equals(operation.tag())) {
                renames.merge(List.of(operation.tag(), now.tag()), 1, Integer::sum);
              }
            });
    renames.forEach(
        (names, count) ->
            changes.add(
                change(
                    NO_EFFECT,
                    ChangeKind.TAG,
                    Sentence.of(
                        "The group {} is called {} now; its "
                            + (count == 1
                                ? "operation keeps its name"
                                : count + " operations keep their names"),
                        shown(names.get(0)),
                        shown(names.get(1))))));
  }

  /** Looks for what paths say beside operations and parameters, such as servers of their own. */
  private void paths(JsonNode was, JsonNode is) {
    for (Map.Entry<String, JsonNode> path : was.properties()) {
      JsonNode now = is.path(path.getKey());
      for (String key : Keys.differing(path.getValue(), now, Set.of("parameters"))) {
        if (!now.isMissingNode() && !ApiOperations.isMethod(key)) {
          changes.add(unknown(path.getKey() + " " + key));
        }
      }
    }
  }

  /** Names what is written in another way and means the same. */
  private void notation(ObjectNode was, ObjectNode is, Set<String> told) {
    Map<String, ObjectNode> old = operations(was);
    operations(is)
        .forEach(
            (key, now) -> {
              ComparedOperation one = before.operations().get(key);
              ComparedOperation other = after.operations().get(key);
              if (one != null
                  && other != null
                  && one.json().equals(other.json())
                  && !told.contains(key)
                  && !now.equals(old.get(key))) {
                changes.add(written(other.resource(), key));
              }
            });
    JsonNode oldSchemas = was.path("components").path("schemas");
    for (Map.Entry<String, JsonNode> schema : is.path("components").path("schemas").properties()) {
      String name = schema.getKey();
      JsonNode one = before.plain().at("/components/schemas").path(name);
      JsonNode other = after.plain().at("/components/schemas").path(name);
      if (oldSchemas.has(name)
          && one.equals(other)
          && !oldSchemas.path(name).equals(schema.getValue())) {
        changes.add(written(after.reach().resource(name), name));
      }
    }
  }

  private static Map<String, ObjectNode> operations(ObjectNode structure) {
    Map<String, ObjectNode> operations = new TreeMap<>();
    for (ApiOperation operation : ApiOperations.of(structure)) {
      ObjectNode json = operation.json();
      json.remove(List.of("tags", "operationId"));
      operations.put(operation.key(), json);
    }
    return operations;
  }

  private static Change written(String resource, String name) {
    return new Change(
        NO_EFFECT,
        ChangeKind.NOTATION,
        resource,
        Sentence.of("{}", name),
        Sentence.of("is written in another way, and means the same"),
        List.of());
  }

  private static Change unknown(String what) {
    return change(
        SURPRISES,
        ChangeKind.UNKNOWN,
        Sentence.of("The document differs in {}, which this report cannot judge", what));
  }

  private static Change change(Severity severity, ChangeKind kind, Sentence sentence) {
    return new Change(severity, kind, "", Sentence.of(""), sentence, List.of());
  }

  private static JsonNode schemes(ObjectNode structure) {
    return structure.path("components").path("securitySchemes");
  }

  private static String shown(String tag) {
    return tag.isEmpty() ? "nothing" : tag;
  }
}
