package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares JSON with a schema of the document. What the schema does not know is left alone, as the
 * service does.
 */
public final class SchemaCheck {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

  private final Document document;
  private final Map<String, List<String>> problems = new LinkedHashMap<>();

  private SchemaCheck(Document document) {
    this.document = document;
  }

  /** Returns what is wrong, by field as the service names it; nothing if all is well. */
  public static Map<String, List<String>> problems(
      Document document, JsonObject schema, JsonElement value, String field) {
    SchemaCheck check = new SchemaCheck(document);
    check.check(schema, value, field);
    return check.problems;
  }

  private void check(JsonObject reference, JsonElement value, String field) {
    JsonObject schema = document.resolve(reference);
    if (value.isJsonNull()) {
      // A schema without a type is one of any value, null included.
      boolean typed = schema.has("type") || schema.has("oneOf");
      if (typed && !Json.truth(reference, "nullable") && !Json.truth(schema, "nullable")) {
        wrong(field, "The field is required.");
      }
    } else if (schema.has("oneOf")) {
      oneOf(schema, value, field);
    } else if (schema.has("type")) {
      if (!fits(Json.text(schema, "type"), value)) {
        wrong(field, "The JSON value could not be converted.");
      } else if (value instanceof JsonObject object) {
        object(schema, object, field);
      } else if (value instanceof JsonArray array) {
        for (int i = 0; i < array.size(); i++) {
          check(schema.getAsJsonObject("items"), array.get(i), field + "[" + i + "]");
        }
      } else {
        primitive(schema, value.getAsJsonPrimitive(), field);
      }
    }
  }

  private static boolean fits(String type, JsonElement value) {
    return switch (type) {
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "boolean" -> value instanceof JsonPrimitive primitive && primitive.isBoolean();
      case "string" -> value instanceof JsonPrimitive primitive && primitive.isString();
      case "integer" -> isWhole(value);
      default -> value instanceof JsonPrimitive primitive && primitive.isNumber();
    };
  }

  /** Whether a number was written without a fraction or an exponent. */
  static boolean isWhole(JsonElement value) {
    return value instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && WHOLE.matcher(primitive.getAsString()).matches();
  }

  private void oneOf(JsonObject schema, JsonElement value, String field) {
    boolean found =
        Json.objects(schema, "oneOf").stream()
            .anyMatch(alternative -> problems(document, alternative, value, field).isEmpty());
    if (!found) {
      wrong(field, "The JSON value could not be converted.");
    }
  }

  private void object(JsonObject schema, JsonObject object, String field) {
    for (JsonElement required : Json.elements(schema, "required")) {
      if (!object.has(required.getAsString())) {
        wrong(field(field, required.getAsString()), "The field is required.");
      }
    }
    if (schema.get("additionalProperties") instanceof JsonObject entries) {
      object.asMap().forEach((name, value) -> check(entries, value, field(field, name)));
    }
    document
        .properties(schema)
        .asMap()
        .forEach(
            (name, property) -> {
              if (object.has(name)) {
                check(property.getAsJsonObject(), object.get(name), field(field, name));
              }
            });
  }

  private void primitive(JsonObject schema, JsonPrimitive value, String field) {
    String text = value.getAsString();
    if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
      wrong(field, "The value '" + text + "' is not known.");
    }
    if (value.isString()) {
      int length = text.codePointCount(0, text.length());
      if (schema.has("minLength") && length < Json.number(schema, "minLength")) {
        wrong(field, "The field needs at least " + schema.get("minLength") + " characters.");
      }
      if (schema.has("maxLength") && length > Json.number(schema, "maxLength")) {
        wrong(field, "The field takes at most " + schema.get("maxLength") + " characters.");
      }
      if (schema.has("pattern")
          && !Pattern.compile(Json.text(schema, "pattern")).matcher(text).find()) {
        wrong(field, "The field has to match " + schema.get("pattern") + ".");
      }
    } else if (value.isNumber()) {
      double number = Double.parseDouble(text);
      boolean low = schema.has("minimum") && number < schema.get("minimum").getAsDouble();
      boolean high = schema.has("maximum") && number > schema.get("maximum").getAsDouble();
      if (low || high) {
        wrong(field, "The field is out of range.");
      }
    }
    if (schema.has("format") && !formatted(Json.text(schema, "format"), text)) {
      wrong(field, "The value '" + text + "' is not valid.");
    }
  }

  private static boolean formatted(String format, String text) {
    try {
      return switch (format) {
        case "uuid" -> UUID.matcher(text).matches();
        case "date-time" -> OffsetDateTime.parse(text).isSupported(ChronoUnit.DAYS);
        case "int32" -> Integer.toString(Integer.parseInt(text)).length() > 0;
        case "int64" -> Long.toString(Long.parseLong(text)).length() > 0;
        case "double" -> Double.isFinite(Double.parseDouble(text));
        default -> true;
      };
    } catch (DateTimeParseException | NumberFormatException e) {
      return false;
    }
  }

  private void wrong(String field, String message) {
    problems.computeIfAbsent(field, absent -> new ArrayList<>()).add(message);
  }

  /** As the service writes names of fields: RolloutRules[0].ComparisonValue. */
  private static String field(String parent, String name) {
    String own = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return parent.isEmpty() ? own : parent + "." + own;
  }
}
