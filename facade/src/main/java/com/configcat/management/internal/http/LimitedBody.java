package com.configcat.management.internal.http;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A body of which no more than a limit can be read, and whose media type is parsed once. */
final class LimitedBody extends ResponseBody {
  private final ResponseBody body;
  private final BufferedSource source;
  private @Nullable MediaType contentType;

  LimitedBody(ResponseBody body, long maxBytes) {
    this.body = body;
    this.source = Okio.buffer(new LimitedSource(body.source(), maxBytes, body.contentLength()));
  }

  @Override
  public @Nullable MediaType contentType() {
    if (contentType == null) {
      contentType = body.contentType();
    }
    return contentType;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }
}
