package com.configcat.management.codec;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** Reads and writes booleans; Gson alone also takes any text for one, and most texts for false. */
final class BooleanAdapter extends TypeAdapter<Boolean> {
  @Override
  public Boolean read(JsonReader in) throws IOException {
    if (in.peek() != JsonToken.BOOLEAN) {
      throw new JsonSyntaxException(
          "Expected a boolean but was " + in.peek() + " at path " + in.getPath());
    }
    return in.nextBoolean();
  }

  @Override
  public void write(JsonWriter out, Boolean value) throws IOException {
    out.value(value);
  }
}
