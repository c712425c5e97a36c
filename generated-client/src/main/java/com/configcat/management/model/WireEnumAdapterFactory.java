package com.configcat.management.model;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@link WireEnum} values. Unknown values are read as the constant for unknown
 * values; writing that constant throws an {@link IllegalArgumentException}.
 */
public final class WireEnumAdapterFactory implements TypeAdapterFactory {
  /** Creates the factory; called by Gson. */
  public WireEnumAdapterFactory() {}

  @Override
  @SuppressWarnings(
      "unchecked") // The adapter reads and writes the constants of the type asked for.
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    Class<? super T> raw = type.getRawType();
    if (!raw.isEnum() || !WireEnum.class.isAssignableFrom(raw)) {
      return null;
    }
    return (TypeAdapter<T>) new Adapter(raw).nullSafe();
  }

  private static final class Adapter extends TypeAdapter<Object> {
    private final Map<@Nullable String, Object> constants = new HashMap<>();

    Adapter(Class<?> type) {
      for (Object constant : type.getEnumConstants()) {
        constants.put(((WireEnum) constant).wireValue(), constant);
      }
    }

    @Override
    public @Nullable Object read(JsonReader in) throws IOException {
      Object known = constants.get(in.nextString());
      return known != null ? known : constants.get(null);
    }

    @Override
    public void write(JsonWriter out, Object value) throws IOException {
      out.value(((WireEnum) value).requireWireValue());
    }
  }
}
