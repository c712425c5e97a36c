package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads no more of an error's body than is of use, since the whole of it would be held in memory.
 */
public final class ErrorBodyInterceptor implements Interceptor {
  /** How much of a body is kept, in bytes. */
  public static final int KEPT = 64 * 1024;

  /**
   * How much more is read, in bytes, and never shown: a secret at the end may be cut, and half a
   * secret is not found.
   */
  public static final int MARGIN = 8 * 1024;

  public ErrorBodyInterceptor() {}

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
