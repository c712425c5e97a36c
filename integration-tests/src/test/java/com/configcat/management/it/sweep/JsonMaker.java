package com.configcat.management.it.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes JSON that a schema allows, by seeded chance. */
public final class JsonMaker {
  private static final int DEEPEST = 8;

  /** How often a schema may be within itself, so that what refers to itself comes to an end. */
  private static final int REPEATED = 2;

  private final OpenApi document;
  private final Random random;
  private final Style style;
  private final TextMaker texts;
  private final NumberMaker numbers;

  /** The schemas that are being made just now, by name. */
  private final Deque<String> within = new ArrayDeque<>();

  /** How much of what is allowed is used. */
  public enum Style {
    /** What is required. */
    MINIMAL,
    /** Everything there is. */
    FULL,
    /** Anything a service could answer with: nulls, unknown properties, extremes. */
    WILD
  }

  public JsonMaker(OpenApi document, Random random, Style style) {
    this.document = document;
    this.random = random;
    this.style = style;
    this.texts = new TextMaker(random);
    this.numbers = new NumberMaker(random);
  }

  public JsonElement make(JsonObject schema) {
    if (style == Style.WILD && isTrue(schema, "nullable") && random.nextInt(3) == 0) {
      return JsonNull.INSTANCE;
    }
    if (schema.has("allOf")) {
      return make(schema.getAsJsonArray("allOf").get(0).getAsJsonObject());
    }
    if (!schema.has("$ref")) {
      return value(schema);
    }
    String name = OpenApi.refName(schema);
    if (name.equals("JsonPatchOperation")) {
      return patch();
    }
    within.push(name);
    JsonElement made = value(document.resolve(schema));
    within.pop();
    return made;
  }

  private JsonElement value(JsonObject schema) {
    if (schema.has("enum")) {
      JsonArray values = schema.getAsJsonArray("enum");
      return values.get(random.nextInt(values.size()));
    }
    if (schema.has("oneOf")) {
      JsonArray parts = schema.getAsJsonArray("oneOf");
      return make(parts.get(random.nextInt(parts.size())).getAsJsonObject());
    }
    boolean wild = style == Style.WILD;
    boolean isLong = schema.has("format") && schema.get("format").getAsString().equals("int64");
    return switch (schema.has("type") ? schema.get("type").getAsString() : "any") {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> new JsonPrimitive(wild ? texts.wild(schema) : texts.text(schema));
      case "boolean" -> new JsonPrimitive(random.nextBoolean());
      case "integer" ->
          new JsonPrimitive(wild ? numbers.wildInteger(isLong) : numbers.integer(schema));
      case "number" -> new JsonPrimitive(wild ? numbers.wildDecimal() : numbers.decimal(schema));
      default -> new JsonPrimitive("any" + random.nextInt(100));
    };
  }

  private JsonObject object(JsonObject schema) {
    JsonObject made = new JsonObject();
    Set<String> required = new HashSet<>();
    if (schema.has("required")) {
      schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
    }
    if (schema.has("properties")) {
      for (Map.Entry<String, JsonElement> property :
          schema.getAsJsonObject("properties").entrySet()) {
        JsonObject type = property.getValue().getAsJsonObject();
        if (required.contains(property.getKey()) || isWanted(type)) {
          made.add(property.getKey(), make(type));
        }
      }
      if (style == Style.WILD && random.nextInt(3) == 0) {
        made.addProperty("ofTomorrow" + random.nextInt(9), random.nextInt());
      }
    }
    if (schema.has("additionalProperties") && schema.get("additionalProperties").isJsonObject()) {
      for (int i = 0; i < size(schema, "minProperties", "maxProperties"); i++) {
        made.add("key" + i, make(schema.getAsJsonObject("additionalProperties")));
      }
    }
    return made;
  }

  private boolean isWanted(JsonObject property) {
    return within.size() < DEEPEST
        && !leadsBack(property)
        && (style == Style.FULL || (style == Style.WILD && random.nextInt(4) > 0));
  }

  /** Says whether a property is, or holds, what it is itself within often enough. */
  private boolean leadsBack(JsonObject schema) {
    for (String part : List.of("items", "additionalProperties")) {
      if (schema.has(part) && schema.get(part).isJsonObject()) {
        return leadsBack(schema.getAsJsonObject(part));
      }
    }
    JsonObject named =
        schema.has("allOf") ? schema.getAsJsonArray("allOf").get(0).getAsJsonObject() : schema;
    return named.has("$ref") && Collections.frequency(within, OpenApi.refName(named)) >= REPEATED;
  }

  private JsonArray array(JsonObject schema) {
    JsonArray made = new JsonArray();
    for (int i = 0; i < size(schema, "minItems", "maxItems"); i++) {
      made.add(make(schema.getAsJsonObject("items")));
    }
    return made;
  }

  private int size(JsonObject schema, String least, String most) {
    int min = schema.has(least) ? schema.get(least).getAsInt() : 0;
    int max = schema.has(most) ? schema.get(most).getAsInt() : Integer.MAX_VALUE;
    int usual =
        switch (style) {
          case MINIMAL -> schema.has(least) ? min : 1;
          case FULL -> 1 + random.nextInt(2);
          case WILD -> random.nextInt(3);
        };
    return Math.max(min, Math.min(max, within.size() < DEEPEST ? usual : 0));
  }

  private JsonObject patch() {
    JsonObject made = new JsonObject();
    String op = List.of("add", "replace", "test", "remove", "move", "copy").get(random.nextInt(6));
    made.addProperty("op", op);
    made.addProperty("path", "/member" + random.nextInt(10));
    if (op.equals("move") || op.equals("copy")) {
      made.addProperty("from", "/member" + random.nextInt(10));
    } else if (!op.equals("remove")) {
      made.add(
          "value",
          List.of(
                  JsonNull.INSTANCE,
                  new JsonPrimitive(true),
                  new JsonPrimitive("x"),
                  new JsonPrimitive(1.5))
              .get(random.nextInt(4)));
    }
    return made;
  }

  private static boolean isTrue(JsonObject schema, String name) {
    return schema.has(name) && schema.get(name).getAsBoolean();
  }
}
