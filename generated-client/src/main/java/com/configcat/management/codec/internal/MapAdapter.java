package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes maps. Leaves out null values when it reads, as null members of models count as
 * absent: the contract has no map of nullable values.
 *
 * @param <V> the type of the values
 */
public final class MapAdapter<V> extends TypeAdapter<Map<String, V>> {
  private final TypeAdapter<V> values;

  private MapAdapter(TypeAdapter<V> values) {
    this.values = values;
  }

  public static <V> MapAdapter<V> of(TypeAdapter<V> values) {
    return new MapAdapter<>(values);
  }

  @Override
  public @Nullable Map<String, V> read(JsonReader in) throws IOException {
    return read(in, values);
  }

  /** Reads a map that cannot change. */
  public static <V> @Nullable Map<String, V> read(JsonReader in, TypeAdapter<V> values)
      throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    Map<String, V> map = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (map.containsKey(name)) {
        throw new JsonSyntaxException("duplicate key: " + name);
      }
      map.put(name, values.read(in));
    }
    in.endObject();
    map.values().removeIf(value -> value == null);
    return Collections.unmodifiableMap(map);
  }

  /** Returns a copy that cannot change. */
  public static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  @Override
  public void write(JsonWriter out, @Nullable Map<String, V> map) throws IOException {
    write(out, map, values);
  }

  public static <V> void write(JsonWriter out, @Nullable Map<String, V> map, TypeAdapter<V> values)
      throws IOException {
    if (map == null) {
      out.nullValue();
      return;
    }
    out.beginObject();
    for (Map.Entry<String, V> entry : map.entrySet()) {
      out.name(SurrogatePairs.check(String.valueOf(entry.getKey()), "A name"));
      values.write(out, entry.getValue());
    }
    out.endObject();
  }
}
