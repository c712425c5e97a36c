package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes whole numbers of 32 bits. */
public final class IntegerAdapter extends TypeAdapter<Integer> {
  public static final IntegerAdapter INSTANCE = new IntegerAdapter();

  private IntegerAdapter() {}

  @Override
  public @Nullable Integer read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    try {
      return in.nextInt();
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException(e);
    }
  }

  @Override
  public void write(JsonWriter out, @Nullable Integer value) throws IOException {
    if (value == null) {
      out.nullValue();
    } else {
      out.value(value.longValue());
    }
  }
}
