package com.configcat.management.codec.internal;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes texts. Numbers and booleans are read as texts, too. */
public final class StringAdapter extends TypeAdapter<String> {
  public static final StringAdapter INSTANCE = new StringAdapter();

  private StringAdapter() {}

  @Override
  public @Nullable String read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.STRING) {
      return in.nextString();
    }
    if (token == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return token == JsonToken.BOOLEAN ? Boolean.toString(in.nextBoolean()) : in.nextString();
  }

  @Override
  public void write(JsonWriter out, @Nullable String value) throws IOException {
    out.value(value == null ? null : SurrogatePairs.check(value, "A text"));
  }
}
