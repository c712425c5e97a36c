package com.configcat.management.codec;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Reads and writes RFC 3339 timestamps with up to nine fraction digits; without an offset, UTC. */
final class OffsetDateTimeAdapter extends TypeAdapter<OffsetDateTime> {
  private static final DateTimeFormatter LENIENT =
      new java.time.format.DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(java.util.Locale.ROOT);

  @Override
  public OffsetDateTime read(JsonReader in) throws IOException {
    String text = in.nextString();
    try {
      TemporalAccessor parsed = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime time
          ? time
          : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new JsonSyntaxException(
          "Not a date-time: '" + text + "'; at path " + in.getPreviousPath(), e);
    }
  }

  @Override
  public void write(JsonWriter out, OffsetDateTime value) throws IOException {
    out.value(WireFormat.format(value));
  }
}
