package com.configcat.management.model;

import com.configcat.management.codec.internal.BigDecimalAdapter;
import com.configcat.management.codec.internal.SurrogatePairs;
import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes a boolean, string or number, keeping its type and all digits. */
final class SettingValueAdapter extends TypeAdapter<SettingValue> {
  @Override
  public @Nullable SettingValue read(JsonReader in) throws IOException {
    JsonToken token = in.peek();
    return switch (token) {
      case BOOLEAN -> SettingValue.of(in.nextBoolean());
      case STRING -> SettingValue.of(in.nextString());
      case NUMBER -> SettingValue.of(BigDecimalAdapter.readNumber(in));
      case NULL -> {
        in.nextNull();
        yield null;
      }
      default ->
          throw new JsonSyntaxException(
              "Expected a boolean, a string or a number but was "
                  + token
                  + " at path "
                  + in.getPath());
    };
  }

  @Override
  public void write(JsonWriter out, @Nullable SettingValue value) throws IOException {
    if (value == null) {
      out.nullValue();
    } else if (value.isBoolean()) {
      out.value(value.asBoolean());
    } else if (value.isString()) {
      out.value(SurrogatePairs.check(value.asString(), "The value"));
    } else {
      out.value(value.asNumber());
    }
  }
}
