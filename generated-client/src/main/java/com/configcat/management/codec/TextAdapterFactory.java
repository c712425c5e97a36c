package com.configcat.management.codec;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks texts, and the keys of maps, when they are written. */
final class TextAdapterFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    boolean isText = type.getRawType() == String.class;
    return isText || Map.class.isAssignableFrom(type.getRawType())
        ? new Checked<>(gson.getDelegateAdapter(this, type))
        : null;
  }

  private static final class Checked<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> adapter;

    Checked(TypeAdapter<T> adapter) {
      this.adapter = adapter;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      return adapter.read(in);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (value instanceof Map<?, ?> map) {
        map.keySet().forEach(key -> SurrogatePairs.check(String.valueOf(key), "A name"));
      } else if (value instanceof String text) {
        String unused = SurrogatePairs.check(text, "A text");
      }
      adapter.write(out, value);
    }
  }
}
