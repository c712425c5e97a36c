package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Marks an attempt as sent, unless HTTP/2 says that the request was not processed. A network
 * interceptor: it runs once the connection is established.
 */
public final class MarkSentInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    // The call's request: a user's interceptor may have made another one, without tags.
    Attempt attempt = Attempt.of(chain.call().request());
    attempt.markSent();
    try {
      return chain.proceed(chain.request());
    } catch (IOException e) {
      if (wasNotProcessed(e)) {
        attempt.markNotSent();
      }
      throw e;
    }
  }

  /**
   * A stream that is refused before its response, as after GOAWAY, was not processed in any way
   * (RFC 9113, 8.7). And OkHttp opens none on a connection that is shutting down.
   */
  private static boolean wasNotProcessed(IOException e) {
    return "stream was reset: REFUSED_STREAM".equals(e.getMessage())
        || e.getClass().getSimpleName().equals("ConnectionShutdownException");
  }
}
