package com.configcat.management.internal.http;

import java.io.IOException;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hides from OkHttp the statuses that it would answer by another request, or fail at, whatever its
 * settings: a 503 by its {@code Retry-After}, a 421, and a 407 that no proxy sent.
 */
public final class StatusInterceptors {
  /** A status that OkHttp leaves alone. */
  private static final int STAND_IN = 500;

  private StatusInterceptors() {}

  /** Hides the status; a network interceptor, before those of a user. */
  public static Response hide(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    int status = response.code();
    if (status != 421 && status != 503 && (status != 407 || isAskedByProxy(chain.connection()))) {
      return response;
    }
    Attempt.of(chain.call().request()).hideStatus(status);
    return response.newBuilder().code(STAND_IN).build();
  }

  /** Restores the status; an interceptor after those of a user. */
  public static Response restore(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Integer status = Attempt.of(chain.call().request()).takeHiddenStatus();
    if (status == null) {
      return response;
    }
    Response.Builder restored = response.newBuilder().code(status);
    if (response.networkResponse() != null) {
      restored.networkResponse(response.networkResponse().newBuilder().code(status).build());
    }
    return restored.build();
  }

  private static boolean isAskedByProxy(@Nullable Connection connection) {
    return connection != null
        && connection.route().proxy().type() == Proxy.Type.HTTP
        && !connection.route().requiresTunnel();
  }
}
