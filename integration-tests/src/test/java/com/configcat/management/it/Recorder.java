package com.configcat.management.it;

import com.configcat.management.it.prism.PrismViolations;
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
import org.jspecify.annotations.Nullable;

/** A network interceptor: keeps what really went out and came in, and may change what goes out. */
public final class Recorder implements Interceptor {
  private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<Request> change;

  /** Makes one that changes nothing. */
  public Recorder() {
    this(request -> request);
  }

  Recorder(UnaryOperator<Request> change) {
    this.change = change;
  }

  /**
   * Forgets what was, and changes what goes out from now on.
   *
   * @param newChange makes the request that is really sent
   */
  public void restart(UnaryOperator<Request> newChange) {
    exchanges.clear();
    change = newChange;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = change.apply(chain.request());
    Buffer body = new Buffer();
    if (request.body() != null) {
      request.body().writeTo(body);
    }
    Response response = notSoon(chain.proceed(request));
    exchanges.add(
        new Exchange(
            request.method(),
            request.url(),
            request.headers(),
            body.readUtf8(),
            response.code(),
            response.headers(),
            response.peekBody(Long.MAX_VALUE).string(),
            PrismViolations.ofHeader(response.header(PrismViolations.HEADER))));
    return response;
  }

  /**
   * Has a 429 say how long to wait, as the service does and Prism cannot: longer than any deadline,
   * so that the call ends.
   */
  private static Response notSoon(Response response) {
    return response.code() == 429
        ? response.newBuilder().header("Retry-After", "3600").build()
        : response;
  }

  /**
   * Returns the one exchange there was.
   *
   * @return the exchange
   */
  public Exchange only() {
    if (exchanges.size() != 1) {
      throw new AssertionError("Expected one exchange, but there were " + exchanges);
    }
    return exchanges.get(0);
  }

  /**
   * Returns the last exchange there was.
   *
   * @return the exchange, or null if there was none
   */
  public @Nullable Exchange last() {
    return exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
  }

  /**
   * A request as it was sent, and what Prism said to it.
   *
   * @param method the HTTP method
   * @param url the whole URL
   * @param headers what was sent
   * @param body what was sent
   * @param status what came
   * @param answerHeaders what came
   * @param answer what came
   * @param violations what Prism found wrong
   */
  public record Exchange(
      String method,
      HttpUrl url,
      Headers headers,
      String body,
      int status,
      Headers answerHeaders,
      String answer,
      PrismViolations violations) {
    String target() {
      return url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
    }
  }
}
