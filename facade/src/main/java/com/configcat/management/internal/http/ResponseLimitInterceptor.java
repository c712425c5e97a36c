package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Limits the body of a success, keeps the start of another's, restores a hidden status, and turns
 * what OkHttp throws unchecked at odd responses into an IOException. An application interceptor.
 */
public final class ResponseLimitInterceptor implements Interceptor {
  private final long maxBytes;
  private final Interceptor next;

  /**
   * Makes one.
   *
   * @param maxBytes of a successful body, of which no more can be read
   * @param next proceeds with the chain
   */
  public ResponseLimitInterceptor(long maxBytes, Interceptor next) {
    this.maxBytes = maxBytes;
    this.next = next;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    try {
      Response response = proceed(chain);
      return response.isSuccessful() ? limited(response) : failed(response, chain);
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, ResponseLimitInterceptor.class);
    }
  }

  private Response proceed(Chain chain) throws IOException {
    try {
      return next.intercept(chain);
    } catch (UnclosableBodyException e) {
      return e.withoutBody(Attempt.of(chain.call().request()));
    }
  }

  private Response limited(Response response) {
    return response.newBuilder().body(new LimitedBody(response.body(), maxBytes)).build();
  }

  private static Response failed(Response response, Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.call().request());
    // Its SDK key is masked in messages. A user's interceptor may have made a request without tags.
    Request tagged = response.request().newBuilder().tag(Attempt.class, attempt).build();
    Response started = ErrorBodies.start(response, attempt, chain.call());
    return HiddenStatus.restore(started.newBuilder().request(tagged).build(), attempt);
  }
}
