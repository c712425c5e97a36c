package com.configcat.management.codec.internal;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON of any type. */
public final class JsonElementAdapter extends TypeAdapter<JsonElement> {
  public static final JsonElementAdapter INSTANCE = new JsonElementAdapter();

  private final TypeAdapter<JsonElement> elements = new Gson().getAdapter(JsonElement.class);

  private JsonElementAdapter() {}

  @Override
  public JsonElement read(JsonReader in) throws IOException {
    return elements.read(in);
  }

  @Override
  public void write(JsonWriter out, @Nullable JsonElement value) throws IOException {
    elements.write(out, value);
  }
}
