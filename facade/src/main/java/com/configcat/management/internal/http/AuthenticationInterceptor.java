package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the credentials to requests for the configured origin, and keeps every secret from others.
 */
final class AuthenticationInterceptor implements Interceptor {
  private final Origin origin;
  private final String authorization;

  AuthenticationInterceptor(Origin origin, Credentials credentials) {
    this.origin = origin;
    this.authorization = credentials.header();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder builder = request.newBuilder().removeHeader("Authorization");
    if (origin.isOriginOf(request.url())) {
      builder.header("Authorization", authorization);
    } else {
      builder.removeHeader("X-CONFIGCAT-SDKKEY");
    }
    // The answer names the request it is for: without the credentials, for those who log it.
    return chain.proceed(builder.build()).newBuilder().request(request).build();
  }
}
