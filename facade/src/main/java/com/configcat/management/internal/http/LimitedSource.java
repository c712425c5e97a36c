package com.configcat.management.internal.http;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** Ends reading a body, once unpacked, at the builder's limit. */
final class LimitedSource extends ForwardingSource {
  private final long limit;
  private final long declared;
  private long bytes;

  /**
   * Limits a source.
   *
   * @param declared the length by the headers; negative if they do not say
   */
  LimitedSource(Source delegate, long limit, long declared) {
    super(delegate);
    this.limit = limit;
    this.declared = declared;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    if (declared > limit) {
      throw tooLong(declared + " bytes, more than");
    }
    long read = super.read(sink, byteCount);
    bytes += Math.max(0, read);
    if (bytes > limit) {
      throw tooLong("more than");
    }
    return read;
  }

  private UndecodableBodyException tooLong(String size) {
    String reason =
        size + " the limit of " + limit + " bytes: raise it by maxResponseBytes of the builder";
    return new UndecodableBodyException(reason, "$", null);
  }
}
