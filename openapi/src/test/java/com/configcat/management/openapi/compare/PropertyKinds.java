package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.replay.Edits;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Kinds of changes of properties: of one that is only sent, and of one that is only read. */
final class PropertyKinds {
  private static final String SENT = "CreateTagModel.builder().name(String)";
  private static final String READ = "TagModel.getName()";

  private PropertyKinds() {}

  static void addTo(Map<String, KindCase> cases) {
    sent(cases);
    more(cases);
    read(cases);
    accessSent(cases);
    accessRead(cases);
  }

  private static void sent(Map<String, KindCase> cases) {
    cases.put(
        "sent-new",
        KindCase.of(
            document -> Edits.setProperty(document, "CreateTagModel.order", "{type: 'integer'}"),
            ADDS,
            "new property, sent: CreateTagModel.builder().order(Integer)"));
    cases.put(
        "sent-new-required",
        KindCase.of(
            document -> {
              Edits.setProperty(document, "CreateTagModel.order", "{type: 'integer', default: 1}");
              Edits.require(document, "CreateTagModel.order");
            },
            BREAKS,
            "new property that has to be set, or building throws:"
                + " CreateTagModel.builder().order(Integer)"));
    cases.put(
        "sent-gone",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.color").put("deprecated", true),
            document -> Edits.removeProperty(document, "CreateTagModel.color"),
            BREAKS,
            "CreateTagModel.builder().color(String) is gone"));
    cases.put(
        "sent-required",
        KindCase.of(
            document -> Edits.property(document, "UpdateTagModel.name").remove("nullable"),
            document -> Edits.require(document, "UpdateTagModel.name"),
            BREAKS,
            "UpdateTagModel.builder().name(String) has to be set now, or building throws"));
    cases.put(
        "sent-optional",
        KindCase.of(
            document -> Edits.unrequire(document, "CreateTagModel.name"),
            ADDS,
            SENT + " may be left out now"));
    cases.put(
        "sent-nullable",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("nullable", true),
            ADDS,
            SENT + " may be left out now"));
    cases.put(
        "sent-not-nullable",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("nullable", true),
            document -> Edits.property(document, "CreateTagModel.name").put("nullable", false),
            BREAKS,
            SENT + " has to be set now, or building throws"));
    cases.put(
        "sent-type",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("type", "integer"),
            BREAKS,
            SENT + " is now Integer, was String"));
    cases.put(
        "sent-becomes-enum",
        KindCase.of(
            document ->
                Edits.property(document, "CreateTagModel.name")
                    .removeAll()
                    .put("$ref", "#/components/schemas/SettingType"),
            BREAKS,
            SENT + " is now SettingType, was String"));
    cases.put(
        "sent-value-new",
        KindCase.of(
            document -> Edits.addValue(document, "OperationType", "touch"),
            ADDS,
            "new value: OperationType.TOUCH"));
    cases.put(
        "sent-value-gone",
        KindCase.of(
            document -> Edits.removeValue(document, "OperationType", "move"),
            BREAKS,
            "OperationType.MOVE is gone"));
    cases.put(
        "sent-deprecated",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("deprecated", true),
            SURPRISES,
            SENT + " is deprecated"));
    cases.put(
        "sent-no-longer-deprecated",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("deprecated", true),
            document -> Edits.property(document, "CreateTagModel.name").remove("deprecated"),
            NO_EFFECT,
            SENT + ": is no longer deprecated"));
    cases.put(
        "sent-default-new",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("default", "new"),
            SURPRISES,
            SENT + " is new where it is not set, was nothing"));
    cases.put(
        "sent-default-changed",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("default", "old"),
            document -> Edits.property(document, "CreateTagModel.name").put("default", "new"),
            SURPRISES,
            SENT + " is new where it is not set, was old"));
    cases.put(
        "sent-default-gone",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("default", "old"),
            document -> Edits.property(document, "CreateTagModel.name").remove("default"),
            SURPRISES,
            SENT + " is nothing where it is not set, was old"));
  }

  private static void more(Map<String, KindCase> cases) {
    cases.put(
        "sent-asked-for-though-nullable",
        KindCase.of(
            document -> Edits.require(document, "UpdateTagModel.name"),
            SURPRISES,
            "UpdateTagModel.builder().name(String) is asked for now, though it may be null"));
    cases.put(
        "sent-exclusive",
        KindCase.of(
            document ->
                Edits.setProperty(
                    document, "CreateTagModel.order", "{type: 'integer', maximum: 9}"),
            document ->
                Edits.property(document, "CreateTagModel.order").put("exclusiveMaximum", true),
            SURPRISES,
            "CreateTagModel.builder().order(Integer) takes less: exclusiveMaximum is true, was"
                + " nothing"));
    cases.put(
        "sent-format",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("format", "hostname"),
            SURPRISES,
            SENT + " takes less: format is hostname, was nothing"));
  }

  private static void read(Map<String, KindCase> cases) {
    cases.put(
        "read-new",
        KindCase.of(
            document -> Edits.setProperty(document, "TagModel.order", "{type: 'integer'}"),
            ADDS,
            "new property, read: TagModel.getOrder() (Integer, or null)"));
    cases.put(
        "read-new-required",
        KindCase.of(
            document -> {
              Edits.setProperty(document, "TagModel.order", "{type: 'integer'}");
              Edits.require(document, "TagModel.order");
            },
            ADDS,
            "new property, read: TagModel.getOrder() (Integer)"));
    cases.put(
        "read-gone",
        KindCase.of(
            document -> Edits.removeProperty(document, "TagModel.name"),
            BREAKS,
            READ + " is gone"));
    cases.put(
        "read-gone-that-was-optional",
        KindCase.of(
            document -> Edits.unrequire(document, "TagModel.name"),
            document ->
                ((ObjectNode) Edits.schema(document, "TagModel").get("properties")).remove("name"),
            BREAKS,
            READ + " is gone"));
    cases.put(
        "read-optional",
        KindCase.of(
            document -> Edits.unrequire(document, "TagModel.name"),
            SURPRISES,
            READ + " may be null now"));
    cases.put(
        "read-required",
        KindCase.of(
            document -> Edits.unrequire(document, "TagModel.name"),
            document -> Edits.require(document, "TagModel.name"),
            ADDS,
            READ + " is never null now"));
    cases.put(
        "read-nullable",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("nullable", true),
            SURPRISES,
            READ + " may be null now"));
    cases.put(
        "read-not-nullable",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("nullable", true),
            document -> Edits.property(document, "TagModel.name").remove("nullable"),
            ADDS,
            READ + " is never null now"));
    cases.put(
        "read-optional-instead-of-nullable",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("nullable", true),
            document -> {
              Edits.property(document, "TagModel.name").remove("nullable");
              Edits.unrequire(document, "TagModel.name");
            },
            NO_EFFECT,
            READ + ": is optional, was required and may be null"));
    cases.put(
        "read-type",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("format", "date-time"),
            BREAKS,
            READ + " is now OffsetDateTime, was String"));
    cases.put(
        "read-value-new",
        KindCase.of(
            document -> Edits.addValue(document, "SettingType", "date"),
            SURPRISES,
            "new value, which clients built before read as UNRECOGNIZED: SettingType.DATE"));
    cases.put(
        "read-value-gone",
        KindCase.of(
            document -> Edits.removeValue(document, "SettingType", "double"),
            BREAKS,
            "SettingType.DOUBLE is gone"));
    cases.put(
        "read-deprecated",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("deprecated", true),
            SURPRISES,
            READ + " is deprecated"));
    cases.put(
        "read-no-longer-deprecated",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("deprecated", true),
            document -> Edits.property(document, "TagModel.name").remove("deprecated"),
            NO_EFFECT,
            READ + ": is no longer deprecated"));
    cases.put(
        "read-default",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("default", "new"),
            NO_EFFECT,
            READ + ": the default is new, was nothing"));
    cases.put(
        "read-default-gone",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("default", "old"),
            document -> Edits.property(document, "TagModel.name").remove("default"),
            NO_EFFECT,
            READ + ": the default is nothing, was old"));
  }

  private static void accessSent(Map<String, KindCase> cases) {
    cases.put(
        "sent-read-only",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("readOnly", true),
            SURPRISES,
            SENT + " is ignored when it is sent"));
    cases.put(
        "sent-not-read-only",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("readOnly", true),
            document -> Edits.property(document, "CreateTagModel.name").remove("readOnly"),
            ADDS,
            SENT + " may be sent now"));
    cases.put(
        "sent-write-only",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("writeOnly", true),
            NO_EFFECT,
            SENT + ": writeOnly is said"));
    cases.put(
        "sent-not-write-only",
        KindCase.of(
            document -> Edits.property(document, "CreateTagModel.name").put("writeOnly", true),
            document -> Edits.property(document, "CreateTagModel.name").remove("writeOnly"),
            NO_EFFECT,
            SENT + ": writeOnly is no longer said"));
  }

  private static void accessRead(Map<String, KindCase> cases) {
    cases.put(
        "read-read-only",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("readOnly", true),
            NO_EFFECT,
            READ + ": readOnly is said"));
    cases.put(
        "read-not-read-only",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("readOnly", true),
            document -> Edits.property(document, "TagModel.name").remove("readOnly"),
            NO_EFFECT,
            READ + ": readOnly is no longer said"));
    cases.put(
        "read-write-only",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("writeOnly", true),
            SURPRISES,
            READ + " no longer comes back"));
    cases.put(
        "read-not-write-only",
        KindCase.of(
            document -> Edits.property(document, "TagModel.name").put("writeOnly", true),
            document -> Edits.property(document, "TagModel.name").remove("writeOnly"),
            ADDS,
            READ + " comes back now"));
  }
}
