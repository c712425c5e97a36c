package com.configcat.management.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Remembers that reading a body failed, which Gson does not tell from bad JSON. */
final class WatchedBody implements ReadableByteChannel {
  private final BufferedSource source;
  private @Nullable IOException failure;
  private @Nullable RuntimeException usersFailure;

  WatchedBody(BufferedSource source) {
    this.source = source;
  }

  /** Returns what was received and is not yet read. */
  Buffer buffer() {
    return source.getBuffer();
  }

  boolean isEmpty() throws IOException {
    return !request(1);
  }

  /** Returns whether there are so many bytes left; {@link #buffer} has them then. */
  boolean request(long bytes) throws IOException {
    try {
      return source.request(bytes);
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, WatchedBody.class);
    }
  }

  @Override
  public int read(ByteBuffer sink) throws IOException {
    try {
      return readChecked(sink);
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      usersFailure = e;
      throw e;
    }
  }

  private int readChecked(ByteBuffer sink) throws IOException {
    try {
      return source.read(sink);
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, WatchedBody.class);
    }
  }

  /** Throws what reading has thrown, if it has. */
  void rethrow() throws IOException {
    if (usersFailure != null) {
      throw usersFailure;
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
