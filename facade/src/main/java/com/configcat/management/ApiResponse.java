package com.configcat.management;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.ResponseFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call, with the status, headers and quota of the response; see {@link
 * ConfigCatManagementClient#withResponse}. Immutable, if the result is.
 *
 * @param <T> the type of the result
 */
public final class ApiResponse<T extends @Nullable Object> {
  private final T body;
  private final Operation operation;
  private final int attempts;
  private final ResponseFacts facts;

  ApiResponse(T body, Operation operation, int attempts, ResponseFacts facts) {
    this.body = body;
    this.operation = operation;
    this.attempts = attempts;
    this.facts = facts;
  }

  /**
   * Returns the result.
   *
   * @return what the method that was called returns
   */
  public T body() {
    return body;
  }

  /**
   * Returns the operation that was called.
   *
   * @return HTTP method and path
   */
  public Operation operation() {
    return operation;
  }

  /**
   * Returns the HTTP status of the response.
   *
   * @return such as 200; 204 where a retried DELETE finds that an earlier attempt was applied
   */
  public int statusCode() {
    return facts.statusCode();
  }

  /**
   * Returns the response headers, with secrets masked: cookies and what carries credentials as a
   * whole, credentials and keys within others.
   *
   * @return unmodifiable; the values of a header by its name, whose case is ignored
   */
  public Map<String, List<String>> headers() {
    return facts.headers();
  }

  /**
   * Returns the first value of a response header, masked like {@link #headers()}.
   *
   * @param name such as {@code X-Request-Id}; case is ignored
   * @return empty if the response has no such header
   */
  public Optional<String> header(String name) {
    return facts.header(name);
  }

  /**
   * Returns how many calls of the operation remain in the service's longest quota period.
   *
   * @return the {@code X-Rate-Limit-Remaining} header; empty if absent or unreadable
   */
  public Optional<Integer> quotaRemaining() {
    return Optional.ofNullable(facts.quotaRemaining());
  }

  /**
   * Returns when that quota period ends.
   *
   * @return the {@code X-Rate-Limit-Reset} header; empty if absent or unreadable
   */
  public Optional<Instant> quotaReset() {
    return Optional.ofNullable(facts.quotaReset());
  }

  /**
   * Returns how many attempts the call took.
   *
   * @return 1 if it was not retried
   */
  public int attempts() {
    return attempts;
  }

  /** Returns operation, status and attempts; no header, and nothing of the result. */
  @Override
  public String toString() {
    return "ApiResponse[" + operation + ", " + statusCode() + ", attempts=" + attempts + "]";
  }
}
