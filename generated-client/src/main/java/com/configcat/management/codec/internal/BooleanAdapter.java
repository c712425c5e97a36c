package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes booleans; Gson alone also takes any text for one, and most texts for false. */
public final class BooleanAdapter extends TypeAdapter<Boolean> {
  public static final BooleanAdapter INSTANCE = new BooleanAdapter();

  private BooleanAdapter() {}

  @Override
  public @Nullable Boolean read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    if (token == JsonToken.BOOLEAN) {
      return in.nextBoolean();
    }
    if (token == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    throw new JsonSyntaxException(
        "Expected a boolean but was " + token + " at path " + in.getPath());
  }

  @Override
  public void write(JsonWriter out, @Nullable Boolean value) throws IOException {
    out.value(value);
  }
}
