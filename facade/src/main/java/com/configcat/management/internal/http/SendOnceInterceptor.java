package com.configcat.management.internal.http;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps an attempt one request on the wire, and marks it as sent. A network interceptor: it runs
 * once the connection is established.
 *
 * <p>A {@code Retry-After} of zero is removed. It means the same as none, but OkHttp resends a
 * request whose 503 has it, whatever its settings.
 */
public final class SendOnceInterceptor implements Interceptor {
  private static final Pattern ZERO = Pattern.compile("0+");

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The call's request: a user's interceptor may have made another one, without tags.
    Attempt.of(chain.call().request()).markSent();
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After");
    return retryAfter != null && ZERO.matcher(retryAfter).matches()
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
