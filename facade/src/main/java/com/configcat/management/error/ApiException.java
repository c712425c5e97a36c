package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Base class of exceptions for responses with an unsuccessful status. */
public abstract class ApiException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The error response. */
  private final ErrorResponse answer;

  ApiException(String message, FailureContext failure, ErrorResponse answer) {
    super(message, null, failure);
    this.answer = answer;
  }

  final ErrorResponse answer() {
    return answer;
  }

  /**
   * Returns the HTTP status.
   *
   * @return such as 404
   */
  public int statusCode() {
    return answer.facts().statusCode();
  }

  /**
   * Returns the service's error message.
   *
   * @return one line without control characters; empty if the body contains no message
   */
  public Optional<String> serverMessage() {
    return Optional.ofNullable(answer.serverMessage());
  }

  /**
   * Returns the raw response body, with secrets masked.
   *
   * @return at most 64 KiB of the body
   */
  public String rawBody() {
    return answer.rawBody();
  }

  /**
   * Returns the response headers, with secrets masked: cookies and what carries credentials as a
   * whole, credentials and keys within others.
   *
   * @return unmodifiable; the values of a header by its name, whose case is ignored
   */
  public Map<String, List<String>> headers() {
    return answer.facts().headers();
  }

  /**
   * Returns the first value of a response header, masked like {@link #headers()}.
   *
   * @param name such as {@code X-Request-Id}; case is ignored
   * @return empty if the response has no such header
   */
  public Optional<String> header(String name) {
    return answer.facts().header(name);
  }

  /**
   * Returns how long the service asked to wait.
   *
   * @return the {@code Retry-After} header (RFC 9110, 10.2.3); empty if absent or unreadable
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(answer.facts().retryAfter());
  }

  /**
   * Returns how many calls of the operation remain in the service's longest quota period.
   *
   * @return the {@code X-Rate-Limit-Remaining} header; empty if absent or unreadable
   */
  public Optional<Integer> quotaRemaining() {
    return Optional.ofNullable(answer.facts().quotaRemaining());
  }

  /**
   * Returns when that quota period ends.
   *
   * @return the {@code X-Rate-Limit-Reset} header; empty if absent or unreadable
   */
  public Optional<Instant> quotaReset() {
    return Optional.ofNullable(answer.facts().quotaReset());
  }
}
