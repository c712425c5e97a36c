package com.configcat.management.internal.http;

import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Hides from OkHttp the statuses that it would answer by another request, or fail at, whatever its
 * settings: a 503 by its {@code Retry-After}, a 421, and a 407 that no proxy sent.
 */
final class HiddenStatus {
  /** A status that OkHttp leaves alone. */
  private static final int STAND_IN = 500;

  private HiddenStatus() {}

  static Response hide(Response response, Attempt attempt, @Nullable Connection connection) {
    int status = response.code();
    if (status != 421 && status != 503 && (status != 407 || isAskedByProxy(connection))) {
      return response;
    }
    attempt.hideStatus(status);
    return response.newBuilder().code(STAND_IN).build();
  }

  static Response restore(Response response, Attempt attempt) {
    Integer status = attempt.takeHiddenStatus();
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
