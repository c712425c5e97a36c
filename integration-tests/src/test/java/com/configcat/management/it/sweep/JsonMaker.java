package com.configcat.management.it.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes JSON that a schema allows, by seeded chance. */
final class JsonMaker {
  private static final String SAFE =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  private static final List<String> ODD =
      List.of("", " ", "é", "漢字", "😀", "\"\\/", "\u0000\u2028", "<b>&'", "null");
  private static final int DEEPEST = 8;
  private final OpenApi document;
  private final Random random;
  private final Style style;

  /** How much of what is allowed is used. */
  enum Style {
    /** What is required. */
    MINIMAL,
    /** Everything there is. */
    FULL,
    /** Anything a service could answer with: nulls, unknown properties, extremes. */
    WILD
  }

  JsonMaker(OpenApi document, Random random, Style style) {
    this.document = document;
    this.random = random;
    this.style = style;
  }

  JsonElement make(JsonObject schema) {
    return make(schema, 0);
  }

  private JsonElement make(JsonObject schema, int depth) {
    if (schema.has("$ref") && OpenApi.refName(schema).equals("JsonPatchOperation")) {
      return patch();
    }
    if (style == Style.WILD && isTrue(schema, "nullable") && random.nextInt(3) == 0) {
      return JsonNull.INSTANCE;
    }
    JsonObject resolved = document.resolve(schema);
    if (resolved.has("enum")) {
      JsonArray values = resolved.getAsJsonArray("enum");
      return values.get(random.nextInt(values.size()));
    }
    if (resolved.has("oneOf")) {
      JsonArray parts = resolved.getAsJsonArray("oneOf");
      return make(parts.get(random.nextInt(parts.size())).getAsJsonObject(), depth);
    }
    return switch (resolved.has("type") ? resolved.get("type").getAsString() : "any") {
      case "object" -> object(resolved, depth);
      case "array" -> array(resolved, depth);
      case "string" -> new JsonPrimitive(string(resolved));
      case "boolean" -> new JsonPrimitive(random.nextBoolean());
      case "integer" -> new JsonPrimitive(integer(resolved));
      case "number" -> new JsonPrimitive(number());
      default -> new JsonPrimitive("any" + random.nextInt(100));
    };
  }

  private JsonObject object(JsonObject schema, int depth) {
    JsonObject made = new JsonObject();
    Set<String> required = new HashSet<>();
    if (schema.has("required")) {
      schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
    }
    if (schema.has("properties")) {
      for (Map.Entry<String, JsonElement> property :
          schema.getAsJsonObject("properties").entrySet()) {
        if (required.contains(property.getKey()) || isWanted(depth)) {
          made.add(property.getKey(), make(property.getValue().getAsJsonObject(), depth + 1));
        }
      }
      if (style == Style.WILD && random.nextInt(3) == 0) {
        made.addProperty("ofTomorrow" + random.nextInt(9), random.nextInt());
      }
    }
    if (schema.has("additionalProperties") && schema.get("additionalProperties").isJsonObject()) {
      for (int i = 0; i < 2; i++) {
        made.add("key" + i, make(schema.getAsJsonObject("additionalProperties"), depth + 1));
      }
    }
    return made;
  }

  private boolean isWanted(int depth) {
    return depth < DEEPEST
        && (style == Style.FULL || (style == Style.WILD && random.nextInt(4) > 0));
  }

  private JsonArray array(JsonObject schema, int depth) {
    int size =
        switch (style) {
          case MINIMAL -> schema.has("minItems") ? schema.get("minItems").getAsInt() : 1;
          case FULL -> 1 + random.nextInt(2);
          case WILD -> random.nextInt(3);
        };
    JsonArray made = new JsonArray();
    for (int i = 0; i < (depth < DEEPEST ? size : 0); i++) {
      made.add(make(schema.getAsJsonObject("items"), depth + 1));
    }
    return made;
  }

  private String string(JsonObject schema) {
    String format = schema.has("format") ? schema.get("format").getAsString() : "";
    return switch (format) {
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "date-time" -> dateTime();
      case "date" -> dateTime().substring(0, 10);
      case "uri" -> "https://example.com/" + random.nextInt(100);
      default -> text(schema);
    };
  }

  private String dateTime() {
    if (style != Style.WILD) {
      OffsetDateTime time =
          Instant.ofEpochSecond(
                  1_700_000_000L + random.nextInt(100_000_000), 1_000_000L * random.nextInt(1000))
              .atOffset(ZoneOffset.UTC);
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    int digits = random.nextInt(8);
    String fraction = digits == 0 ? "" : "." + "123456789".substring(0, digits);
    String offset = List.of("Z", "+02:00", "-05:30", "+00:00").get(random.nextInt(4));
    return "%04d-%02d-%02dT%02d:%02d:%02d%s%s"
        .formatted(
            List.of(1, 1890, 1970, 2026, 9999).get(random.nextInt(5)),
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            fraction,
            offset);
  }

  private String text(JsonObject schema) {
    int min = schema.has("minLength") ? schema.get("minLength").getAsInt() : 0;
    int max = schema.has("maxLength") ? schema.get("maxLength").getAsInt() : 12;
    if (style == Style.WILD) {
      return ODD.get(random.nextInt(ODD.size())) + random.nextInt(100);
    }
    int length = Math.max(min, Math.min(max, 1 + random.nextInt(12)));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(SAFE.charAt(random.nextInt(SAFE.length())));
    }
    return text.toString();
  }

  private Number integer(JsonObject schema) {
    boolean isLong = schema.has("format") && schema.get("format").getAsString().equals("int64");
    if (style == Style.WILD) {
      List<Long> extremes =
          isLong
              ? List.of(0L, -1L, 1L << 53, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE)
              : List.of(0L, -1L, (long) Integer.MAX_VALUE, (long) Integer.MIN_VALUE);
      return extremes.get(random.nextInt(extremes.size()));
    }
    long min = schema.has("minimum") ? schema.get("minimum").getAsLong() : 1;
    long max = schema.has("maximum") ? schema.get("maximum").getAsLong() : 1_000_000;
    return min + random.nextInt((int) Math.min(max - min + 1, 1_000_000));
  }

  private Number number() {
    if (style == Style.WILD) {
      return List.of(0.0, -0.5, 1e300, Double.MIN_VALUE, 0.1 + 0.2, -1e-7, 9007199254740992.0)
          .get(random.nextInt(7));
    }
    return BigDecimal.valueOf(random.nextInt(100_000), 2);
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
