package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.check.FacadeUse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares the schemas that Java has classes for. */
final class ModelComparison {
  private final ComparedDocument before;
  private final ComparedDocument after;
  private final List<Change> changes;
  private final FacadeUse use;
  private final PropertyComparison properties;

  ModelComparison(
      ComparedDocument before,
      ComparedDocument after,
      List<Change> changes,
      FacadeUse use,
      PropertyComparison properties) {
    this.before = before;
    this.after = after;
    this.changes = changes;
    this.use = use;
    this.properties = properties;
  }

  /** Returns the schemas that are only called otherwise, old name to new. */
  static Map<String, String> renames(ComparedDocument before, ComparedDocument after) {
    Map<String, String> renames = new TreeMap<>();
    for (Map.Entry<String, JsonNode> old : before.schemas().entrySet()) {
      if (after.schemas().containsKey(old.getKey())) {
        continue;
      }
      List<String> same = new ArrayList<>();
      for (Map.Entry<String, JsonNode> now : after.schemas().entrySet()) {
        if (!before.schemas().containsKey(now.getKey())
            && !renames.containsValue(now.getKey())
            && named(old.getValue(), old.getKey(), now.getKey()).equals(now.getValue())) {
          same.add(now.getKey());
        }
      }
      if (same.size() == 1) {
        renames.put(old.getKey(), same.get(0));
      }
    }
    return renames;
  }

  /** Returns a schema as it would be if it were called otherwise, where it refers to itself. */
  private static JsonNode named(JsonNode schema, String name, String other) {
    ObjectNode copy = schema.deepCopy();
    ComparedDocument.repoint(copy, "#/components/schemas/" + name, "#/components/schemas/" + other);
    return copy;
  }

  void renamed(Map<String, String> renames) {
    renames.forEach(
        (from, to) ->
            changes.add(
                new Change(
                    BREAKS,
                    ChangeKind.MODEL_RENAMED,
                    after.reach().resource(to),
                    Sentence.of("{}", JavaTypes.model(from)),
                    Sentence.of("{} is called {} now", JavaTypes.model(from), JavaTypes.model(to)),
                    use.callersOfSchema(from))));
  }

  void compare() {
    after
        .schemas()
        .forEach(
            (name, schema) -> {
              if (before.schemas().containsKey(name)) {
                common(name, before.schemas().get(name), schema);
              } else {
                added(name);
              }
            });
    before
        .schemas()
        .forEach(
            (name, schema) -> {
              if (!after.schemas().containsKey(name)) {
                Place place = place(name, before);
                changes.add(place.change(BREAKS, ChangeKind.MODEL_GONE, place.says(" is gone")));
              }
            });
  }

  private void added(String name) {
    Place place = place(name, after);
    Direction direction = place.direction();
    String how = direction.sent() ? direction.read() ? "sent and read" : "sent" : "read";
    changes.add(
        place.change(
            ADDS,
            ADDS,
            ChangeKind.MODEL_NEW,
            Sentence.of("new model, " + how + ": ").then(place.member()),
            Sentence.of("new model, which no operation uses")));
  }

  private void common(String name, JsonNode old, JsonNode now) {
    boolean nowSent = after.reach().of(name).sent() && !before.reach().of(name).sent();
    if (old.equals(now) && !nowSent) {
      return;
    }
    Place place = place(name, after);
    if (JavaTypes.isHandwritten(name)) {
      changes.add(
          place.change(
              SURPRISES,
              ChangeKind.MODEL_HANDWRITTEN,
              place.says(" is written by hand here, and what it stands for differs now")));
      return;
    }
    String was = nature(old);
    String is = nature(now);
    if (!was.equals(is)) {
      changes.add(
          place.change(
              BREAKS, ChangeKind.MODEL_NATURE, place.says(" is " + is + " now, was " + was)));
      return;
    }
    properties.schemas().keywords(old, now, place);
    properties.compare(old, now, place.inline(), place.resource(), place.direction());
    if (nowSent && hasNeeds(now)) {
      changes.add(
          place.change(
              SURPRISES,
              ChangeKind.MODEL_NOW_SENT,
              place.says(
                  " is sent now as well, so that building one throws where something is missing")));
    }
  }

  private static boolean hasNeeds(JsonNode schema) {
    return !schema.path("required").isEmpty() && schema.has("properties");
  }

  private static String nature(JsonNode schema) {
    if (schema.has("enum")) {
      return "an enum of type "
          + (schema.path("type").asText().equals("string") ? "text" : "other than text");
    }
    return schema.has("properties") ? "a model" : "a union";
  }

  private Place place(String name, ComparedDocument document) {
    String model = JavaTypes.model(name);
    return new Place(
        document.reach().resource(name),
        Sentence.of("{}", model),
        model,
        document.reach().of(name),
        ChangeKind.MODEL_NATURE,
        use.callersOfSchema(name));
  }
}
