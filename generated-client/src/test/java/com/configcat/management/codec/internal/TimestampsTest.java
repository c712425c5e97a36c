package com.configcat.management.codec.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  private static final int TEXTS = 50_000;
  private static final DateTimeFormatter FORMATTER =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private static final List<String> FRACTIONS =
      List.of("", ".", ".1", ".12", ".123", ".0001", ".123456", ".123456789", ".1234567890", ",5");
  private static final List<String> OFFSETS =
      List.of(
          "Z",
          "z",
          "",
          "+00:00",
          "-00:00",
          "+01:00",
          "-05:30",
          "+18:00",
          "+18:01",
          "+0000",
          "+00",
          "+00:00:00",
          " ",
          "ZZ",
          "[UTC]");

  private static String formatted(String text) {
    try {
      TemporalAccessor parsed =
          FORMATTER.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime time
          ? time.toString()
          : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC).toString();
    } catch (DateTimeException e) {
      return e.toString();
    }
  }

  private static String parsed(String text) {
    try {
      return Timestamps.parse(text).toString();
    } catch (DateTimeException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-08-14T09:30:00Z",
        "2026-08-14T09:30:00.123Z",
        "2024-02-29T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2000-02-29T23:59:59.999999999Z",
        "0000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+12026-08-14T09:30:00Z",
        "9999-12-31T23:59:59Z",
        "2026-04-31T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-13-10T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T23:60:00Z",
        "2026-06-30T23:59:60Z",
        "2026-01-01T00:00Z",
        "2026-01-01T00:00+00:00",
        "2026-01-01t00:00:00z",
        "2026-01-01 00:00:00Z",
        "2026-01-01",
        "٢٠٢٦-01-01T00:00:00Z",
        "2026-01-01T00:00:00.１Z",
        "Z",
        "+00:00",
        ""
      })
  void parsesAsTheFormatterDoes(String text) {
    assertThat(parsed(text)).isEqualTo(formatted(text));
  }

  @Test
  void parsesTextsOfManyFormsAsTheFormatterDoes() {
    long seed = Long.getLong("timestamps.seed", 42);
    Random random = new Random(seed);
    int times = 0;
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text =
          new StringBuilder(
              "%04d-%02d-%02dT%02d:%02d:%02d"
                  .formatted(
                      random.nextInt(10_100),
                      random.nextInt(14),
                      random.nextInt(33),
                      random.nextInt(25),
                      random.nextInt(61),
                      random.nextInt(61)));
      text.append(FRACTIONS.get(random.nextInt(FRACTIONS.size())));
      text.append(OFFSETS.get(random.nextInt(OFFSETS.size())));
      if (random.nextInt(5) == 0) {
        text.setCharAt(random.nextInt(text.length()), "-:.+ZT0x ".charAt(random.nextInt(9)));
      }
      if (random.nextInt(20) == 0) {
        text.setLength(random.nextInt(text.length()));
      }

      String expected = formatted(text.toString());

      assertThat(parsed(text.toString())).as("%s of seed %d", text, seed).isEqualTo(expected);
      times += expected.startsWith("java.") ? 0 : 1;
    }
    assertThat(times).as("texts that are timestamps").isBetween(TEXTS / 10, TEXTS * 9 / 10);
  }
}
