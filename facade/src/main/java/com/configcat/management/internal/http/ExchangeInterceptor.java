package com.configcat.management.internal.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a request for a response: marks the attempt as sent, unless HTTP/2 says that it was not
 * processed, adds credentials and SDK key for the configured origin, and for no other, and turns
 * what OkHttp throws unchecked into an IOException.
 *
 * <p>The last network interceptor: those of a user see neither secret, in the request or in what
 * its response names.
 */
public final class ExchangeInterceptor implements Interceptor {
  private final Origin origin;
  private final @Nullable String authorization;

  public ExchangeInterceptor(Origin origin, CredentialsSource credentials) {
    this.origin = origin;
    this.authorization = credentials.fixed() == null ? null : credentials.fixed().header();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    // The call's request: a user's interceptor may have made another one, without tags.
    Attempt attempt = Attempt.of(chain.call().request());
    Request request = chain.request();
    Request authenticated = authenticated(request, attempt);
    attempt.markSent();
    try {
      Response response = chain.proceed(authenticated).newBuilder().request(request).build();
      UnclosableBodyException.check(response);
      return AmbiguousFraming.check(response, chain.connection());
    } catch (IOException e) {
      if (wasNotProcessed(e)) {
        attempt.markNotSent();
      }
      throw e;
    } catch (RuntimeException e) {
      throw UncheckedExceptions.checked(e, ExchangeInterceptor.class);
    }
  }

  /**
   * A stream that is refused before its response, as after GOAWAY, was not processed in any way
   * (RFC 9113, 8.7). And OkHttp opens none on a connection that is shutting down.
   */
  private static boolean wasNotProcessed(IOException e) {
    return "stream was reset: REFUSED_STREAM".equals(e.getMessage())
        || e.getClass().getSimpleName().equals("ConnectionShutdownException");
  }

  private @Nullable String authorization(Attempt attempt) {
    Credentials provided = attempt.credentials();
    return provided == null ? authorization : provided.header();
  }

  private Request authenticated(Request request, Attempt attempt) {
    Request.Builder builder =
        request.newBuilder().removeHeader("Authorization").removeHeader(Attempt.SDK_KEY_HEADER);
    if (origin.isOriginOf(request.url())) {
      String header = authorization(attempt);
      if (header != null) {
        builder.header("Authorization", header);
      }
      if (attempt.sdkKey() != null) {
        builder.header(Attempt.SDK_KEY_HEADER, attempt.sdkKey());
      }
    }
    return builder.build();
  }
}
