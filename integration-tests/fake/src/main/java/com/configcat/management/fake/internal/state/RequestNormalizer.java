package com.configcat.management.fake.internal.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads as leniently as the service: drops unknown members, and brings comparators and whole
 * numbers into the form that the document asks for. What is wrong stays as it is.
 */
public final class RequestNormalizer {
  /** How unknown members start that are kept, as if the service knew them already. */
  public static final String FUTURE = "fromTheFuture";

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  private final Document document;
  private final boolean numbersAsText;

  private RequestNormalizer(Document document, boolean numbersAsText) {
    this.document = document;
    this.numbersAsText = numbersAsText;
  }

  /** Normalizes the body of a request. */
  public static JsonElement body(Document document, JsonObject schema, JsonElement body) {
    return new RequestNormalizer(document, false).normal(schema, "", body);
  }

  /**
   * Normalizes the values of JSON Patch operations, where text can stand for an integer.
   *
   * @param schema of what is patched
   */
  static JsonArray patch(Document document, JsonObject schema, JsonArray operations) {
    RequestNormalizer normalizer = new RequestNormalizer(document, true);
    JsonArray normal = operations.deepCopy();
    for (JsonElement element : normal) {
      JsonObject operation = element.getAsJsonObject();
      JsonPointer path = JsonPointer.parse(Json.text(operation, "path"));
      JsonObject target = normalizer.at(schema, path);
      if (operation.has("value") && target != null) {
        String name = path.isWhole() ? "" : path.last();
        operation.add("value", normalizer.normal(target, name, operation.get("value")));
      }
    }
    return normal;
  }

  private @Nullable JsonObject at(JsonObject schema, JsonPointer path) {
    JsonObject part = schema;
    for (String step : path.steps()) {
      JsonObject parent = document.resolve(part);
      part =
          parent.has("items")
              ? parent.getAsJsonObject("items")
              : document.properties(parent).getAsJsonObject(step);
      if (part == null) {
        return null;
      }
    }
    return part;
  }

  private JsonElement normal(JsonObject reference, String name, JsonElement value) {
    JsonObject schema = document.resolve(reference);
    if (value instanceof JsonArray array && schema.has("items")) {
      JsonObject items = schema.getAsJsonObject("items");
      return Json.array(array.asList().stream().map(each -> normal(items, name, each)));
    }
    if (value instanceof JsonObject object && schema.has("properties")) {
      return object(schema, object);
    }
    return value instanceof JsonPrimitive primitive ? primitive(schema, name, primitive) : value;
  }

  private JsonObject object(JsonObject schema, JsonObject object) {
    JsonObject properties = document.properties(schema);
    JsonObject normal = new JsonObject();
    object
        .asMap()
        .forEach(
            (name, value) -> {
              if (properties.has(name)) {
                normal.add(name, normal(properties.getAsJsonObject(name), name, value));
              } else if (schema.has("additionalProperties") || name.startsWith(FUTURE)) {
                normal.add(name, value);
              }
            });
    return normal;
  }

  private JsonPrimitive primitive(JsonObject schema, String name, JsonPrimitive value) {
    if (schema.has("enum") && (name.equals("comparator") || name.equals("segmentComparator"))) {
      return comparator(schema, value);
    }
    if (value.isNumber() && (name.equals("intValue") || schema.has("oneOf"))) {
      return withoutFraction(value);
    }
    if (numbersAsText
        && value.isString()
        && "integer".equals(Json.textOrNull(schema, "type"))
        && WHOLE.matcher(value.getAsString()).matches()) {
      return new JsonPrimitive(Long.parseLong(value.getAsString()));
    }
    return value;
  }

  private static JsonPrimitive comparator(JsonObject schema, JsonPrimitive value) {
    return Json.elements(schema, "enum").stream()
        .map(JsonElement::getAsJsonPrimitive)
        .filter(known -> known.getAsString().equalsIgnoreCase(value.getAsString()))
        .findFirst()
        .orElse(value);
  }

  /** 10 for 10.0; anything that is not whole, or beyond Int32, as it is. */
  private static JsonPrimitive withoutFraction(JsonPrimitive value) {
    try {
      return new JsonPrimitive(value.getAsBigDecimal().intValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      return value;
    }
  }
}
