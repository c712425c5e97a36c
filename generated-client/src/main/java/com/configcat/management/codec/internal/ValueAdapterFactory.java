package com.configcat.management.codec.internal;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives Gson the adapters of values outside of models: a list of models, a value in a patch. */
public final class ValueAdapterFactory implements TypeAdapterFactory {
  @Override
  @SuppressWarnings("unchecked") // The type was checked.
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    return (TypeAdapter<T>) adapter(gson, type);
  }

  private @Nullable TypeAdapter<?> adapter(Gson gson, TypeToken<?> type) {
    Class<?> raw = type.getRawType();
    if (raw == String.class) {
      return StringAdapter.INSTANCE;
    }
    if (raw == Boolean.class) {
      return BooleanAdapter.INSTANCE;
    }
    if (raw == UUID.class) {
      return UUIDAdapter.INSTANCE;
    }
    if (raw == OffsetDateTime.class) {
      return OffsetDateTimeAdapter.INSTANCE;
    }
    if (raw == List.class && type.getType() instanceof ParameterizedType list) {
      return ListAdapter.of(gson.getAdapter(TypeToken.get(list.getActualTypeArguments()[0])));
    }
    if (!Map.class.isAssignableFrom(raw)) {
      return null;
    }
    if (raw == Map.class && type.getType() instanceof ParameterizedType map) {
      Type[] arguments = map.getActualTypeArguments();
      if (arguments[0] == String.class && arguments[1] != Object.class) {
        return MapAdapter.of(gson.getAdapter(TypeToken.get(arguments[1])));
      }
    }
    return new AnyMapAdapter<>(gson.getDelegateAdapter(this, type));
  }

  /** Checks the names in a map when it is written. */
  private static final class AnyMapAdapter<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> delegate;

    AnyMapAdapter(TypeAdapter<T> delegate) {
      this.delegate = delegate;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      return delegate.read(in);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (value instanceof Map<?, ?> map) {
        for (Object name : map.keySet()) {
          String unused = SurrogatePairs.check(String.valueOf(name), "A name");
        }
      }
      delegate.write(out, value);
    }
  }
}
