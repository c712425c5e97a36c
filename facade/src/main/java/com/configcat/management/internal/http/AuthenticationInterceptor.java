package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Adds credentials and SDK key to requests for the configured origin, and to no others. */
public final class AuthenticationInterceptor implements Interceptor {
  private final Origin origin;
  private final String authorization;

  public AuthenticationInterceptor(Origin origin, Credentials credentials) {
    this.origin = origin;
    this.authorization = credentials.header();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    // The call's request: an interceptor of the user's may have made another one, without tags.
    Attempt attempt = Attempt.of(chain.call().request());
    Request.Builder builder =
        request.newBuilder().removeHeader("Authorization").removeHeader(Attempt.SDK_KEY_HEADER);
    if (origin.isOriginOf(request.url())) {
      builder.header("Authorization", authorization);
      if (attempt.sdkKey() != null) {
        builder.header(Attempt.SDK_KEY_HEADER, attempt.sdkKey());
      }
    }
    // The answer names the request it is for: without the secrets, for those who log it.
    Request shown = request.newBuilder().tag(Attempt.class, attempt).build();
    return chain.proceed(builder.build()).newBuilder().request(shown).build();
  }
}
