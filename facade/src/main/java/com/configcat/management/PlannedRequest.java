package com.configcat.management;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.error.SecretMask;
import com.configcat.management.internal.http.Attempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A request that was not sent; see {@link ConfigCatManagementClient#dryRun}. Immutable.
 *
 * <p>Shows every byte that would have been sent, except that credentials and keys are masked.
 */
public final class PlannedRequest {
  private final Operation operation;
  private final String path;
  private final Map<String, List<String>> headers;
  private final @Nullable String body;

  private PlannedRequest(
      Operation operation, String path, Map<String, List<String>> headers, @Nullable String body) {
    this.operation = operation;
    this.path = path;
    this.headers = headers;
    this.body = body;
  }

  static PlannedRequest of(Operation operation, Request request, ErrorDecoder errors) {
    UnaryOperator<String> mask = errors.mask(request);
    String query = request.url().encodedQuery();
    return new PlannedRequest(
        operation,
        mask.apply(request.url().encodedPath() + (query == null ? "" : "?" + query)),
        SecretMask.headers(allHeaders(request), mask),
        request.body() == null ? null : mask.apply(text(request.body())));
  }

  /** Returns the headers with those that OkHttp and the client add last, out of sight of users. */
  private static Headers allHeaders(Request request) {
    Headers.Builder all = request.headers().newBuilder().set("Authorization", "");
    if (Attempt.of(request).sdkKey() != null) {
      all.set(Attempt.SDK_KEY_HEADER, "");
    }
    if (request.body() != null && request.body().contentType() != null) {
      all.set("Content-Type", request.body().contentType().toString());
    }
    return all.build();
  }

  private static String text(RequestBody body) {
    Buffer buffer = new Buffer();
    try {
      body.writeTo(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  /**
   * Returns the operation that would have been called.
   *
   * @return HTTP method and path template
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Returns the HTTP method.
   *
   * @return such as {@code POST}
   */
  public String method() {
    return operation.method();
  }

  /**
   * Returns the path and the query, encoded.
   *
   * @return such as {@code /v1/tags/42}, after the path of the base URL
   */
  public String path() {
    return path;
  }

  /**
   * Returns the headers, with the credentials and the SDK key as {@code ***}. Those that depend on
   * the connection are missing.
   *
   * @return unmodifiable; the values of a header by its name, whose case is ignored
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * Returns the body.
   *
   * @return JSON, as it would have been sent; empty if there is no body
   */
  public Optional<String> body() {
    return Optional.ofNullable(body);
  }

  /** Returns the method and path, and the body on the next line. */
  @Override
  public String toString() {
    return method() + " " + path + (body == null ? "" : "\n" + body);
  }
}
