package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Takes another connection, within the attempt, where the check refused the pooled one. */
public final class ReplaceConnectionInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    while (true) {
      try {
        return chain.proceed(chain.request());
      } catch (StaleConnectionException e) {
        // OkHttp has closed it. The next is another pooled one or, in the end, a new one, which is
        // not checked.
      }
    }
  }
}
