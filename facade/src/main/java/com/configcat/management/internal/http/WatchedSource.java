package com.configcat.management.internal.http;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Remembers that reading failed, which Gson does not tell from bad JSON. */
final class WatchedSource extends ForwardingSource {
  private @Nullable IOException failure;
  private @Nullable RuntimeException usersFailure;

  WatchedSource(Source delegate) {
    super(delegate);
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    try {
      return readChecked(sink, byteCount);
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException e) {
      usersFailure = e;
      throw e;
    }
  }

  private long readChecked(Buffer sink, long byteCount) throws IOException {
    try {
      return super.read(sink, byteCount);
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, WatchedSource.class);
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
}
