package com.configcat.management.it.sweep;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes texts of the format, the length and the pattern that a schema wants. */
final class TextMaker {
  private static final String SAFE =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  private static final List<String> ODD =
      List.of("", " ", "é", "漢字", "😀", "\"\\/", "\u0000\u2028", "<b>&'", "null");
  private static final int TRIES = 500;
  private final Random random;

  TextMaker(Random random) {
    this.random = random;
  }

  String text(JsonObject schema) {
    return switch (format(schema)) {
      case "uuid" -> uuid();
      case "date-time" ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              OffsetDateTime.ofInstant(
                  Instant.ofEpochSecond(
                      1_700_000_000L + random.nextInt(100_000_000),
                      1_000_000L * random.nextInt(1000)),
                  ZoneOffset.UTC));
      default -> plain(schema);
    };
  }

  private String plain(JsonObject schema) {
    int min = schema.has("minLength") ? schema.get("minLength").getAsInt() : 1;
    int max = schema.has("maxLength") ? schema.get("maxLength").getAsInt() : Math.max(12, min);
    if (schema.has("pattern")) {
      RgxGen generator = new RgxGen(schema.get("pattern").getAsString());
      return Stream.generate(() -> generator.generate(random))
          .limit(TRIES)
          .filter(text -> text.length() >= min && text.length() <= max)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException("no text found that is what " + schema + " wants"));
    }
    int length = min + random.nextInt(Math.min(12, max - min + 1));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(SAFE.charAt(random.nextInt(SAFE.length())));
    }
    return text.toString();
  }

  /** Any that a service could answer with: odd signs, times of any year and precision. */
  String wild(JsonObject schema) {
    return switch (format(schema)) {
      case "uuid" -> uuid();
      case "date-time" -> wildDateTime();
      default -> ODD.get(random.nextInt(ODD.size())) + random.nextInt(100);
    };
  }

  private String wildDateTime() {
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

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static String format(JsonObject schema) {
    return schema.has("format") ? schema.get("format").getAsString() : "";
  }
}
