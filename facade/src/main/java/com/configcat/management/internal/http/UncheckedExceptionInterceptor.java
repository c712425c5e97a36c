package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Turns what OkHttp throws unchecked at odd responses into an IOException, as for any other
 * response that cannot be read. It stands below the interceptors of a user, whose own exceptions
 * pass.
 */
public final class UncheckedExceptionInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, UncheckedExceptionInterceptor.class);
    }
  }
}
