package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import okio.Source;

/** What a response may be: to OkHttp, to a user's interceptors, and to the rest of the client. */
public final class ResponseInterceptors {
  private final long maxBytes;

  /** Makes interceptors that let no more of a successful body be read. */
  public ResponseInterceptors(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Limits the body of a success, keeps the start of another's, restores a hidden status, and turns
   * what OkHttp throws unchecked at odd responses into an IOException. An application interceptor.
   */
  public Response bound(Interceptor.Chain chain) throws IOException {
    try {
      Response response = proceed(chain);
      return response.isSuccessful() ? limited(response) : failed(response, chain);
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, ResponseInterceptors.class);
    }
  }

  private static Response proceed(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (UnclosableBodyException e) {
      return e.withoutBody(Attempt.of(chain.call().request()));
    }
  }

  private Response limited(Response response) {
    ResponseBody body = response.body();
    Source limited = new LimitedSource(body.source(), maxBytes, body.contentLength());
    return response
        .newBuilder()
        .body(ResponseBody.create(Okio.buffer(limited), body.contentType(), body.contentLength()))
        .build();
  }

  private static Response failed(Response response, Interceptor.Chain chain) throws IOException {
    Attempt attempt = Attempt.of(chain.call().request());
    // Its SDK key is masked in messages. A user's interceptor may have made a request without tags.
    Request tagged = response.request().newBuilder().tag(Attempt.class, attempt).build();
    Response started = ErrorBodies.start(response, attempt, chain.call());
    return HiddenStatus.restore(started.newBuilder().request(tagged).build(), attempt);
  }

  /** Hides from OkHttp the statuses of {@link HiddenStatus}. A network interceptor. */
  public static Response hideStatus(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.isSuccessful()
        ? response
        : HiddenStatus.hide(response, Attempt.of(chain.call().request()), chain.connection());
  }
}
