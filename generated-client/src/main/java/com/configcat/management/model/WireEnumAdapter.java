package com.configcat.management.model;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes an enum. Unknown values are read, but not written. */
final class WireEnumAdapter<E extends Enum<E> & WireEnum> extends TypeAdapter<E> {
  private final Map<String, E> constants = new HashMap<>();
  private final E unknown;

  /**
   * @param constants all; the last one stands for unknown values
   */
  WireEnumAdapter(E[] constants) {
    this.unknown = constants[constants.length - 1];
    for (E constant : constants) {
      if (constant != unknown) {
        this.constants.put(constant.requireWireValue(), constant);
      }
    }
  }

  @Override
  public @Nullable E read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return constants.getOrDefault(in.nextString(), unknown);
  }

  @Override
  public void write(JsonWriter out, @Nullable E value) throws IOException {
    out.value(value == null ? null : value.requireWireValue());
  }
}
