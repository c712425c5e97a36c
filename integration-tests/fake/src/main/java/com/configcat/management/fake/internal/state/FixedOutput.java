package com.configcat.management.fake.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Counts what is written, and keeps it if there is an array for it. */
final class FixedOutput extends OutputStream {
  private final byte @Nullable [] target;
  private int length;

  FixedOutput(byte @Nullable [] target) {
    this.target = target;
  }

  static void write(JsonElement element, FixedOutput output) {
    try (JsonWriter writer = new JsonWriter(new OutputStreamWriter(output, UTF_8))) {
      Json.write(element, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int length() {
    return length;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int count) {
    if (target != null) {
      System.arraycopy(bytes, start, target, length, count);
    }
    length += count;
  }
}
