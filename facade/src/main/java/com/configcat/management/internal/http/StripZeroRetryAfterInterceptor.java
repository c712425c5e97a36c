package com.configcat.management.internal.http;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Takes a {@code Retry-After} of zero out of an answer. It asks for no wait, as its absence does,
 * but OkHttp repeats a 503 that has it, whatever its settings say.
 */
public final class StripZeroRetryAfterInterceptor implements Interceptor {
  private static final Pattern ZERO = Pattern.compile("0+");

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String wait = response.header("Retry-After");
    return wait != null && ZERO.matcher(wait).matches()
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
