package com.configcat.management.openapi.compare;

import static com.configcat.management.openapi.compare.Severity.ADDS;
import static com.configcat.management.openapi.compare.Severity.BREAKS;
import static com.configcat.management.openapi.compare.Severity.NO_EFFECT;
import static com.configcat.management.openapi.compare.Severity.SURPRISES;

import com.configcat.management.openapi.check.FacadeUse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Compares the properties of two models of one name. */
final class PropertyComparison {
  private final List<Change> changes;
  private final FacadeUse use;
  private final SchemaComparison schemas;

  PropertyComparison(List<Change> changes, FacadeUse use) {
    this.changes = changes;
    this.use = use;
    this.schemas = new SchemaComparison(changes, use, this);
  }

  SchemaComparison schemas() {
    return schemas;
  }

  void compare(
      JsonNode before, JsonNode after, String model, String resource, Direction direction) {
    JsonNode old = before.path("properties");
    JsonNode now = after.path("properties");
    for (Map.Entry<String, JsonNode> property : now.properties()) {
      String name = property.getKey();
      boolean required = isRequired(after, name);
      boolean wasRequired = isRequired(before, name);
      if (property.getValue().equals(old.path(name)) && required == wasRequired) {
        continue;
      }
      if (old.has(name)) {
        common(
            old.path(name),
            property.getValue(),
            wasRequired,
            required,
            place(model, name, old.path(name), resource, direction));
      } else {
        added(
            property.getValue(),
            required,
            place(model, name, property.getValue(), resource, direction),
            model,
            name);
      }
    }
    for (Map.Entry<String, JsonNode> property : old.properties()) {
      if (!now.has(property.getKey())) {
        Place place = place(model, property.getKey(), property.getValue(), resource, direction);
        changes.add(place.change(BREAKS, ChangeKind.PROPERTY_GONE, place.says(" is gone")));
      }
    }
  }

  private Place place(
      String model, String name, JsonNode schema, String resource, Direction direction) {
    String inline = model + JavaNames.capitalized(JavaNames.variable(name));
    boolean setter = direction.sent() && !direction.read();
    return new Place(
        resource,
        Sentence.of(
            "{}",
            setter
                ? JavaNames.setter(model, name, JavaTypes.of(schema, inline))
                : JavaNames.getter(model, name)),
        inline,
        direction,
        ChangeKind.PROPERTY_TYPE,
        use.callersOfProperty(model, name));
  }

  private void added(JsonNode schema, boolean required, Place place, String model, String name) {
    boolean needed = required && !schema.path("nullable").asBoolean();
    Direction direction = place.direction();
    if (direction.sent() && needed) {
      changes.add(
          place.change(
              BREAKS,
              ChangeKind.PROPERTY_NEW,
              Sentence.of(
                  "new property that has to be set, or building throws: {}",
                  JavaNames.setter(model, name, JavaTypes.of(schema, place.inline())))));
      return;
    }
    Sentence sentence = Sentence.of("new property, " + (direction.read() ? "read" : "sent"));
    if (direction.sent()) {
      sentence =
          sentence
              .then(direction.read() ? " and sent" : "")
              .then(required ? ", asked for though it may be null" : "");
    }
    sentence = sentence.then(": ").then(place.member());
    if (direction.read()) {
      sentence =
          sentence.then(needed ? " ({})" : " ({}, or null)", JavaTypes.of(schema, place.inline()));
    }
    changes.add(
        place.change(
            required ? SURPRISES : ADDS,
            ADDS,
            ChangeKind.PROPERTY_NEW,
            sentence,
            Sentence.of("new property, {}, which no operation uses", name)));
  }

  private void common(
      JsonNode before, JsonNode after, boolean wasRequired, boolean isRequired, Place place) {
    schemas.compare(withoutPresence(before), withoutPresence(after), place);
    boolean wasNullable = before.path("nullable").asBoolean();
    boolean isNullable = after.path("nullable").asBoolean();
    if (wasRequired == isRequired && wasNullable == isNullable) {
      return;
    }
    boolean wasSure = wasRequired && !wasNullable;
    boolean isSure = isRequired && !isNullable;
    Sentence harmless =
        Sentence.of(
            "is "
                + presence(isRequired, isNullable)
                + ", was "
                + presence(wasRequired, wasNullable));
    if (wasSure && !isSure) {
      changes.add(
          place.change(
              ADDS,
              SURPRISES,
              ChangeKind.PRESENCE,
              place.says(place.direction().read() ? " may be null now" : " may be left out now"),
              harmless));
    } else if (isSure && !wasSure) {
      changes.add(
          place.change(
              BREAKS,
              ADDS,
              ChangeKind.PRESENCE,
              place.direction().sent()
                  ? place.says(" has to be set now, or building throws")
                  : place.says(" is never null now"),
              harmless));
    } else {
      changes.add(
          place.change(
              isRequired && !wasRequired ? SURPRISES : NO_EFFECT,
              NO_EFFECT,
              ChangeKind.PRESENCE,
              place.says(" is asked for now, though it may be null"),
              harmless));
    }
  }

  private static String presence(boolean required, boolean nullable) {
    return (required ? "required" : "optional") + (nullable ? " and may be null" : "");
  }

  private static JsonNode withoutPresence(JsonNode schema) {
    ObjectNode copy = schema.deepCopy();
    copy.remove("nullable");
    return copy;
  }

  private static boolean isRequired(JsonNode model, String property) {
    for (JsonNode name : model.path("required")) {
      if (name.asText().equals(property)) {
        return true;
      }
    }
    return false;
  }
}
