package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Kinds of changes of what schemas are put together from. */
final class CompositionKinds {
  private static final String TEXT_OR_NUMBER = "{%s: [{type: 'string'}, {type: 'integer'}]}";
  private static final String AND_BOOLEAN =
      "{%s: [{type: 'string'}, {type: 'integer'}, {type: 'boolean'}]}";
  private static final String SENT = "CreateTagModel.builder().extra(JsonElement)";
  private static final String READ = "TagModel.getExtra()";

  private CompositionKinds() {}

  static void addTo(Map<String, KindCase> cases) {
    for (String union : new String[] {"oneOf", "anyOf"}) {
      unions(cases, union);
    }
    allOf(cases);
    discriminators(cases);
  }

  private static void unions(Map<String, KindCase> cases, String union) {
    cases.put(
        "sent-" + union + "-more",
        KindCase.of(
            document -> set(document, "CreateTagModel", TEXT_OR_NUMBER, union),
            document -> set(document, "CreateTagModel", AND_BOOLEAN, union),
            ADDS,
            SENT + " may be Boolean as well"));
    cases.put(
        "sent-" + union + "-less",
        KindCase.of(
            document -> set(document, "CreateTagModel", AND_BOOLEAN, union),
            document -> set(document, "CreateTagModel", TEXT_OR_NUMBER, union),
            SURPRISES,
            SENT + " may no longer be Boolean"));
    cases.put(
        "read-" + union + "-more",
        KindCase.of(
            document -> set(document, "TagModel", TEXT_OR_NUMBER, union),
            document -> set(document, "TagModel", AND_BOOLEAN, union),
            SURPRISES,
            READ + " may be Boolean as well"));
    cases.put(
        "read-" + union + "-less",
        KindCase.of(
            document -> set(document, "TagModel", AND_BOOLEAN, union),
            document -> set(document, "TagModel", TEXT_OR_NUMBER, union),
            NO_EFFECT,
            READ + ": is never Boolean now"));
    cases.put(
        "sent-becomes-" + union,
        KindCase.of(
            document -> Edits.setProperty(document, "CreateTagModel.extra", "{type: 'string'}"),
            document -> set(document, "CreateTagModel", TEXT_OR_NUMBER, union),
            BREAKS,
            "CreateTagModel.builder().extra(String) is now JsonElement, was String"));
    cases.put(
        "read-becomes-" + union,
        KindCase.of(
            document -> Edits.setProperty(document, "TagModel.extra", "{type: 'string'}"),
            document -> set(document, "TagModel", TEXT_OR_NUMBER, union),
            BREAKS,
            READ + " is now JsonElement, was String"));
  }

  private static void set(ObjectNode document, String model, String json, String union) {
    Edits.setProperty(document, model + ".extra", json.formatted(union));
  }

  private static void allOf(Map<String, KindCase> cases) {
    cases.put(
        "sent-all-of-more",
        KindCase.of(
            document ->
                Edits.addSchema(document, "Owned", "{properties: {owner: {type: 'string'}}}"),
            document -> wrap(document, "CreateTagModel", "{$ref: '#/components/schemas/Owned'}"),
            ADDS,
            "new property, sent: CreateTagModel.builder().owner(String)"));
    cases.put(
        "sent-all-of-less",
        KindCase.of(
            document -> {
              Edits.addSchema(document, "Owned", "{properties: {owner: {type: 'string'}}}");
              wrap(document, "CreateTagModel", "{$ref: '#/components/schemas/Owned'}");
            },
            document -> Edits.schema(document, "CreateTagModel").withArray("allOf").remove(1),
            BREAKS,
            "CreateTagModel.builder().owner(String) is gone"));
    cases.put(
        "read-all-of-more",
        KindCase.of(
            document ->
                Edits.addSchema(document, "Owned", "{properties: {owner: {type: 'string'}}}"),
            document -> wrap(document, "TagModel", "{$ref: '#/components/schemas/Owned'}"),
            ADDS,
            "new property, read: TagModel.getOwner() (String, or null)"));
    cases.put(
        "read-all-of-less",
        KindCase.of(
            document -> {
              Edits.addSchema(document, "Owned", "{properties: {owner: {type: 'string'}}}");
              wrap(document, "TagModel", "{$ref: '#/components/schemas/Owned'}");
            },
            document -> Edits.schema(document, "TagModel").withArray("allOf").remove(1),
            BREAKS,
            "TagModel.getOwner() is gone"));
    cases.put(
        "all-of-words",
        KindCase.of(
            document -> wrap(document, "TagModel", "{description: 'Words alone.'}"),
            NO_EFFECT,
            "TagModel: is written in another way, and means the same"));
    cases.put(
        "all-of-words-less",
        KindCase.of(
            document -> wrap(document, "TagModel", "{description: 'Words alone.'}"),
            document -> Edits.schema(document, "TagModel").withArray("allOf").remove(1),
            NO_EFFECT,
            "TagModel: is written in another way, and means the same"));
  }

  /** Writes a schema as all of what it was and something else. */
  private static void wrap(ObjectNode document, String name, String other) {
    ObjectNode schema = Edits.schema(document, name);
    ObjectNode own = schema.deepCopy();
    schema.removeAll();
    schema.putArray("allOf").add(own).add(Documents.json(other));
  }

  private static void discriminators(Map<String, KindCase> cases) {
    cases.put(
        "sent-discriminator",
        KindCase.of(
            document ->
                Edits.schema(document, "CreateTagModel")
                    .putObject("discriminator")
                    .put("propertyName", "name"),
            SURPRISES,
            "CreateTagModel differs in discriminator, which this report cannot judge"));
    cases.put(
        "sent-discriminator-gone",
        KindCase.of(
            document ->
                Edits.schema(document, "CreateTagModel")
                    .putObject("discriminator")
                    .put("propertyName", "name"),
            document -> Edits.schema(document, "CreateTagModel").remove("discriminator"),
            SURPRISES,
            "CreateTagModel differs in discriminator, which this report cannot judge"));
    cases.put(
        "read-discriminator",
        KindCase.of(
            document ->
                Edits.schema(document, "TagModel")
                    .putObject("discriminator")
                    .put("propertyName", "name"),
            SURPRISES,
            "TagModel differs in discriminator, which this report cannot judge"));
    cases.put(
        "read-discriminator-changed",
        KindCase.of(
            document ->
                Edits.schema(document, "TagModel")
                    .putObject("discriminator")
                    .put("propertyName", "name"),
            document ->
                Edits.schema(document, "TagModel")
                    .withObject("/discriminator/mapping")
                    .put("a", "TagModel"),
            SURPRISES,
            "TagModel differs in discriminator, which this report cannot judge"));
  }
}
