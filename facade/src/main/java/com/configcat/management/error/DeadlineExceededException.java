package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a call's deadline passes, or would pass before the request could be sent. The cause,
 * if any, is the failure of the last attempt that the deadline did not cut off.
 */
public final class DeadlineExceededException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** The earliest time the request could have been sent. */
  private final @Nullable Instant notBefore;

  /**
   * Creates the exception.
   *
   * @param message the detail message
   * @param notBefore the earliest time the request could have been sent; null if unknown
   * @param cause the failure of the last attempt; null if there was none
   * @param failure the context of the failed call
   */
  public DeadlineExceededException(
      String message,
      @Nullable Instant notBefore,
      @Nullable Throwable cause,
      FailureContext failure) {
    super(message, cause, failure);
    this.notBefore = notBefore;
  }

  /**
   * Returns the earliest time the request could have been sent, given the rate limit or a wait
   * requested by the service.
   *
   * @return empty if neither of these caused the timeout
   */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }
}
