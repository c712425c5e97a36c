package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Exchanges a request for a response: marks the attempt as sent, adds credentials and SDK key for
 * the configured origin, and for no other, and turns what OkHttp throws unchecked into an
 * IOException.
 *
 * <p>The last network interceptor: those of a user see neither secret, in the request or in what
 * its response names.
 */
public final class ExchangeInterceptor implements Interceptor {
  private final Origin origin;
  private final String authorization;

  public ExchangeInterceptor(Origin origin, Credentials credentials) {
    this.origin = origin;
    this.authorization = credentials.header();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The call's request: a user's interceptor may have made another one, without tags.
    Attempt attempt = Attempt.of(chain.call().request());
    Request request = chain.request();
    Request authenticated = authenticated(request, attempt);
    attempt.markSent();
    try {
      Response response = chain.proceed(authenticated);
      return UnclosableBodyException.check(response.newBuilder().request(request).build());
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, ExchangeInterceptor.class);
    }
  }

  private Request authenticated(Request request, Attempt attempt) {
    Request.Builder builder =
        request.newBuilder().removeHeader("Authorization").removeHeader(Attempt.SDK_KEY_HEADER);
    if (origin.isOriginOf(request.url())) {
      builder.header("Authorization", authorization);
      if (attempt.sdkKey() != null) {
        builder.header(Attempt.SDK_KEY_HEADER, attempt.sdkKey());
      }
    }
    return builder.build();
  }
}
