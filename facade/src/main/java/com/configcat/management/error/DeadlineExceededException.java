package com.configcat.management.error;

import com.configcat.management.internal.core.FailureContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time given to the call is over, or would be over before it could be sent. The cause, if there
 * is one, is how the last attempt ended that was not cut by it.
 */
public final class DeadlineExceededException extends ConfigCatException {
  private static final long serialVersionUID = 1L;

  /** When it could have been sent. */
  private final @Nullable Instant notBefore;

  /**
   * Makes the exception.
   *
   * @param message what is shown
   * @param notBefore the earliest that it could have been sent; null if unknown
   * @param cause how the last attempt ended, if there was one
   * @param failure what was called, and how
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
   * Returns the instant before which the call could not have been sent, because of the rate limit
   * or since the service asked to wait.
   *
   * @return nothing if it was not that which took the time
   */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }
}
