package com.configcat.management.codec.internal;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes floating-point numbers; JSON has no NaN and no infinity. */
public final class DoubleAdapter extends TypeAdapter<Double> {
  public static final DoubleAdapter INSTANCE = new DoubleAdapter();

  private DoubleAdapter() {}

  @Override
  public @Nullable Double read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return in.nextDouble();
  }

  @Override
  public void write(JsonWriter out, @Nullable Double value) throws IOException {
    if (value == null) {
      out.nullValue();
      return;
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(value + " cannot be sent: give a finite number");
    }
    out.value((double) value);
  }
}
