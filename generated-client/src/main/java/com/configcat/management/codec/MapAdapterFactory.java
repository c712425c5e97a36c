package com.configcat.management.codec;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out null values when a map is read, as null members of models count as absent: the
 * contract has no map of nullable values.
 */
final class MapAdapterFactory implements TypeAdapterFactory {
  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (type.getRawType() != Map.class
        || !(type.getType() instanceof ParameterizedType parameterized)
        || parameterized.getActualTypeArguments()[1] == Object.class) {
      return null;
    }
    return new Adapter<>(gson.getDelegateAdapter(this, type));
  }

  private static final class Adapter<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> delegate;

    Adapter(TypeAdapter<T> delegate) {
      this.delegate = delegate;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      T value = delegate.read(in);
      if (value instanceof Map<?, ?> map) {
        map.values().removeIf(Objects::isNull);
      }
      return value;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      delegate.write(out, value);
    }
  }
}
