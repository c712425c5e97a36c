package com.configcat.management.it;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/** A network interceptor: keeps what really went out and came in, and may change what goes out. */
final class Recorder implements Interceptor {
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private final UnaryOperator<Request> change;

  Recorder() {
    this(request -> request);
  }

  Recorder(UnaryOperator<Request> change) {
    this.change = change;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = change.apply(chain.request());
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    Response response = chain.proceed(request);
    exchanges.add(
        new Exchange(
            request.method(),
            request.url(),
            request.headers(),
            body.readUtf8(),
            response.peekBody(Long.MAX_VALUE).string(),
            PrismViolations.ofHeader(response.header(PrismViolations.HEADER))));
    return response;
  }

  /** The one exchange there was. */
  Exchange only() {
    if (exchanges.size() != 1) {
      throw new AssertionError("Expected one exchange, but there were " + exchanges);
    }
    return exchanges.get(0);
  }

  /** A request as it was sent, and what Prism said to it. */
  record Exchange(
      String method,
      HttpUrl url,
      Headers headers,
      String body,
      String answer,
      PrismViolations violations) {
    String target() {
      return url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
    }
  }
}
