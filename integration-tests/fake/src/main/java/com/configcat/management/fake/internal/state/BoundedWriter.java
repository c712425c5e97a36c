package com.configcat.management.fake.internal.state;

import java.io.IOException;
import java.io.Writer;

/** Takes so many characters, and fails at the next one: nobody writes on in vain. */
final class BoundedWriter extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final int limit;

  BoundedWriter(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(char[] characters, int start, int length) throws IOException {
    int room = limit - text.length();
    text.append(characters, start, Math.min(length, room));
    if (length > room) {
      throw new IOException("Only " + limit + " characters are taken");
    }
  }

  @Override
  public void write(String more, int start, int length) throws IOException {
    int room = limit - text.length();
    text.append(more, start, start + Math.min(length, room));
    if (length > room) {
      throw new IOException("Only " + limit + " characters are taken");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
