package com.configcat.management.codec;

import com.configcat.management.model.SettingValue;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads and writes a boolean, string or number, keeping its type and all digits. */
final class SettingValueAdapter extends TypeAdapter<SettingValue> {
  @Override
  public SettingValue read(JsonReader in) throws IOException {
    return switch (in.peek()) {
      case BOOLEAN -> SettingValue.of(in.nextBoolean());
      case STRING -> SettingValue.of(in.nextString());
      case NUMBER -> SettingValue.of(number(in));
      default ->
          throw new JsonSyntaxException(
              "Expected a boolean, a string or a number but was "
                  + in.peek()
                  + " at path "
                  + in.getPath());
    };
  }

  private static BigDecimal number(JsonReader in) throws IOException {
    String text = in.nextString();
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new JsonSyntaxException(
          "Not a number: '" + text + "'; at path " + in.getPreviousPath(), e);
    }
  }

  @Override
  public void write(JsonWriter out, SettingValue value) throws IOException {
    if (value.isBoolean()) {
      out.value(value.asBoolean());
    } else if (value.isString()) {
      out.value(SurrogatePairs.check(value.asString(), "The value"));
    } else {
      out.value(value.asNumber());
    }
  }
}
