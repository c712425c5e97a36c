package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads and writes RFC 3339 timestamps with up to nine fraction digits; without an offset, UTC. */
public final class OffsetDateTimeAdapter extends TypeAdapter<OffsetDateTime> {
  public static final OffsetDateTimeAdapter INSTANCE = new OffsetDateTimeAdapter();

  private OffsetDateTimeAdapter() {}

  @Override
  public @Nullable OffsetDateTime read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    String text = in.nextString();
    try {
      return Timestamps.parse(text);
    } catch (DateTimeParseException e) {
      throw new JsonSyntaxException(
          "Not a date-time: '" + text + "'; at path " + in.getPreviousPath(), e);
    }
  }

  @Override
  public void write(JsonWriter out, @Nullable OffsetDateTime value) throws IOException {
    out.value(value == null ? null : Timestamps.format(value));
  }
}
