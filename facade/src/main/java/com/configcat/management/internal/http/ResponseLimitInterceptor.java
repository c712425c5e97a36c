package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** Ends reading a body, once unpacked, at the builder's limit. Error bodies are truncated. */
public final class ResponseLimitInterceptor implements Interceptor {
  private final long limit;

  public ResponseLimitInterceptor(long limit) {
    this.limit = limit;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (!response.isSuccessful()) {
      return response;
    }
    ResponseBody body = response.body();
    Source limited = new LimitedSource(body.source(), limit, body.contentLength());
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(limited), body.contentType(), body.contentLength()))
        .build();
  }

  private static final class LimitedSource extends ForwardingSource {
    private final long limit;
    private final long declared;
    private long bytes;

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
}
