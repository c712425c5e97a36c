package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads and writes numbers with all their digits. */
public final class BigDecimalAdapter extends TypeAdapter<BigDecimal> {
  public static final BigDecimalAdapter INSTANCE = new BigDecimalAdapter();

  private BigDecimalAdapter() {}

  @Override
  public @Nullable BigDecimal read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return readNumber(in);
  }

  /** Reads a number that is not null. */
  public static BigDecimal readNumber(JsonReader in) throws IOException {
    String text = in.nextString();
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException(
          "Not a number: '" + text + "'; at path " + in.getPreviousPath(), e);
    }
  }

  @Override
  public void write(JsonWriter out, @Nullable BigDecimal value) throws IOException {
    out.value(value);
  }
}
