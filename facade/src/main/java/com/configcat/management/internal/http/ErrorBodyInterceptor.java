package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Truncates error bodies, which Retrofit would buffer whole. */
public final class ErrorBodyInterceptor implements Interceptor {
  /** Bytes of a body that are kept. */
  public static final int KEPT = 64 * 1024;

  /**
   * Bytes beyond those that are read and never shown: a secret truncated at the end would not be
   * recognized and masked.
   */
  public static final int MARGIN = 8 * 1024;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.isSuccessful()) {
      return response;
    }
    try (response) {
      ResponseBody start = response.peekBody(KEPT + MARGIN);
      return response.newBuilder().body(start).build();
    }
  }
}
