package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads no more of an error's body than is of use, since the whole of it would be held in memory.
 */
final class ErrorBodyInterceptor implements Interceptor {
  private static final int LIMIT = 64 * 1024;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.isSuccessful()) {
      return response;
    }
    try (response) {
      ResponseBody start = response.peekBody(LIMIT);
      return response.newBuilder().body(start).build();
    }
  }
}
