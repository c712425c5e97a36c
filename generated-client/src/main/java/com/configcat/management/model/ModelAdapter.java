package com.configcat.management.model;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the models of a class. One adapter class serves all models: a class for each
 * would make the jar a third larger.
 */
final class ModelAdapter<T> extends TypeAdapter<T> {
  private final int number;

  /**
   * @param number the number of the model in {@link ModelAdapters}
   */
  ModelAdapter(int number) {
    this.number = number;
  }

  @Override
  @SuppressWarnings("unchecked") // The number is that of the type.
  public @Nullable T read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    Object model;
    try {
      in.beginObject();
      model = ModelAdapters.readMembers(number, in);
    } catch (IllegalStateException e) {
      throw new JsonSyntaxException(e);
    }
    in.endObject();
    return (T) model;
  }

  @Override
  public void write(JsonWriter out, @Nullable T model) throws IOException {
    if (model == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    ModelAdapters.writeMembers(number, model, out);
    out.endObject();
  }
}
