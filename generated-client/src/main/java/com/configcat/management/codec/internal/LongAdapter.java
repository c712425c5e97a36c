package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes whole numbers of 64 bits. */
public final class LongAdapter extends TypeAdapter<Long> {
  public static final LongAdapter INSTANCE = new LongAdapter();

  private LongAdapter() {}

  @Override
  public @Nullable Long read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    try {
      return in.nextLong();
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException(e);
    }
  }

  @Override
  public void write(JsonWriter out, @Nullable Long value) throws IOException {
    if (value == null) {
      out.nullValue();
    } else {
      out.value((long) value);
    }
  }
}
