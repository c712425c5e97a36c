package com.configcat.management.error;

import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The service answered, and the answer is not a success. */
public abstract class ApiException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** What the service said. */
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
    return answer.statusCode();
  }

  /**
   * Returns the message that the service gave.
   *
   * @return one line without control characters, or nothing if the body held no message
   */
  public Optional<String> serverMessage() {
    return Optional.ofNullable(answer.serverMessage());
  }

  /**
   * Returns the body as it came, with secrets masked.
   *
   * @return at most 64 KiB of it
   */
  public String rawBody() {
    return answer.rawBody();
  }

  /**
   * Returns how long the service asked to wait.
   *
   * @return the header {@code Retry-After}, or nothing if there was none that can be read
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(answer.retryAfter());
  }

  /**
   * Returns how many calls of the operation the service still allows in its longest period.
   *
   * @return the header {@code X-Rate-Limit-Remaining}, or nothing if there was none that can be
   *     read
   */
  public Optional<Integer> quotaRemaining() {
    return Optional.ofNullable(answer.quotaRemaining());
  }

  /**
   * Returns when that period ends.
   *
   * @return the header {@code X-Rate-Limit-Reset}, or nothing if there was none that can be read
   */
  public Optional<Instant> quotaReset() {
    return Optional.ofNullable(answer.quotaReset());
  }
}
