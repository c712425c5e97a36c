package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Notes that a request begins to be sent. A network interceptor: it runs once the connection
 * stands.
 */
public final class MarkSentInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    // The call's request: an interceptor of the user's may have made another one, without tags.
    Attempt.of(chain.call().request()).markSent();
    return chain.proceed(chain.request());
  }
}
