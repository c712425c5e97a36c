package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds credentials and SDK key to requests for the configured origin, and to no others. The last
 * network interceptor: those of a user see neither, in the request or in what its response names.
 */
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
    // The call's request: a user's interceptor may have made another one, without tags.
    String sdkKey = Attempt.of(chain.call().request()).sdkKey();
    Request.Builder builder =
        request.newBuilder().removeHeader("Authorization").removeHeader(Attempt.SDK_KEY_HEADER);
    if (origin.isOriginOf(request.url())) {
      builder.header("Authorization", authorization);
      if (sdkKey != null) {
        builder.header(Attempt.SDK_KEY_HEADER, sdkKey);
      }
    }
    return chain.proceed(builder.build()).newBuilder().request(request).build();
  }
}
