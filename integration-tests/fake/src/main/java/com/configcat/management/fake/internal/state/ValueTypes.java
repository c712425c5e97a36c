package com.configcat.management.fake.internal.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows which values a Setting of a type takes. */
public final class ValueTypes {
  private static final Map<String, String> MEMBERS =
      Map.of(
          "boolean",
          "boolValue",
          "string",
          "stringValue",
          "int",
          "intValue",
          "double",
          "doubleValue");

  private ValueTypes() {}

  private static String type(JsonObject setting) {
    return Json.text(setting, "settingType");
  }

  /** The member of a V2 value that a Setting fills. */
  static String member(JsonObject setting) {
    return MEMBERS.getOrDefault(type(setting), "");
  }

  /** What a Setting serves if nobody said anything. */
  static JsonElement zero(JsonObject setting) {
    return switch (type(setting)) {
      case "boolean" -> new JsonPrimitive(false);
      case "string" -> new JsonPrimitive("");
      default -> new JsonPrimitive(0);
    };
  }

  /**
   * Checks a value in the V1 format.
   *
   * @throws Refusal if the Setting does not take it
   */
  public static void check(JsonObject setting, JsonElement value, String field) {
    boolean fits =
        value instanceof JsonPrimitive primitive
            && switch (type(setting)) {
              case "boolean" -> primitive.isBoolean();
              case "string" ->
                  primitive.isString()
                      && !primitive.getAsString().isEmpty()
                      && primitive.getAsString().length() <= ServiceLimits.STRING_VALUE;
              case "int" -> isInt32(primitive);
              default -> primitive.isNumber();
            };
    if (!fits) {
      throw Refusal.field(
          field, "The value " + value + " does not fit the setting type " + type(setting) + ".");
    }
    if (Json.truth(setting, "isJson") && !Json.isJson(value.getAsString())) {
      throw Refusal.field(field, "The value is not JSON.");
    }
  }

  /** Whether a number is whole and fits into 32 bits, however it is written. */
  private static boolean isInt32(JsonPrimitive value) {
    try {
      return value.isNumber() && value.getAsBigDecimal().intValueExact() == value.getAsInt();
    } catch (ArithmeticException | NumberFormatException e) {
      return false;
    }
  }

  /**
   * Checks a value in the V2 format: just the member of the type.
   *
   * @throws Refusal if the Setting does not take it
   */
  static void checkModel(JsonObject setting, JsonObject model, String field) {
    String member = member(setting);
    for (String other : MEMBERS.values()) {
      if (!other.equals(member) && Json.has(model, other)) {
        throw Refusal.field(
            field, "The " + other + " does not fit the setting type " + type(setting) + ".");
      }
    }
    if (!Json.has(model, member)) {
      throw Refusal.field(field, "The setting type " + type(setting) + " needs a " + member + ".");
    }
    check(setting, model.get(member), field);
  }

  /**
   * Checks what a Setting serves: a predefined variation if it has some, else a value.
   *
   * @throws Refusal if the Setting does not take it
   */
  public static void checkServed(JsonObject setting, JsonObject model, String field) {
    List<JsonObject> variations = Json.objects(setting, "predefinedVariations");
    String variation = Json.textOrNull(model, "predefinedVariationId");
    if (variations.isEmpty() && variation == null) {
      checkModel(setting, model, field);
      return;
    }
    if (variation == null
        || MEMBERS.values().stream().anyMatch(member -> Json.has(model, member))) {
      throw Refusal.field(field, "Variation could not be found.");
    }
    if (variations.stream()
        .noneMatch(each -> Json.text(each, "predefinedVariationId").equals(variation))) {
      throw Refusal.field("PredefinedVariationId", "Could not find Variation.");
    }
  }

  /** A value as V2 serves it. */
  static JsonObject model(JsonObject setting, JsonElement value) {
    JsonObject model = variation(null);
    model.add(member(setting), value);
    return model;
  }

  /** A variation as V2 serves it, or no value at all. */
  static JsonObject variation(@Nullable String id) {
    return Json.object(
        "boolValue", null,
        "stringValue", null,
        "intValue", null,
        "doubleValue", null,
        "predefinedVariationId", id);
  }

  /** The value of a variation: all four members. */
  static JsonObject plain(JsonObject given) {
    JsonObject plain = variation(null);
    plain.remove("predefinedVariationId");
    MEMBERS.values().forEach(name -> plain.add(name, Json.of(given.get(name))));
    return plain;
  }
}
