package com.configcat.management.codec.internal;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes UUIDs (RFC 9562); Java alone also takes {@code 1-1-1-1-1} for one. */
public final class UUIDAdapter extends TypeAdapter<UUID> {
  public static final UUIDAdapter INSTANCE = new UUIDAdapter();

  private static final int LENGTH = 36;

  /** The values of hexadecimal digits, -1 for others: a look-up mispredicts no branch. */
  private static final byte[] DIGITS = new byte['f' + 1];

  static {
    for (char c = 0; c < DIGITS.length; c++) {
      DIGITS[c] = (byte) Character.digit(c, 16);
    }
  }

  private UUIDAdapter() {}

  @Override
  public @Nullable UUID read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    String text = in.nextString();
    if (text.length() == LENGTH
        && text.charAt(8) == '-'
        && text.charAt(13) == '-'
        && text.charAt(18) == '-'
        && text.charAt(23) == '-') {
      long first = hex(text, 0, 8);
      long second = hex(text, 9, 13);
      long third = hex(text, 14, 18);
      long fourth = hex(text, 19, 23);
      long fifth = hex(text, 24, LENGTH);
      if ((first | second | third | fourth | fifth) >= 0) {
        return new UUID(first << 32 | second << 16 | third, fourth << 48 | fifth);
      }
    }
    throw new JsonSyntaxException("Not a UUID: '" + text + "'; at path " + in.getPreviousPath());
  }

  /** Returns at most 12 hexadecimal digits as a number; a negative one if they are none. */
  private static long hex(String text, int start, int end) {
    long number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      number = number << 4 | (c < DIGITS.length ? DIGITS[c] : -1);
    }
    return number;
  }

  @Override
  public void write(JsonWriter out, @Nullable UUID value) throws IOException {
    out.value(value == null ? null : value.toString());
  }
}
