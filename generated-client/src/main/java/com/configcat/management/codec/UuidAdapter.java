package com.configcat.management.codec;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads and writes UUIDs (RFC 9562); Java alone also takes {@code 1-1-1-1-1} for one. */
final class UuidAdapter extends TypeAdapter<UUID> {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Override
  public UUID read(JsonReader in) throws IOException {
    String text = in.nextString();
    if (!FORM.matcher(text).matches()) {
      throw new JsonSyntaxException("Not a UUID: '" + text + "'; at path " + in.getPreviousPath());
    }
    return UUID.fromString(text);
  }

  @Override
  public void write(JsonWriter out, UUID value) throws IOException {
    out.value(value.toString());
  }
}
